"""Fits items into a stretch of a round: order by travel, lengths by what time there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from random import Random

from api.demo.drafts import Item, NoFitError, Slot, Stop
from api.demo.proportions import MINUTE

Unit = tuple[Item, ...]
"""Items that follow each other: one visit, or the visits of a couple in turn (H24)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a round, from ``opens`` at row ``start`` to ``closes`` at row ``end``.

    An ``end`` of ``None`` is wherever the last item happens.
    """

    slot: Slot
    opens: int
    closes: int
    start: int | None
    end: int | None

    @property
    def seconds(self) -> int:
        """How long it is."""
        return self.closes - self.opens


def road(stretch: Stretch, items: Sequence[Item] | Sequence[Stop]) -> int:
    """Return the travel seconds through ``items`` in their order."""
    rows = [item.row for item in items if item.row is not None]
    stations = [stretch.start, *rows, stretch.end]
    return sum(stretch.slot.leg(*pair) for pair in pairwise(stations))


def waiting(stretch: Stretch, stops: Sequence[Stop]) -> int:
    """Return the seconds of the stretch that are neither travel nor a stop."""
    return stretch.seconds - road(stretch, stops) - sum(stop.seconds for stop in stops)


def arrange(
    stretch: Stretch, units: Sequence[Unit], fixed: Mapping[int, Unit], rng: Random
) -> list[Unit]:
    """Return ``units`` and the ``fixed`` ones at their positions, swapped until travel is short."""
    loose = list(units)
    rng.shuffle(loose)
    count = len(units) + len(fixed)
    row = [fixed[place] if place in fixed else loose.pop() for place in range(count)]
    free = [place for place in range(count) if place not in fixed]
    best = road(stretch, flat(row))
    better = True
    while better:
        better = False
        for one, other in combinations(free, 2):
            row[one], row[other] = row[other], row[one]
            travel = road(stretch, flat(row))
            if travel < best:
                best, better = travel, True
            else:
                row[one], row[other] = row[other], row[one]
    return row


def flat(units: Sequence[Unit]) -> list[Item]:
    """Return the items of ``units`` in order."""
    return [item for unit in units for item in unit]


def fit(stretch: Stretch, items: Sequence[Item], idle: float, rng: Random) -> list[Stop]:
    """Return ``items`` in their order with times that leave about ``idle`` seconds of waiting.

    Raises ``NoFitError`` when they do not fit at their shortest.
    """
    room = stretch.seconds - road(stretch, items)
    minutes = _lengths(items, int(room - idle) // MINUTE)
    waiting = room - sum(minutes) * MINUTE
    if waiting < 0:
        raise NoFitError
    cuts = sorted(rng.randint(0, waiting) for _ in items)
    return _timed(stretch, items, minutes, cuts)


def _lengths(items: Sequence[Item], room: int) -> list[int]:
    """Return whole minutes for each item, ``room`` in all as far as their limits allow."""
    spare = sum(item.weight for item in items if item.most > item.least)
    loose = room - sum(item.least for item in items if item.most == item.least)
    minutes = [
        min(item.most, max(item.least, round(item.weight * loose / spare if spare else 0)))
        for item in items
    ]
    while (left := room - sum(minutes)) != 0:
        step = 1 if left > 0 else -1
        movable = [
            n for n, item in enumerate(items) if item.least <= minutes[n] + step <= item.most
        ]
        for number in movable[: abs(left)]:
            minutes[number] += step
        if not movable:
            break
    return minutes


def _timed(
    stretch: Stretch, items: Sequence[Item], minutes: Sequence[int], cuts: Sequence[int]
) -> list[Stop]:
    """Return the stops; before item n the waiting of the stretch so far is ``cuts[n]``."""
    stops: list[Stop] = []
    here, free, waited = stretch.start, stretch.opens, 0
    for item, length, cut in zip(items, minutes, cuts, strict=True):
        there = here if item.row is None else item.row
        start = free + stretch.slot.leg(here, there) + cut - waited
        stops.append(Stop(item.what, item.row, start, length * MINUTE, item.seat))
        here, free, waited = there, stops[-1].end, cut
    return stops


def fit_around(
    stretch: Stretch, units: Sequence[Unit], anchors: Sequence[Item], idle: float, rng: Random
) -> list[Stop]:
    """Return ``units`` fitted around ``anchors``, which start at their ``at``.

    ``idle`` seconds are spread over the stretch. Raises ``NoFitError``.
    """
    ordered = sorted(anchors, key=lambda item: item.at or 0)
    before = _before(stretch, len(units), ordered)
    fixed = {before[place] + place: (item,) for place, item in enumerate(ordered)}
    row = flat(arrange(stretch, units, fixed, rng))
    free = stretch.seconds - sum(item.least * MINUTE for item in ordered)
    stops: list[Stop] = []
    for part, items, anchor in _parts(stretch, row):
        stops += fit(part, items, idle * part.seconds / max(free, 1), rng)
        if anchor is not None and anchor.at is not None:
            stops.append(
                Stop(anchor.what, anchor.row, anchor.at, anchor.least * MINUTE, anchor.seat)
            )
    return stops


def _before(stretch: Stretch, count: int, anchors: Sequence[Item]) -> list[int]:
    """Return how many of ``count`` units come before each anchor, in proportion to the time."""
    busy = sum(anchor.least * MINUTE for anchor in anchors)
    pace = max(1, stretch.seconds - busy)
    gone, numbers = 0, []
    for anchor in anchors:
        free = (anchor.at or 0) - stretch.opens - gone
        numbers.append(max(0, min(count, round(count * free / pace))))
        gone += anchor.least * MINUTE
    return numbers


def _parts(stretch: Stretch, row: Sequence[Item]) -> list[tuple[Stretch, list[Item], Item | None]]:
    """Cut a stretch at its anchors."""
    parts: list[tuple[Stretch, list[Item], Item | None]] = []
    opens, start, items = stretch.opens, stretch.start, list[Item]()
    for item in row:
        if item.at is None:
            items.append(item)
            continue
        parts.append((Stretch(stretch.slot, opens, item.at, start, item.row), items, item))
        opens, start, items = item.at + item.least * MINUTE, item.row, []
    rest = Stretch(stretch.slot, opens, stretch.closes, start, stretch.end)
    return [*parts, (rest, items, None)]
