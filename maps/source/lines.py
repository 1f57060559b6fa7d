"""The streets of all modes as lines with a class: for drawing, and for sampling homes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np
import numpy.typing as npt

from maps.metric import Points
from maps.source.extract import Way


class LineClass(IntEnum):
    """How a street is drawn. ``RESIDENTIAL`` is drawn as ``MINOR``; homes are sampled on it."""

    MAJOR = 0
    MINOR = 1
    PATH = 2
    RESIDENTIAL = 3


_BY_HIGHWAY: Mapping[str, LineClass] = {
    **dict.fromkeys(
        [
            "motorway",
            "motorway_link",
            "trunk",
            "trunk_link",
            "primary",
            "primary_link",
            "secondary",
            "secondary_link",
            "tertiary",
            "tertiary_link",
        ],
        LineClass.MAJOR,
    ),
    **dict.fromkeys(["unclassified", "service", "road", "pedestrian"], LineClass.MINOR),
    **dict.fromkeys(["footway", "cycleway", "path", "steps", "track", "bridleway"], LineClass.PATH),
    **dict.fromkeys(("residential", "living_street"), LineClass.RESIDENTIAL),
}


@dataclass(frozen=True)
class Lines:
    """``k`` lines over ``c`` corners: line ``i`` is ``corners[ptr[i]:ptr[i + 1]]``."""

    classes: npt.NDArray[np.uint8]  # (k,) LineClass
    ptr: npt.NDArray[np.int32]  # (k + 1,)
    corners: Points  # (c, 2)

    def line(self, number: int) -> Points:
        """Return the corners of line ``number``."""
        return self.corners[self.ptr[number] : self.ptr[number + 1]]

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """Return the arrays by field name."""
        return {"classes": self.classes, "ptr": self.ptr, "corners": self.corners}

    @classmethod
    def from_arrays(cls, arrays: dict[str, npt.NDArray[np.generic]]) -> Self:
        """Make lines of ``arrays()``; raises ``ValueError`` when they do not fit together."""
        lines = cls(**arrays)  # type: ignore[arg-type]  # checked just below
        if len(lines.ptr) != len(lines.classes) + 1 or lines.ptr[-1] != len(lines.corners):
            raise ValueError("line arrays of different lengths")
        return lines


def make_lines(ways: Iterable[Way]) -> Lines:
    """Return the lines of all ``ways`` that are drawn: no platforms, areas or building sites."""
    drawn = [
        (kind, way.points)
        for way in ways
        if (kind := _BY_HIGHWAY.get(way.tags["highway"])) is not None
        and way.tags.get("area") != "yes"
    ]
    points = [np.array(line, dtype=np.int32) for _, line in drawn]
    return Lines(
        classes=np.array([kind for kind, _ in drawn], dtype=np.uint8),
        ptr=np.cumsum([0, *map(len, points)], dtype=np.int32),
        corners=np.concatenate([np.empty((0, 2), dtype=np.int32), *points]),
    )
