"""What uncovered seconds cost in every plan of a problem, at least."""

from collections.abc import Iterator

import numpy as np

from planner.alarm.bound import Asked, Kept, least_uncovered
from solver.problem import HERE, MUST, NEVER, Cover, Int64, Problem


def uncoverable_cost(problem: Problem, cover: Cover) -> int:
    """Return what the seconds of ``cover`` that nobody can cover cost, whatever the plan."""
    ways = [_ways(problem, cover, shift) for shift in range(problem.shifts)]
    nearest = np.array([way.min(axis=1) for way in ways], np.int64).reshape(-1, cover.rows).T
    until = cover.until[cover.duty].astype(np.int64)
    near = (nearest <= cover.limit[:, None]) & (until != NEVER)
    first = np.broadcast_to(problem.shift_start.astype(np.int64), near.shape)
    last = np.where(near, np.minimum(problem.shift_end, until - nearest + 1), first)
    asked = Asked(
        opens=cover.opens.astype(np.int64),
        closes=cover.closes.astype(np.int64),
        limit=cover.limit.astype(np.int64),
        cost=cover.cost,
    )
    return least_uncovered(asked, first, last, list(_breaks(problem, cover, ways)))


def _ways(problem: Problem, cover: Cover, shift: int) -> Int64:
    """Return the seconds to each row from every place that a shift can be at, (q, places)."""
    own = problem.location[problem.allowed[:, shift] > 0]
    ends = [problem.start_location[shift], problem.end_location[shift]]
    places = np.unique(np.concatenate([own[own != HERE], ends]))
    return cover.to_place[cover.way][:, problem.mode[shift], places].astype(np.int64)


def _breaks(problem: Problem, cover: Cover, ways: list[Int64]) -> Iterator[Kept]:
    """Yield every task that must be done in one shift and is not left before it is done."""
    for task in np.flatnonzero((cover.held > 0) & (problem.unplaced_cost >= MUST)).tolist():
        able = np.flatnonzero(problem.allowed[task])
        if len(able) == 1:
            shift, place = int(able[0]), int(problem.location[task])
            fixed = cover.to_place[cover.way][:, problem.mode[shift], [place]].astype(np.int64)
            yield Kept(
                shift=shift,
                earliest=max(int(problem.earliest[task]), int(problem.shift_start[shift])),
                latest=int(problem.latest[task]),
                duration=int(problem.duration[task]),
                ways=ways[shift] if place == HERE else fixed,
            )
