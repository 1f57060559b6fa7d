"""Visits that overlap in time: who stands together, how long, and how long at least one is there.

Intervals are half open: a visit that begins when another ends does not overlap it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from planner.model.units import Seconds
from planner.pay.steps.days import seconds_between


class Interval(Protocol):
    """Anything from ``start`` to ``end``."""

    @property
    def start(self) -> datetime:
        """When it begins."""
        ...

    @property
    def end(self) -> datetime:
        """When it ends."""
        ...


Row = TypeVar("Row", bound=Interval)


def length(row: Interval) -> Seconds:
    """Return the elapsed seconds of ``row``."""
    return seconds_between(row.start, row.end)


def common(one: Interval, other: Interval) -> Seconds:
    """Return the seconds that both last."""
    return seconds_between(max(one.start, other.start), min(one.end, other.end))


def clusters(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """Return ``rows`` in groups that hang together in time, in order of their start.

    A row without time belongs to the group whose time it lies in, else it stands alone.
    """
    groups: list[list[Row]] = []
    end: datetime | None = None
    for row in sorted(rows, key=lambda row: (row.start, row.end)):
        if end is not None and row.start < end:
            groups[-1].append(row)
            end = max(end, row.end)
        else:
            groups.append([row])
            end = row.end
    return tuple(tuple(group) for group in groups)


def covered(rows: Iterable[Interval]) -> Seconds:
    """Return the seconds during which at least one of ``rows`` lasts."""
    total, end = 0, None
    for row in sorted(rows, key=lambda row: (row.start, row.end)):
        begin = row.start if end is None else max(row.start, end)
        total += seconds_between(begin, row.end)
        end = row.end if end is None else max(end, row.end)
    return Seconds(total)


def shared_with(row: Interval, others: Iterable[Interval]) -> Seconds:
    """Return the seconds of ``row`` during which at least one of ``others`` lasts."""
    return covered(
        _Part(max(row.start, other.start), min(row.end, other.end))
        for other in others
        if common(row, other)
    )


class _Part:
    """A part of an interval."""

    def __init__(self, start: datetime, end: datetime) -> None:
        self.start, self.end = start, end
