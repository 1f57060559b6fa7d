"""Cover over time in numbers: who can be where in time, and what the seconds without cost.

Slow and exact, from the rounds and starts alone; the kernel's own count is held to this one.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from solver.problem import Cover, Int32, Int64, Problem
from solver.road import legs, points

AT_ONCE = -1
"""The moment at which a piece of a round is free, where nothing comes first."""

Rounds = Sequence[Sequence[int]]
"""Task numbers per shift, in order."""


def cover_cost(problem: Problem, rounds: Rounds, start: Int32) -> int:
    """Return what uncovered seconds cost; nothing where there is nothing to cover."""
    if problem.cover is None:
        return 0
    return int(np.dot(uncovered_seconds(problem, problem.cover, rounds, start), problem.cover.cost))


def uncovered_seconds(problem: Problem, cover: Cover, rounds: Rounds, start: Int32) -> Int64:
    """Return how many seconds of each row, (q,), nobody is near enough; exact.

    Seconds are counted one by one: each piece of a round adds one to the seconds at which it
    is near enough, and what stays at zero is uncovered. Nobody answers after the end of a shift.
    """
    rows = [
        (shift, *piece)
        for shift, tasks in enumerate(rounds)
        for piece in _pieces(problem, cover, start, shift, tasks)
    ]
    table = np.array(rows, np.int64).reshape(-1, 5)
    table[:, 2] = np.minimum(table[:, 2], problem.shift_end[table[:, 0]])
    left = np.zeros(cover.rows, np.int64)
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
    problem: Problem, cover: Cover, start: Int32, shift: int, tasks: Sequence[int]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield from when to when a shift is bound for or at which point, and when it is free."""
    way = list(points(problem, shift, tasks))
    seconds = list(legs(problem, shift, tasks))
    now = int(problem.shift_start[shift])
    for number, task in enumerate(tasks):
        there = way[number + 1]
        arrives = now + seconds[number]
        starts = int(start[task])
        ends = starts + int(problem.duration[task])
        yield now, arrives, there, arrives
        yield arrives, starts, there, AT_ONCE
        yield starts, ends, there, ends if cover.held[task] else AT_ONCE
        now = ends
    arrives = now + seconds[-1]
    yield now, arrives, way[-1], arrives
    yield arrives, int(problem.shift_end[shift]), way[-1], AT_ONCE
