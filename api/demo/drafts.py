"""What the generator thinks in before there are codes: tasks, stops, slots of a group.

Rows count the places of the group's site; seconds count from midnight; weekdays from Monday = 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from api.demo.menu import VisitType
from planner.model.orders import DoublePart
from planner.model.places import TravelMode
from planner.model.staff import DutyKind

EVERY_DAY = frozenset(range(7))


class NoFitError(Exception):
    """A draw that does not fit together; the group is drawn anew."""


@dataclass(frozen=True, slots=True)
class Task:
    """A visit that recurs at the same time: every day, or on one weekday.

    ``other_week`` stands in every second week. ``part`` with ``shared`` seconds makes it
    double-staffed.
    """

    client: int
    type: VisitType
    label: str
    row: int | None
    days: frozenset[int] = EVERY_DAY
    other_week: VisitType | None = None
    part: DoublePart = DoublePart.NONE
    insulin: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its visits, that of the other week included."""
        if self.other_week is None:
            return (self.label,)
        return self.label, self.label.replace(self.type.label, self.other_week.label)


class Pause(Enum):
    """Time of a shift that is no visit."""

    BREAK = "break"
    HANDOVER = DutyKind.HANDOVER
    MEETING = DutyKind.MEETING
    PLANNING = DutyKind.CONTACT_PLANNING


@dataclass(frozen=True, slots=True)
class Item:
    """Something that has to fit into a round: ``least`` to ``most`` minutes at ``row``.

    ``at`` fixes the start. ``seat`` is 2 for the second caregiver of a double-staffed task.
    """

    what: Task | Pause
    row: int | None
    least: int
    most: int
    weight: float = 1.0
    at: int | None = None
    seat: int = 1


@dataclass(frozen=True, slots=True)
class Stop:
    """An item with its time."""

    what: Task | Pause
    row: int | None
    start: int
    seconds: int
    seat: int = 1

    @property
    def end(self) -> int:
        """When it is done."""
        return self.start + self.seconds


@dataclass(frozen=True, slots=True)
class Slot:
    """One round of a group's day: mode, working hours, and its legs' seconds (row by row)."""

    number: int
    evening: bool
    mode: TravelMode
    opens: int
    closes: int
    seconds: Sequence[Sequence[int]]
    office: int = 0

    def leg(self, start: int | None, end: int | None) -> int:
        """Return the seconds from row to row; none where either is nowhere."""
        return 0 if start is None or end is None else self.seconds[start][end]

    def paid(self, rest: int) -> int:
        """Return the paid seconds of a shift with ``rest`` unpaid."""
        return self.closes - self.opens - rest
