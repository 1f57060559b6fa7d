"""Who may travel on a way, and in which direction.

Close to OSMnx's own drive_service, bike and walk filters (Boeing, OSMnx, ``_overpass.py``), with
the finer access tags of OpenStreetMap, bicycle contraflow, and shared Swedish cycle paths open to
walkers (Trafikförordningen 7 kap. 1 §).
"""

from collections.abc import Mapping
from typing import NamedTuple

from planner.model.places import TravelMode

Tags = Mapping[str, str]


class Directions(NamedTuple):
    """Whether a way may be travelled in the order of its points, and against it."""

    forward: bool
    backward: bool


CLOSED = Directions(forward=False, backward=False)
OPEN = Directions(forward=True, backward=True)
ALONG = Directions(forward=True, backward=False)
AGAINST = Directions(forward=False, backward=True)

_NOT_THERE = frozenset(
    [
        "abandoned",
        "bus_guideway",
        "busway",
        "construction",
        "elevator",
        "emergency_bay",
        "escape",
        "no",
        "planned",
        "platform",
        "proposed",
        "raceway",
        "razed",
        "rest_area",
        "services",
    ]
)
_NO_STREET = {
    TravelMode.CAR: _NOT_THERE
    | {"bridleway", "corridor", "cycleway", "footway", "path", "pedestrian", "steps"},
    TravelMode.BIKE: _NOT_THERE | {"corridor", "motorway", "motorway_link", "steps"},
    TravelMode.FOOT: _NOT_THERE | {"motorway", "motorway_link"},
}
_ONLY_WHERE_ALLOWED = {
    TravelMode.CAR: frozenset[str](),
    TravelMode.BIKE: frozenset({"footway", "bridleway"}),
    TravelMode.FOOT: frozenset[str](),
}
_NO_SERVICE = {
    TravelMode.CAR: frozenset({"emergency_access", "parking_aisle", "parking", "private", "bus"}),
    TravelMode.BIKE: frozenset({"private", "bus"}),
    TravelMode.FOOT: frozenset({"private", "bus"}),
}
# The first key that is present decides, from the special to the general.
_KEYS = {
    TravelMode.CAR: ("motorcar", "motor_vehicle", "vehicle", "access"),
    TravelMode.BIKE: ("bicycle", "vehicle", "access"),
    TravelMode.FOOT: ("foot", "access"),
}
_REFUSED = frozenset(
    [
        "no",
        "private",
        "agricultural",
        "forestry",
        "military",
        "emergency",
        "psv",
        "bus",
        "use_sidepath",
    ]
)
_ALLOWED = frozenset(["yes", "designated", "permissive", "official", "destination", "dismount"])
_YES = frozenset({"yes", "true", "1"})
_REVERSE = frozenset({"-1", "reverse"})
_ROUNDABOUTS = frozenset({"roundabout", "circular"})
_CYCLEWAYS = ("cycleway", "cycleway:left", "cycleway:right", "cycleway:both")


def directions(mode: TravelMode, tags: Tags) -> Directions:
    """Return the directions in which ``mode`` may travel a way with these tags."""
    if not _may_enter(mode, tags):
        return CLOSED
    if mode is TravelMode.FOOT:
        return _oneway(tags.get("oneway:foot", "no"))
    if mode is TravelMode.BIKE:
        return _bike_directions(tags)
    return _vehicle_directions(tags)


def _may_enter(mode: TravelMode, tags: Tags) -> bool:
    """Say whether ``mode`` may use the way at all."""
    highway = tags.get("highway", "no")
    if highway in _NO_STREET[mode] or tags.get("area") == "yes":
        return False
    if tags.get("service") in _NO_SERVICE[mode]:
        return False
    if mode is not TravelMode.CAR and tags.get("motorroad") == "yes":
        return False
    said = next((tags[key] for key in _KEYS[mode] if key in tags), None)
    if said in _REFUSED:
        return False
    return highway not in _ONLY_WHERE_ALLOWED[mode] or tags.get(_KEYS[mode][0]) in _ALLOWED


def _oneway(value: str) -> Directions:
    """Read a ``oneway`` value; what is not understood is open both ways."""
    if value in _YES:
        return ALONG
    return AGAINST if value in _REVERSE else OPEN


def _vehicle_directions(tags: Tags) -> Directions:
    """Apply ``oneway``, which roundabouts and motorways imply."""
    implied = tags.get("junction") in _ROUNDABOUTS or tags.get("highway") == "motorway"
    return _oneway(tags.get("oneway", "yes" if implied else "no"))


def _bike_directions(tags: Tags) -> Directions:
    """Apply ``oneway`` unless bicycles are exempt or have a contraflow lane."""
    if "oneway:bicycle" in tags:
        return _oneway(tags["oneway:bicycle"])
    if any(tags.get(key, "").startswith("opposite") for key in _CYCLEWAYS):
        return OPEN
    if any(tags.get(f"{key}:oneway") in {"no", "-1"} for key in _CYCLEWAYS[1:]):
        return OPEN
    return _vehicle_directions(tags)
