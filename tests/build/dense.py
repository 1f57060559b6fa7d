"""Feasible solutions of dense problems by chance and plain code: slow, simple, for tests only."""

import random

import numpy as np

from planner.ports import Budget, Observer
from solver.parts import cost_parts
from solver.problem import MUST, NOBODY, Problem, Solution, Start
from solver.road import points

Rounds = list[list[int]]


def random_solution(problem: Problem, seed: int, *, delays: bool = True) -> Solution:
    """Return a feasible solution: tasks in random order into random places that fit.

    With ``delays`` some tasks then start later than they could. Activities come first.
    """
    chance = random.Random(seed)  # noqa: S311 - chance for tests, no secret
    rounds: Rounds = [[] for _ in range(problem.shifts)]
    tasks = [task for task in range(problem.tasks) if not problem.is_second[task]]
    chance.shuffle(tasks)
    tasks.sort(key=lambda task: problem.unplaced_cost[task] != MUST)
    for task in tasks:
        rounds = _with(problem, rounds, task, chance)
    floor = problem.earliest.copy()
    if delays:
        for task in chance.sample(range(problem.tasks), problem.tasks // 3):
            later = floor.copy()
            later[task] = chance.randint(floor[task], max(floor[task], problem.latest[task]))
            if starts(problem, rounds, later) is not None:
                floor = later
    return solution(problem, rounds, floor)


def search(
    problem: Problem,
    budget: Budget,
    *,
    seed: int,
    observer: Observer | None = None,
    start: Start | None = None,
) -> Solution:
    """Return the cheapest of ``start`` and as many random solutions as there are iterations."""
    del observer
    found = [
        random_solution(problem, seed + n, delays=False) for n in range(budget.iterations or 1)
    ]
    if start is not None:
        found.append(solution(problem, [list(row) for row in start.rounds]))
    return min(found, key=lambda one: one.cost)


def solution(problem: Problem, rounds: Rounds, floor: np.ndarray | None = None) -> Solution:
    """Return ``rounds`` with the earliest starts from ``floor`` on, and their exact cost."""
    times = starts(problem, rounds, problem.earliest if floor is None else floor)
    assert times is not None
    free = Solution(tuple(tuple(row) for row in rounds), times, cost=0, iterations=0)
    total = cost_parts(problem, free).total
    return Solution(free.rounds, free.start, cost=total, iterations=1)


def starts(problem: Problem, rounds: Rounds, floor: np.ndarray) -> np.ndarray | None:
    """Return the earliest starts not before ``floor``; ``None`` where ``rounds`` cannot be kept."""
    times = np.where(_placed(problem, rounds), floor, -1).astype(np.int32)
    for _ in range(4 * problem.tasks + 8):
        pushed = _push(problem, rounds, times)
        if np.any(pushed > problem.latest):
            return None
        if np.array_equal(pushed, times):
            return times if _home_in_time(problem, rounds, times) else None
        times = pushed
    return None


def _with(problem: Problem, rounds: Rounds, task: int, chance: random.Random) -> Rounds:
    """Return ``rounds`` with ``task`` and its partner in some place that fits, if one is found."""
    other = int(problem.partner[task])
    spots = _spots(problem, rounds, task)
    if other != NOBODY:
        spots = [
            (*one, *two)
            for one in spots
            for two in _spots(problem, rounds, other)
            if problem.caregiver[one[0]] != problem.caregiver[two[0]]
        ]
    chance.shuffle(spots)
    for spot in spots[:60]:
        tried = [list(row) for row in rounds]
        tried[spot[0]].insert(spot[1], task)
        if other != NOBODY:
            tried[spot[2]].insert(spot[3], other)
        if starts(problem, tried, problem.earliest) is not None and _carried(problem, tried):
            return tried
    return rounds


def _spots(problem: Problem, rounds: Rounds, task: int) -> list[tuple[int, ...]]:
    return [
        (shift, position)
        for shift in np.flatnonzero(problem.allowed[task]).tolist()
        for position in range(len(rounds[shift]) + 1)
    ]


def _placed(problem: Problem, rounds: Rounds) -> np.ndarray:
    marks = np.zeros(problem.tasks, bool)
    for row in rounds:
        marks[row] = True
    return marks


def _push(problem: Problem, rounds: Rounds, times: np.ndarray) -> np.ndarray:
    """Return ``times`` raised by every road, pair and gap once."""
    times = times.copy()
    for shift in range(problem.shifts):
        row = rounds[shift]
        way = list(points(problem, shift, tuple(row)))
        free = int(problem.shift_start[shift])
        for number, task in enumerate(row):
            road = problem.travel[problem.mode[shift], way[number], way[number + 1]]
            times[task] = max(int(times[task]), free + int(road))
            free = int(times[task] + problem.duration[task])
    for own in np.flatnonzero(times >= 0).tolist():
        first = problem.partner[own]
        if problem.is_second[own] and times[first] >= 0:
            times[own] = max(times[own], times[first] + problem.partner_least[own])
            times[first] = max(times[first], times[own] - problem.partner_most[own])
        for gap in range(problem.gap_ptr[own], problem.gap_ptr[own + 1]):
            after = problem.gap_after[gap]
            if times[after] >= 0:
                times[after] = max(times[after], times[own] + problem.gap_seconds[gap])
    return times


def _home_in_time(problem: Problem, rounds: Rounds, times: np.ndarray) -> bool:
    for shift, row in enumerate(rounds):
        *_, last, home = points(problem, shift, tuple(row))
        free = int(problem.shift_start[shift])
        if row:
            free = int(times[row[-1]] + problem.duration[row[-1]])
        road = problem.travel[problem.mode[shift], last, home]
        if free + road > problem.shift_end[shift]:
            return False
    return True


def _carried(problem: Problem, rounds: Rounds) -> bool:
    return all(
        problem.load[row].sum() <= problem.capacity[shift]
        for shift, row in enumerate(rounds)
        if row
    )
