"""Cover over time in numbers: who can be where in time, and what the seconds without cost.

The kernel does not weigh it yet; a plan's cost counts it, from the rounds and starts alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from solver.parts import points
from solver.problem import Flags, Int32, Int64, Problem, Solution

NEVER = -(1 << 28)
"""The ``until`` of a shift that does not answer."""

AT_ONCE = -1
"""The moment at which a piece of a round is free, where nothing comes first."""


@dataclass(frozen=True)
class Cover:
    """``q`` rows: a place that somebody reaches in time at every second of a span.

    Row ``r`` asks from ``opens[r]`` to before ``closes[r]`` for somebody ``limit[r]`` seconds away
    at most, and costs ``cost[r]`` for each second without. It takes
    ``to_place[way[r], mode, point]`` seconds to get there, a key fetched on the way included.
    Shift ``s`` answers when it is there at ``until[duty[r], s]`` at the latest. Tasks that are
    ``held`` are left only when they are done. Moments are seconds after the problem's origin.
    """

    held: Flags  # (n,)
    opens: Int32  # (q,)
    closes: Int32  # (q,)
    limit: Int32  # (q,)
    cost: Int64  # (q,) per second
    way: Int32  # (q,) row of to_place
    duty: Int32  # (q,) row of until
    to_place: Int32  # (w, k, p) seconds
    until: Int32  # (d, m) moments or NEVER

    def __post_init__(self) -> None:
        """Make every array read-only: a cover is a value."""
        for field in fields(self):
            getattr(self, field.name).setflags(write=False)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The different spans of the rows."""
        pairs = zip(self.opens.tolist(), self.closes.tolist(), strict=True)
        return tuple(dict.fromkeys(pairs))


def cover_cost(problem: Problem, cover: Cover | None, solution: Solution) -> int:
    """Return what the uncovered seconds of ``solution`` cost; nothing where there is no cover."""
    if cover is None:
        return 0
    return int(np.dot(uncovered_seconds(problem, cover, solution), cover.cost))


def uncovered_seconds(problem: Problem, cover: Cover, solution: Solution) -> Int64:
    """Return how many seconds of each row, (q,), nobody is near enough; exact.

    Seconds are counted one by one: each piece of a round adds one to the seconds at which it
    is near enough, and what stays at zero is uncovered.
    """
    rows = [
        (shift, *piece)
        for shift, tasks in enumerate(solution.rounds)
        for piece in _pieces(problem, cover, solution, shift, tasks)
    ]
    table = np.array(rows, np.int64).reshape(-1, 5)
    left = np.zeros(len(cover.opens), np.int64)
    for opens, closes in cover.spans:
        within = table[(table[:, 2] > opens) & (table[:, 1] < closes)]
        same = np.flatnonzero((cover.opens == opens) & (cover.closes == closes))
        for row in same.tolist():
            left[row] = _left(problem, cover, row, within)
    return left


def _left(problem: Problem, cover: Cover, row: int, table: Int64) -> int:
    """Return the seconds of one row that no piece of ``table`` covers."""
    shift, start, end, point, free = table.T
    way = cover.to_place[cover.way[row]][problem.mode[shift], point].astype(np.int64)
    until, limit = cover.until[cover.duty[row]][shift], int(cover.limit[row])
    opens, closes = int(cover.opens[row]), int(cover.closes[row])
    waits = free != AT_ONCE
    first = np.where(waits, np.maximum(start, free + way - limit), start)
    last = np.where(waits, end, np.minimum(end, until - way + 1))
    near = np.where(waits, free + way <= until, way <= limit)
    first, last = np.clip(first, opens, closes), np.clip(last, opens, closes)
    near &= first < last
    steps = np.zeros(closes - opens + 1, np.int64)
    np.add.at(steps, first[near] - opens, 1)
    np.add.at(steps, last[near] - opens, -1)
    return int(np.count_nonzero(np.cumsum(steps[:-1]) == 0))


def _pieces(
    problem: Problem, cover: Cover, solution: Solution, shift: int, tasks: tuple[int, ...]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield from when to when a shift is bound for or at which point, and when it is free."""
    way = list(points(problem, shift, tasks))
    seconds = problem.travel[problem.mode[shift]]
    now = int(problem.shift_start[shift])
    for number, task in enumerate(tasks):
        there = way[number + 1]
        arrives = now + int(seconds[way[number], there])
        starts = int(solution.start[task])
        ends = starts + int(problem.duration[task])
        yield now, arrives, there, arrives
        yield arrives, starts, there, AT_ONCE
        yield starts, ends, there, ends if cover.held[task] else AT_ONCE
        now = ends
    arrives = now + int(seconds[way[-2], way[-1]])
    yield now, arrives, way[-1], arrives
    yield arrives, int(problem.shift_end[shift]), way[-1], AT_ONCE
