"""A small line chart of one key figure: points in an SVG view box, nothing to load."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, MARGIN = 320, 96, 10
"""Units of the view box; the margin keeps dots whole."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the chart in units of the view box."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The dots of a line and what its lower and upper edge mean."""

    dots: tuple[Dot, ...]
    least: float
    most: float

    @property
    def line(self) -> str:
        """The dots as an SVG polyline wants them."""
        return " ".join(f"{dot.x:g},{dot.y:g}" for dot in self.dots)


def chart_of(points: Sequence[Point], *, from_zero: bool) -> Chart:
    """Return the chart of at least one point, days to the right and values upwards.

    ``from_zero`` lets the lower edge mean 0; a line that does not move lies in the middle.
    """
    least = 0.0 if from_zero else min(point.value for point in points)
    most = max(point.value for point in points)
    first, last = points[0].day, points[-1].day
    days = max(1, (last - first).days)
    range_ = most - least
    dots = tuple(
        Dot(
            round(MARGIN + (point.day - first).days / days * (WIDTH - 2 * MARGIN), 1),
            round(_height((point.value - least) / range_ if range_ > 0 else 0.5), 1),
        )
        for point in points
    )
    return Chart(dots, least, most)


def _height(share: float) -> float:
    return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)
