"""Read the streets of an OpenStreetMap extract: ways with a ``highway`` tag, nothing else."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import osmium
from osmium.filter import EntityFilter, KeyFilter

SUFFIXES = (".osm.pbf", ".osm.bz2", ".osm", ".osm.gz")
"""The file names that are understood."""

Point = tuple[int, int]
"""Longitude and latitude in 1e-7 degrees, the resolution of OpenStreetMap."""


class ExtractError(ValueError):
    """An extract that cannot be used: the message names the file and what to try."""


@dataclass(frozen=True, slots=True)
class Way:
    """A street, path or the like: its tags, and its points with their numbers, in order."""

    tags: Mapping[str, str]
    nodes: tuple[int, ...]
    points: tuple[Point, ...]


def file_digest(path: Path) -> str:
    """Return the SHA-256 of the file at ``path``; raises ``ExtractError`` if there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        message = f"extract {path}: {error.strerror}; give the path of an .osm.pbf or .osm.bz2 file"
        raise ExtractError(message) from error


def read_ways(path: Path) -> list[Way]:
    """Return every ``highway`` way of the extract at ``path``, in file order.

    Points that lie outside the extract are left out; a way is cut in two there.
    Raises ``ExtractError`` when the file is missing, damaged or without streets.
    """
    if not path.name.endswith(SUFFIXES):
        raise ExtractError(
            f"extract {path}: give a file that ends with {' or '.join(SUFFIXES[:2])}"
        )
    if not path.is_file():
        raise ExtractError(f"extract {path}: no such file; check the path, or use 'goteborg'")
    try:
        ways = list(_ways(path))
    except (RuntimeError, OSError, ValueError) as error:
        message = f"extract {path}: damaged or not OpenStreetMap data; download it again"
        raise ExtractError(message) from error
    if not ways:
        message = f"extract {path}: no streets in it; cut it with complete ways and all tags"
        raise ExtractError(message)
    return ways


def _ways(path: Path) -> Iterator[Way]:
    """Yield the whole parts of every way with a ``highway`` tag."""
    kinds = osmium.osm.NODE | osmium.osm.WAY
    reader = osmium.FileProcessor(str(path), kinds).with_locations()
    reader.with_filter(EntityFilter(osmium.osm.WAY)).with_filter(KeyFilter("highway"))
    for way in reader:
        if not isinstance(way, osmium.osm.Way):
            continue
        tags = {tag.k: tag.v for tag in way.tags}
        corners = [
            (node.ref, (node.location.x, node.location.y) if node.location.valid() else None)
            for node in way.nodes
        ]
        for known, run in groupby(corners, key=lambda corner: corner[1] is not None):
            if not known:
                continue
            nodes, points = zip(*((ref, at) for ref, at in run if at is not None), strict=True)
            if len(nodes) > 1:
                yield Way(tags, nodes, points)
