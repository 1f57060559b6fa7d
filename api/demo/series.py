"""What recurs in a group's week: each series of visits with its start, length and windows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from api.demo.drafts import Slot, Stop, Task
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

_LIGHT = frozenset({"check", "phone", "cleaning", "shopping", "laundry"})
"""Visits that can always be left for an alarm."""


def with_uninterruptible(series: Sequence[Series], rng: Random) -> tuple[Series, ...]:
    """Mark a third of the care time: double staffing, insulin, showers, then others by lot.

    The weekly visits of each weekday come first; the daily ones make up for what they lack.
    """
    share, marked = LUND.uninterruptible, set[int]()
    numbers = range(len(series))
    for weekday in range(7):
        weekly = [n for n in numbers if series[n].task.days == {weekday}]
        marked |= _marked(series, weekly, share * sum(series[n].seconds for n in weekly), rng)
    lacking = share * sum(row.weight for row in series) - sum(series[n].weight for n in marked)
    daily = [n for n in numbers if len(series[n].task.days) > 1]
    marked |= _marked(series, daily, lacking / 7, rng)
    return tuple(replace(row, uninterruptible=n in marked) for n, row in enumerate(series))


def _marked(
    series: Sequence[Series], numbers: Sequence[int], wanted: float, rng: Random
) -> set[int]:
    """Return the sure ones of ``numbers``, and others until ``wanted`` seconds are held."""
    sure = {number for number in numbers if _sure(series[number])}
    held = sum(series[number].seconds for number in sure)
    for number in rng.sample(numbers, len(numbers)):
        row = series[number]
        light = not row.task.type.parts or row.task.type.label in _LIGHT
        if number not in sure and not light and held + row.seconds <= wanted:
            sure.add(number)
            held += row.seconds
    return sure


def _sure(row: Series) -> bool:
    double = row.task.part is not DoublePart.NONE
    return double or row.task.insulin or row.task.type.label in _CALM
