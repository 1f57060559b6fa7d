"""Clients: care contacts, households, and places that lie where they should."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, radians
from statistics import median_low

from planner.checks.codes import Code, Hint
from planner.checks.report import error, warning
from planner.checks.subject import Subject
from planner.model.findings import Fault
from planner.model.places import Coordinate
from planner.model.staff import Role

FARTHEST = 100_000
"""No place of a case lies further than this from the middle of all, in metres."""

_METRES_PER_DEGREE = 111_200
_NORTH, _EAST = (54, 72), (4, 32)
_ENOUGH = 3


def contacts(subject: Subject) -> Iterator[Fault]:
    """Yield contacts who are no undersköterska, contacts and wishes whom the client avoids.

    The law has a transition rule for staff employed before, so the profession is a warning.
    """
    for number, client in enumerate(subject.case.clients):
        contact = subject.rows.caregivers.get(client.contact) if client.contact else None
        if contact and contact.role is not Role.UNDERSKOTERSKA:
            yield warning(
                Code.CONTACT_NOT_UNDERSKOTERSKA,
                ("clients", number, "contact"),
                contact.id,
                Hint.CHOOSE_ANOTHER_CONTACT,
                client=client.id,
                role=contact.role,
            )
        avoid = client.preferences.avoid
        wanted = [("contact", client.contact), ("deputy", client.deputy)]
        for field, name in wanted:
            if name in avoid:
                yield error(
                    Code.CONTACT_AVOIDED,
                    ("clients", number, field),
                    name,
                    Hint.CHOOSE_ANOTHER_CONTACT,
                    client=client.id,
                )


def households(subject: Subject) -> Iterator[Fault]:
    """Yield clients who are named in two households, or twice in one."""
    first: dict[str, str] = {}
    for number, household in enumerate(subject.case.households):
        for position, name in enumerate(household.clients):
            if name in first:
                yield error(
                    Code.CLIENT_IN_TWO_HOUSEHOLDS,
                    ("households", number, "clients", position),
                    name,
                    Hint.KEEP_ONE_HOUSEHOLD,
                    first=first[name],
                )
            first.setdefault(name, household.id)


def positions(subject: Subject) -> Iterator[Fault]:
    """Yield places without position, and coordinates far from all others.

    Where exactly a coordinate lies is not told: homes are secret.
    """
    places = subject.case.places
    middle = _middle([place.coordinate for place in places if place.coordinate])
    for number, place in enumerate(places):
        spot = place.coordinate
        if spot is None:
            if place.address is None:
                where = ("places", number)
                yield error(
                    Code.PLACE_WITHOUT_POSITION, where, place.id, Hint.GIVE_ADDRESS_OR_COORDINATE
                )
        elif _swapped(spot) or (middle and _metres(spot, middle) > FARTHEST):
            turned = Coordinate.model_construct(lat=spot.lon, lon=spot.lat)
            near = middle is not None and _metres(turned, middle) <= FARTHEST
            yield error(
                Code.COORDINATE_FAR_AWAY,
                ("places", number, "coordinate"),
                place.id,
                Hint.SWAP_LAT_LON if near or _swapped(spot) else Hint.CHECK_COORDINATE,
                kilometres=round(_metres(spot, middle) / 1000) if middle else 0,
            )


def _middle(spots: Sequence[Coordinate]) -> Coordinate | None:
    """Return the middle of ``spots``, ``None`` of too few to say who is the stray one."""
    if len(spots) < _ENOUGH:
        return None
    lat, lon = median_low(spot.lat for spot in spots), median_low(spot.lon for spot in spots)
    return Coordinate(lat=lat, lon=lon)


def _metres(one: Coordinate, other: Coordinate) -> float:
    """Return roughly how far two positions lie apart."""
    north = one.lat - other.lat
    east = (one.lon - other.lon) * cos(radians(other.lat))
    return hypot(north, east) * _METRES_PER_DEGREE


def _swapped(spot: Coordinate) -> bool:
    """Say whether ``spot`` lies in the Nordic countries only with its numbers swapped."""

    def nordic(lat: float, lon: float) -> bool:
        return _NORTH[0] <= lat <= _NORTH[1] and _EAST[0] <= lon <= _EAST[1]

    return nordic(spot.lon, spot.lat) and not nordic(spot.lat, spot.lon)
