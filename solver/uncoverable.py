"""What uncovered seconds cost in every plan of a problem, at least."""

from collections.abc import Iterator

import numpy as np

from planner.alarm.bound import Asked, Kept, least_uncovered
from solver.problem import HERE, MUST, NEVER, Cover, Int64, Problem


def uncoverable_cost(problem: Problem, cover: Cover) -> int:
    """Return what the seconds of ``cover`` that nobody can cover cost, whatever the plan."""
    shifts = range(problem.shifts)
    by_way = np.array([_ways(problem, cover, shift).min(axis=1) for shift in shifts], np.int64)
    nearest = by_way.reshape(-1, len(cover.to_place)).T[cover.way]
    until = cover.until[cover.duty].astype(np.int64)
    near = (nearest <= cover.limit[:, None]) & (until != NEVER)
    first = np.broadcast_to(problem.shift_start.astype(np.int64), near.shape)
    last = np.where(near, np.minimum(problem.shift_end, until - nearest + 1), first)
    asked = Asked(
        opens=cover.opens.astype(np.int64),
        closes=cover.closes.astype(np.int64),
        limit=cover.limit.astype(np.int64),
        cost=cover.cost,
        way=cover.way.astype(np.int64),
    )
    return least_uncovered(asked, first, last, _breaks(problem, cover))


def _ways(problem: Problem, cover: Cover, shift: int) -> Int64:
    """Return the seconds by way from every place that a shift can be at, (ways, places)."""
    own = problem.location[problem.allowed[:, shift] > 0]
    ends = [problem.start_location[shift], problem.end_location[shift]]
    places = np.unique(np.concatenate([own[own != HERE], ends]))
    return cover.to_place[:, problem.mode[shift], places].astype(np.int64)


def _breaks(problem: Problem, cover: Cover) -> Iterator[Kept]:
    """Yield every task that must be done in one shift and is not left before it is done."""
    for task in np.flatnonzero((cover.held > 0) & (problem.unplaced_cost >= MUST)).tolist():
        able = np.flatnonzero(problem.allowed[task])
        if len(able) == 1:
            shift, place = int(able[0]), int(problem.location[task])
            fixed = cover.to_place[:, problem.mode[shift], [place]].astype(np.int64)
            yield Kept(
                shift=shift,
                earliest=max(int(problem.earliest[task]), int(problem.shift_start[shift])),
                latest=int(problem.latest[task]),
                duration=int(problem.duration[task]),
                ways=_ways(problem, cover, shift) if place == HERE else fixed,
            )
