"""How fast a way is travelled, in km/h, from its tags and a profile."""

import re
from collections.abc import Mapping

from maps.network.profile import WALKING_KMH, Profile
from planner.model.places import TravelMode

SLOWEST, FASTEST = 5.0, 130.0
"""Signed speeds in km/h outside these are taken for slips of the pen."""

WALKING_PACE_KMH = 7.0
"""Gångfart, the limit in a gångfartsområde (Trafikförordningen 8 kap. 1 §)."""

_NAMED = {
    "SE:urban": 50.0,
    "SE:rural": 70.0,
    "SE:motorway": 110.0,
    "SE:trunk": 90.0,
    "SE:living_street": WALKING_PACE_KMH,
    "SE:walk": WALKING_PACE_KMH,
    "walk": WALKING_PACE_KMH,
    "SE:bicycle_road": 30.0,
}
_KEYS = ("maxspeed", "zone:maxspeed", "maxspeed:type", "source:maxspeed", "zone:traffic")
_NUMBER = re.compile(r"(?:SE:)?(?:zone:?)?(\d{1,3}(?:\.\d+)?)\s*(mph|km/h|kmh|kph)?")
_KMH_PER_MPH = 1.609344


def signed_speed(tags: Mapping[str, str], direction: str) -> float | None:
    """Return the signed speed in km/h, or None where no tag says one that makes sense.

    ``direction`` is ``forward`` or ``backward``. Of several values (``50;30``) the lowest counts.
    """
    for key in (f"maxspeed:{direction}", *_KEYS):
        speeds = [_one_speed(part.strip()) for part in tags.get(key, "").split(";")]
        known = [speed for speed in speeds if speed is not None]
        if known:
            return min(known)
    return None


def _one_speed(text: str) -> float | None:
    """Read one value such as ``50``, ``SE:urban``, ``SE:zone30`` or ``30 mph``."""
    if text in _NAMED:
        return _NAMED[text]
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    speed = float(match[1]) * (_KMH_PER_MPH if match[2] == "mph" else 1.0)
    return speed if SLOWEST <= speed <= FASTEST else None


def travel_speed(
    mode: TravelMode, profile: Profile, tags: Mapping[str, str], direction: str
) -> float:
    """Return the speed in km/h at which ``mode`` travels a way that is open to it.

    Traffic slows a car down to walking pace at most, and no further.
    """
    highway = tags.get("highway", "")
    usual = profile.classes.get(highway, profile.classes.get("default", WALKING_KMH))
    if mode is TravelMode.CAR:
        signed = signed_speed(tags, direction)
        limit = usual if signed is None else signed
        return max(limit * profile.speed_factor, min(limit, WALKING_PACE_KMH))
    if mode is TravelMode.BIKE and _pushed(tags):
        return WALKING_KMH
    most = profile.surfaces.get(tags.get("surface", ""), usual)
    return min(usual, most) * profile.speed_factor


def _pushed(tags: Mapping[str, str]) -> bool:
    """Say whether a bicycle is walked here."""
    return tags.get("bicycle") == "dismount"
