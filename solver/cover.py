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


def unavoidable_seconds(problem: Problem, cover: Cover) -> Int64:
    """Return a least number of uncovered seconds of each row, (q,), that every plan has.

    As if everybody on duty were free all the time, and at the nearest of the places that they can
    ever be at; what nobody reaches in time even then, nobody reaches in any plan.
    """
    if problem.shifts == 0:
        return (cover.closes - cover.opens).astype(np.int64)
    nearest = np.stack([_nearest(problem, cover, shift) for shift in range(problem.shifts)], 1)
    found = np.zeros(cover.rows, np.int64)
    for row in range(cover.rows):
        way, until = nearest[cover.way[row]].astype(np.int64), cover.until[cover.duty[row]]
        first = problem.shift_start.astype(np.int64)
        last = np.minimum(problem.shift_end, until - way + 1)
        opens, closes = int(cover.opens[row]), int(cover.closes[row])
        near = (way <= cover.limit[row]) & (first < last)
        found[row] = _between(first[near], last[near], opens, closes)
    return found


def _nearest(problem: Problem, cover: Cover, shift: int) -> Int32:
    """Return the seconds to the place of each way, (w,), from the nearest place of a shift."""
    own = problem.location[problem.allowed[:, shift] > 0]
    ends = [problem.start_location[shift], problem.end_location[shift]]
    places = np.unique(np.concatenate([own[own >= 0], ends]))
    nearest: Int32 = cover.to_place[:, problem.mode[shift], places].min(axis=1)
    return nearest


def _between(first: Int64, last: Int64, opens: int, closes: int) -> int:
    """Return the seconds from ``opens`` to before ``closes`` in no [first, last)."""
    order = np.argsort(first, kind="stable")
    begins = np.clip(first[order], opens, closes)
    ends = np.maximum.accumulate(np.clip(last[order], opens, closes))
    gaps = np.append(begins, closes) - np.concatenate([[opens], ends])
    return int(np.maximum(gaps, 0).sum())


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
