"""Who could take what: tasks that fit into a shift beside its breaks and duties, one at a time."""

from dataclasses import dataclass

import numpy as np

from solver.problem import HERE, MUST, Flags, Int32, Problem


@dataclass(frozen=True)
class Reach:
    """First and last start of each task in each shift, (n, m) seconds; ``fits`` where there is one.

    Necessary, not sufficient: roads from and to the shift's ends and past each single break or duty
    are counted, other visits are not.
    """

    fits: Flags
    first: Int32
    last: Int32


def reach_of(problem: Problem) -> Reach:
    """Return which seats could be taken in which shift; activities fit nowhere."""
    shape = problem.tasks, problem.shifts
    fits = np.zeros(shape, np.uint8)
    first, last = np.zeros(shape, np.int32), np.full(shape, -1, np.int32)
    free = problem.unplaced_cost < MUST
    for shift in range(problem.shifts):
        tasks = np.flatnonzero(
            (problem.allowed[:, shift] == 1)
            & free
            & (problem.latest >= problem.shift_start[shift])
            & (problem.earliest <= problem.shift_end[shift])
        )
        least, most = starts_in(problem, shift, tasks.astype(np.int32))
        good = least <= most
        fits[tasks[good], shift] = 1
        first[tasks, shift], last[tasks, shift] = least, most
    return Reach(fits, first, last)


def starts_in(problem: Problem, shift: int, tasks: Int32) -> tuple[Int32, Int32]:
    """Return first and last start of each task beside what the shift holds; crossed where none."""
    out = roads(problem, shift, int(problem.start_location[shift]), tasks)
    home = roads(problem, shift, int(problem.end_location[shift]), tasks, back=True)
    least = np.maximum(problem.earliest[tasks], problem.shift_start[shift] + out)
    most = np.minimum(
        problem.latest[tasks], problem.shift_end[shift] - home - problem.duration[tasks]
    )
    own = np.flatnonzero((problem.unplaced_cost >= MUST) & (problem.allowed[:, shift] == 1))
    for _ in own:
        for activity in own:
            before, after = _beside(problem, shift, int(activity), tasks)
            least = np.where((least > before) & (least < after), after, least)
            most = np.where((most > before) & (most < after), before, most)
    return least.astype(np.int32), most.astype(np.int32)


def _beside(problem: Problem, shift: int, activity: int, tasks: Int32) -> tuple[Int32, Int32]:
    """Return the last start before an activity and the first start after it."""
    there = int(problem.location[activity])
    before = (
        problem.latest[activity]
        - roads(problem, shift, there, tasks, back=True)
        - problem.duration[tasks]
    )
    ends = problem.earliest[activity] + problem.duration[activity]
    return before, ends + roads(problem, shift, there, tasks)


def roads(problem: Problem, shift: int, place: int, tasks: Int32, *, back: bool = False) -> Int32:
    """Return the seconds from ``place`` to each task, or ``back``; none where one is anywhere."""
    there = problem.location[tasks]
    travel = problem.travel[problem.mode[shift]]
    if place == HERE:
        return np.zeros(len(tasks), np.int32)
    seconds = travel[there, place] if back else travel[place, there]
    return np.where(there == HERE, 0, seconds).astype(np.int32)
