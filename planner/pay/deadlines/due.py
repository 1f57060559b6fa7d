"""When something is due, and how that is worked out from when its clock started."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol

from planner.calendar.clock import ZONE
from planner.pay.deadlines.reading import Reading

_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Start:
    """What a clock starts from: a moment on the Swedish clock, and the day an end is told for."""

    at: datetime
    ends: date | None = None

    @property
    def day(self) -> date:
        """The Swedish day of the start."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Due:
    """The last moment that is on time, aware, on the Swedish clock.

    With ``whole_day`` any moment of its day will do. Before ``opens`` it is too early.
    """

    at: datetime
    whole_day: bool = False
    opens: datetime | None = None


class Count(Protocol):
    """A way of counting."""

    def due(self, start: Start, reading: Reading) -> Due:
        """Return when that which started at ``start`` is due."""
        ...


def on_day(day: date) -> Due:
    """Return what is due in the course of ``day``: until its last second."""
    return Due(at_clock(day, _LAST_SECOND), whole_day=True)


def at_clock(day: date, wall: time) -> datetime:
    """Return the moment when the clock on the wall shows ``wall`` on ``day``."""
    return datetime.combine(day, wall, tzinfo=ZONE)
