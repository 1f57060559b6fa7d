"""Small made-up extracts and places, and the shipped streets with a cache of their own."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from maps.streets import Streets
from planner.model.places import Coordinate, Place, TravelMode
from planner.model.units import PlaceId

LAT, LON = 57.7, 11.9
"""The south-west corner of made-up towns."""

METRE = 1 / 111_195.08
"""Degrees of latitude per metre on the sphere that the maps use."""

EAST_METRE = METRE / 0.5343523
"""Degrees of longitude per metre at ``LAT``."""

Spot = tuple[float, float]
"""Metres east and north of the corner of a made-up town."""


def degrees(spot: Spot) -> tuple[float, float]:
    """Return latitude and longitude of ``spot``."""
    return LAT + spot[1] * METRE, LON + spot[0] * EAST_METRE


def write_osm(
    path: Path, nodes: Mapping[int, Spot], ways: Sequence[tuple[Sequence[int], Mapping[str, str]]]
) -> Path:
    """Write an .osm file of ``nodes`` and ``ways`` (node numbers and tags), return its path."""
    rows = ["<osm version='0.6'>"]
    for number, spot in nodes.items():
        lat, lon = degrees(spot)
        rows.append(f"<node id='{number}' lat='{lat:.7f}' lon='{lon:.7f}'/>")
    for number, (refs, tags) in enumerate(ways, start=1):
        rows.append(f"<way id='{number}'>")
        rows.extend(f"<nd ref='{ref}'/>" for ref in refs)
        rows.extend(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items())
        rows.append("</way>")
    path.write_text("\n".join([*rows, "</osm>"]), encoding="utf-8")
    return path


def street(*refs: int, **tags: str) -> tuple[Sequence[int], Mapping[str, str]]:
    """Return a residential way; ``oneway_bicycle="no"`` stands for the key ``oneway:bicycle``."""
    named = {key.replace("_", ":"): value for key, value in tags.items()}
    return refs, {"highway": "residential", **named}


def place_at(name: str, spot: Spot, *, stairs: int = 0) -> Place:
    """Return a place at ``spot`` of a made-up town."""
    lat, lon = degrees(spot)
    return Place(id=PlaceId(name), coordinate=Coordinate(lat=lat, lon=lon), stairs=stairs)


def places_at(*spots: Spot) -> list[Place]:
    """Return places ``p0``, ``p1``, ... at ``spots``."""
    return [place_at(f"p{number}", spot) for number, spot in enumerate(spots)]


def homes(streets: Streets, count: int, seed: int = 1) -> list[Place]:
    """Return ``count`` places on residential streets of ``streets``."""
    found = streets.residential_points(count, seed)
    return [Place(id=PlaceId(f"h{number}"), coordinate=at) for number, at in enumerate(found)]


def block_town(path: Path) -> Path:
    """Write a town of three by three crossings 200 m apart, with what streets can be.

    The southern street is one-way eastwards (bicycles exempt), the middle one is a footpath, a
    loop hangs at the north-east corner, a crescent runs beside the northern street.
    """
    nodes = {3 * row + col + 1: (200.0 * col, 200.0 * row) for row in range(3) for col in range(3)}
    nodes |= {10: (450.0, 400.0), 11: (425.0, 440.0), 12: (100.0, 430.0)}
    ways = [
        street(1, 2, 3, oneway="yes", oneway_bicycle="no"),
        ((4, 5, 6), {"highway": "footway"}),
        street(7, 8, 9, maxspeed="30"),
        street(7, 12, 8),
        street(1, 4, 7),
        street(2, 5, 8, oneway="-1"),
        street(3, 6, 9),
        street(9, 10, 11, 9),
    ]
    return write_osm(path, nodes, ways)


ALL_MODES = tuple(TravelMode)
