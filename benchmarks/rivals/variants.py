"""Variants of a problem that leave out what a rival cannot express."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from solver.problem import HERE, NOBODY, Problem

Rounds = tuple[tuple[int, ...], ...]
"""Task numbers per shift, in order."""

Note = Callable[[int], None]
"""Is told the cost of the best plan, whenever a method knows it."""

WORKERS = 2
"""Threads of every method that can use more than one."""


def ignore(cost: int) -> None:
    """Take no note."""


def alone(problem: Problem) -> Problem:
    """Return ``problem`` without synchronisation, gaps, wishes over time and faces.

    Second seats stay as visits of their own; stops made anywhere happen at the first shift's
    start place. What is left is a rich vehicle-routing problem with time windows.
    """
    here = problem.location == HERE
    return replace(
        problem,
        partner=np.full(problem.tasks, NOBODY, np.int32),
        is_second=np.zeros(problem.tasks, np.uint8),
        gap_ptr=np.zeros(problem.tasks + 1, np.int32),
        gap_after=np.zeros(0, np.int32),
        gap_seconds=np.zeros(0, np.int32),
        soft_cost=np.zeros(problem.tasks, np.int32),
        client=np.full(problem.tasks, NOBODY, np.int32),
        location=np.where(here, problem.start_location[0], problem.location).astype(np.int32),
    )


def travel_only(problem: Problem) -> Problem:
    """Return ``alone(problem)`` without the costs of who goes where: skills and travel remain."""
    return replace(alone(problem), pair_cost=np.zeros_like(problem.pair_cost))


def fixed_doubles(problem: Problem) -> Problem:
    """Return ``problem`` with every pair at the fixed time in the middle of its common window.

    Then the halves need no link in time: any solver that keeps time windows keeps them together.
    """
    earliest, latest = problem.earliest.copy(), problem.latest.copy()
    for second in np.flatnonzero(problem.is_second):
        first = problem.partner[second]
        offset = int(problem.partner_least[second])
        low = max(int(earliest[first]), int(earliest[second]) - offset)
        high = min(int(latest[first]), int(latest[second]) - offset)
        middle = (low + high) // 2
        earliest[first] = latest[first] = middle
        earliest[second] = latest[second] = middle + offset
    return replace(alone(problem), earliest=earliest, latest=latest)
