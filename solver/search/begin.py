"""Where a search begins: the obligatory tasks alone, or given rounds as far as they still hold."""

from collections.abc import Sequence

import numpy as np

from solver.exact import shifts_of
from solver.problem import MUST, NOBODY, Problem
from solver.validate import obligatory_rounds


class UnsoundStartError(ValueError):
    """The rounds to begin from do not belong to the problem."""


def first_rounds(problem: Problem, start: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the rounds of ``start`` without what the problem no longer allows.

    A task leaves when its shift may not have it, when its partner left or shares its caregiver,
    or when the shift cannot carry it; an obligatory task that is missing comes in by its time.
    Raises ``UnsoundStartError`` for a wrong number of rounds, unknown or repeated tasks.
    """
    refuse_strangers(problem, start)
    rounds = [
        [task for task in tasks if problem.allowed[task, shift]]
        for shift, tasks in enumerate(start)
    ]
    for shift, tasks in enumerate(rounds):
        rounds[shift] = carried(problem, shift, tasks)
    shift_of = shifts_of(problem, rounds)
    rounds = [[task for task in tasks if paired(problem, task, shift_of)] for tasks in rounds]
    shift_of = shifts_of(problem, rounds)
    for shift, tasks in enumerate(obligatory_rounds(problem)):
        for task in tasks:
            if shift_of[task] == NOBODY:
                rounds[shift].insert(place_by_time(problem, rounds[shift], task), task)
    return rounds


def refuse_strangers(problem: Problem, start: Sequence[Sequence[int]]) -> None:
    """Raise ``UnsoundStartError`` when the rounds cannot be those of the problem."""
    if len(start) != problem.shifts:
        raise UnsoundStartError(f"{len(start)} rounds to begin from, for {problem.shifts} shifts")
    seen: set[int] = set()
    for task in (task for tasks in start for task in tasks):
        if not 0 <= task < problem.tasks:
            raise UnsoundStartError(f"a round to begin from has task {task}, which does not exist")
        if task in seen:
            raise UnsoundStartError(f"the rounds to begin from have task {task} twice")
        seen.add(task)


def carried(problem: Problem, shift: int, tasks: Sequence[int]) -> list[int]:
    """Return the tasks, in order, as far as the shift can carry them; obligatory ones first."""
    free = int(problem.capacity[shift])
    kept = set()
    for task in sorted(tasks, key=lambda task: problem.unplaced_cost[task] < MUST):
        if problem.load[task] <= free:
            free -= int(problem.load[task])
            kept.add(task)
    return [task for task in tasks if task in kept]


def paired(problem: Problem, task: int, shift_of: Sequence[int]) -> bool:
    """Tell whether the task has no partner, or one placed with another caregiver."""
    partner = int(problem.partner[task])
    if partner == NOBODY:
        return True
    here, there = shift_of[task], shift_of[partner]
    return there != NOBODY and problem.caregiver[here] != problem.caregiver[there]


def place_by_time(problem: Problem, tasks: Sequence[int], task: int) -> int:
    """Return where in a round a task belongs by the middle of its window."""
    middle = problem.earliest.astype(np.int64) + problem.latest
    return sum(1 for other in tasks if middle[other] <= middle[task])
