"""The streets as few and short lines for drawing a basemap."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import shapely

from maps.box import Box
from maps.metric import Flat
from maps.paths.route import LatLon, to_degrees
from maps.paths.snap import Indices
from maps.source.lines import LineClass, Lines

TOLERANCE_METRES = 2.0
"""How far a drawn line may lie from the street it stands for."""


class StreetKind(StrEnum):
    """How thick a street is drawn."""

    MAJOR = "major"
    MINOR = "minor"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class StreetLine:
    """A line to draw."""

    kind: StreetKind
    points: tuple[LatLon, ...]


_KINDS = {
    StreetKind.PATH: (LineClass.PATH,),
    StreetKind.MINOR: (LineClass.MINOR, LineClass.RESIDENTIAL),
    StreetKind.MAJOR: (LineClass.MAJOR,),
}


def draw(lines: Lines, box: Box | None) -> tuple[StreetLine, ...]:
    """Return the lines that touch ``box`` (all without one), thin kinds first.

    Lines of one kind that meet end to end are joined, and corners that change a line by less than
    ``TOLERANCE_METRES`` are left out.
    """
    if len(lines.classes) == 0:
        return ()
    shown = np.ones(len(lines.classes), dtype=bool)
    if box is not None:
        shown = np.logical_or.reduceat(box.holds(lines.corners), lines.ptr[:-1])
    flat = Flat.at(lines.corners)
    return tuple(
        StreetLine(kind, to_degrees(flat.points(shapely.get_coordinates(shape))))
        for kind, classes in _KINDS.items()
        for shape in _joined(lines, np.flatnonzero(shown & np.isin(lines.classes, classes)), flat)
    )


def _joined(lines: Lines, numbers: Indices, flat: Flat) -> list[shapely.Geometry]:
    """Return the chosen lines in metres, joined and thinned out."""
    shapes = [shapely.LineString(flat.metres(lines.line(int(number)))) for number in numbers]
    joined = shapely.line_merge(shapely.MultiLineString(shapes))
    return list(shapely.get_parts(shapely.simplify(joined, TOLERANCE_METRES)))
