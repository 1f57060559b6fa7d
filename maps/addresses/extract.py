"""Addresses of an OpenStreetMap extract: points, buildings and their doors."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

import osmium
from osmium.osm import Area, Node, TagList, Way

from maps.addresses.known import AddressSourceError, Known
from planner.model.findings import Fault, Severity

Position = tuple[float, float]


class _Code(StrEnum):
    """Why an extract cannot be used."""

    FILE = "extract_unreadable"
    EMPTY = "extract_without_addresses"


def read_extract(path: Path) -> tuple[Known, ...]:
    """Return every address of an extract (.osm.pbf, .osm.bz2, .osm), in the file's order.

    Reads ``addr:street`` (or ``addr:place``) with ``addr:housenumber`` on points, ways and
    multipolygons; an area lies at the middle of its corners. A point with ``entrance`` and
    ``ref`` (or ``addr:unit``) on an addressed way is a door of it. Raises
    ``AddressSourceError`` with ``extract_unreadable`` or ``extract_without_addresses``.
    """
    try:
        entries = tuple(_addresses(path))
    except (RuntimeError, OSError, ValueError) as error:
        raise _refused(_Code.FILE, path, "give_osm_pbf_or_bz2") from error
    if not entries:
        raise _refused(_Code.EMPTY, path, "give_extract_with_house_numbers")
    return entries


def _refused(code: _Code, path: Path, hint: str) -> AddressSourceError:
    return AddressSourceError([Fault(code.value, Severity.ERROR, "$", path.name, hint)])


def _addresses(path: Path) -> Iterator[Known]:
    """Yield the addresses; areas come after the ways they are made of."""
    doors: dict[int, tuple[str, Position]] = {}
    wanted = osmium.filter.KeyFilter("addr:housenumber")
    for thing in osmium.FileProcessor(str(path)).with_areas(wanted):
        if isinstance(thing, Node):
            yield from _point(thing, doors)
        elif isinstance(thing, Way):
            yield from _way(thing, doors)
        elif isinstance(thing, Area) and not thing.from_way():
            corners = [corner for ring in thing.outer_rings() for corner in _positions(ring)]
            yield from _entries(thing.tags, corners)


def _point(node: Node, doors: dict[int, tuple[str, Position]]) -> Iterator[Known]:
    """Yield the address of a point, and remember it when it is a door with a sign."""
    here = (node.location.lat, node.location.lon)
    if "entrance" in node.tags and _door(node.tags):
        doors[node.id] = (_door(node.tags), here)
    yield from _entries(node.tags, [here], _door(node.tags))


def _way(way: Way, doors: dict[int, tuple[str, Position]]) -> Iterator[Known]:
    """Yield the address of a way and of each door on it."""
    if "addr:housenumber" not in way.tags:
        return
    yield from _entries(way.tags, _positions(way.nodes))
    for number in dict.fromkeys(corner.ref for corner in way.nodes):
        if number in doors:
            sign, here = doors[number]
            yield from _entries(way.tags, [here], sign)


def _entries(tags: TagList, corners: list[Position], door: str = "") -> Iterator[Known]:
    """Yield the address in ``tags`` at the middle of ``corners``, if there is one."""
    street = tags.get("addr:street") or tags.get("addr:place")
    number = tags.get("addr:housenumber")
    if not street or not number or not corners:
        return
    lat, lon = (sum(axis) / len(corners) for axis in zip(*corners, strict=True))
    yield Known(
        street=street,
        number=number,
        lat=round(lat, 7),
        lon=round(lon, 7),
        entrance=door,
        postcode=tags.get("addr:postcode") or "",
        city=tags.get("addr:city") or "",
        locality=tags.get("addr:place") or tags.get("addr:suburb") or "",
    )


def _door(tags: TagList) -> str:
    """Return the sign of a door: its unit, or the reference of an entrance."""
    return tags.get("addr:unit") or ("entrance" in tags and tags.get("ref")) or ""


def _positions(corners: Iterable[osmium.osm.NodeRef]) -> list[Position]:
    """Return where the corners lie, a closed ring's first corner once."""
    lying = {corner.ref: corner for corner in corners if corner.location.valid()}
    return [(corner.location.lat, corner.location.lon) for corner in lying.values()]
