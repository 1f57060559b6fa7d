"""Coordinates for the places of a case, by their addresses."""

from maps.addresses.book import AddressBook, Miss, Reason
from maps.addresses.known import metres_between
from planner.model.case import Case
from planner.model.findings import Fault, Severity
from planner.model.places import Place
from planner.model.units import PlaceId

FAR_METRES = 300
"""From here on a coordinate and the address beside it are said to disagree."""

_HINTS = {
    Reason.STREET: "check_street",
    Reason.NUMBER: "check_number",
    Reason.NO_NUMBER: "give_number",
    Reason.TOWN: "check_postcode_and_city",
    Reason.ENTRANCE: "check_entrance",
    Reason.AMBIGUOUS: "give_postcode_or_city",
}


def locate(case: Case, book: AddressBook) -> tuple[Case, tuple[Fault, ...]]:
    """Return ``case`` with coordinates for the addresses that stand in ``book``, and all faults.

    A pinned coordinate stays. An address that is not in the book is an error
    (``address_not_found``) where the place has no coordinate, else a warning, and the
    coordinate stays. What was read tolerantly is said as a warning. No fault repeats an address
    or a coordinate of the case, only the place and the path; for a client with protected identity
    it holds no suggestion from the book either.
    """
    hidden = {client.place for client in case.clients if client.protected_identity}
    places, faults = [], []
    for number, place in enumerate(case.places):
        placed, said = _place(place, book, f"$.places[{number}]", hidden)
        places.append(placed)
        faults.extend(said)
    return case.model_copy(update={"places": tuple(places)}), tuple(faults)


def _place(
    place: Place, book: AddressBook, path: str, hidden: set[PlaceId]
) -> tuple[Place, list[Fault]]:
    """Return one place with its coordinate, and what there is to say of it."""
    if place.pinned and place.coordinate is not None:
        return place, []
    if place.address is None:
        missing = Fault(
            "place_without_position", Severity.ERROR, path, place.id, "give_address_or_pin"
        )
        return place, [] if place.coordinate is not None else [missing]
    found = book.find(place.address)
    at = f"{path}.address"
    if isinstance(found, Miss):
        severity = Severity.ERROR if place.coordinate is None else Severity.WARNING
        near = [] if place.id in hidden else [a.model_dump() for a in found.suggestions]
        told = {"place": place.id, "reason": found.reason.value, "suggestions": near}
        return place, [Fault("address_not_found", severity, at, None, _HINTS[found.reason], told)]
    told = {"place": place.id}
    said = []
    if found.spelling:
        said.append(Fault("address_spelling", Severity.WARNING, at, None, "check_street", told))
    if found.entrance:
        said.append(Fault("address_entrance", Severity.WARNING, at, None, "check_entrance", told))
    if place.coordinate is not None:
        metres = round(
            metres_between(
                (place.coordinate.lat, place.coordinate.lon), (found.known.lat, found.known.lon)
            )
        )
        if metres > FAR_METRES:
            far = {**told, "metres": metres}
            said.append(
                Fault("address_far_from_coordinate", Severity.WARNING, at, None, "set_pin", far)
            )
    return place.model_copy(update={"coordinate": found.coordinate}), said
