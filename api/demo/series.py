"""What recurs in a group's week: each series of visits with its start, length and windows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from api.demo.drafts import Slot, Stop, Task
from api.demo.menu import VisitType
from api.demo.proportions import LUND, MINUTE
from api.demo.week import Week
from planner.model.orders import DoublePart

GRID = 5 * MINUTE
"""Windows open and close at whole five minutes."""

_WISH = 0.6
"""Share of visits with a preferred window inside the hard one. Assumption."""


@dataclass(frozen=True, slots=True)
class Window:
    """Seconds from midnight between which a visit starts, and best starts."""

    earliest: int
    latest: int
    wish: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A task at its planted ``start``; ``second`` is offset and length of the second seat.

    ``uninterruptible`` visits take no alarm call.
    """

    task: Task
    start: int
    seconds: int
    second: tuple[int, int] | None
    window: Window
    uninterruptible: bool = False

    @property
    def weight(self) -> int:
        """Seconds of care in a week."""
        return self.seconds * len(self.task.days)


def draw_series(slots: Sequence[Slot], weeks: Sequence[Week], rng: Random) -> tuple[Series, ...]:
    """Return every series of the group's weeks, with windows around the planted starts."""
    first: dict[tuple[int, str], tuple[Slot, Stop]] = {}
    second: dict[tuple[int, str], Stop] = {}
    for slot, week in zip(slots, weeks, strict=True):
        for stop in (stop for day in week for stop in day):
            if isinstance(stop.what, Task):
                key = stop.what.client, stop.what.label
                if stop.seat == 1:
                    first.setdefault(key, (slot, stop))
                else:
                    second[key] = stop
    return tuple(_series(*first[key], second.get(key), rng) for key in sorted(first))


def _series(slot: Slot, stop: Stop, helper: Stop | None, rng: Random) -> Series:
    task = stop.what
    assert isinstance(task, Task)  # noqa: S101  for the type checker: draw_series keeps tasks
    slack = (10, 20) if task.insulin else task.type.slack
    window = _window(slot, stop, slack, rng)
    second = None if helper is None else (helper.start - stop.start, helper.seconds)
    return Series(task, stop.start, stop.seconds, second, window)


def _window(slot: Slot, stop: Stop, slack: tuple[int, int], rng: Random) -> Window:
    """Return a window with ``stop.start`` inside, within the working hours of the round."""
    earliest = max(slot.opens, _down(stop.start - rng.randint(*slack) * MINUTE))
    last = _down(slot.closes - stop.seconds)
    latest = min(max(last, stop.start), _up(stop.start + rng.randint(*slack) * MINUTE))
    if rng.random() >= _WISH or latest - earliest < 4 * GRID:
        return Window(earliest, _whole(latest))
    wish = (
        max(earliest, _down(stop.start - rng.randint(5, 15) * MINUTE)),
        min(_whole(latest), _up(stop.start + rng.randint(5, 15) * MINUTE)),
    )
    return Window(earliest, _whole(latest), wish)


def _down(seconds: int) -> int:
    return seconds // GRID * GRID


def _up(seconds: int) -> int:
    return -_down(-seconds)


def _whole(seconds: int) -> int:
    """Return ``seconds`` rounded up to whole minutes."""
    return -(-seconds // MINUTE) * MINUTE


_CALM = frozenset({"shower"})
"""Visits that are never interrupted."""


def with_uninterruptible(series: Iterable[Series], rng: Random) -> tuple[Series, ...]:
    """Mark a third of the care time: double staffing, insulin, showers, then others by lot."""
    rows = list(series)
    wanted = LUND.uninterruptible * sum(row.weight for row in rows)
    order = sorted(range(len(rows)), key=lambda n: (not _sure(rows[n]), rng.random()))
    marked: set[int] = set()
    held = 0
    for number in order:
        row = rows[number]
        if not _interruptible_at_all(row.task.type) and (_sure(row) or held + row.weight <= wanted):
            marked.add(number)
            held += row.weight
    return tuple(
        Series(row.task, row.start, row.seconds, row.second, row.window, number in marked)
        for number, row in enumerate(rows)
    )


def _sure(row: Series) -> bool:
    double = row.task.part is not DoublePart.NONE
    return double or row.task.insulin or row.task.type.label in _CALM


def _interruptible_at_all(type_: VisitType) -> bool:
    """Say whether a visit is of a kind that can always be left for an alarm."""
    return not type_.parts or type_.label in {"check", "phone", "cleaning", "shopping", "laundry"}
