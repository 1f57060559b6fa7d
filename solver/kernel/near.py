"""Which tasks go well directly before which: the granular neighbourhood of Toth and Vigo (2003)."""

import numpy as np

from solver.kernel.layout import Array
from solver.problem import HERE, Problem

WIDTH = 24
"""How many neighbours a task keeps at most."""

WAIT_SHARE = 0.2
"""What a second of certain waiting counts beside a second of travel."""


def near_tasks(problem: Problem) -> tuple[Array, Array]:
    """Return (n, width) neighbours of each task, best first, and how many each has.

    A neighbour can come before the task on some shift; it is better the less travel, certain
    waiting and certain lateness lie between the two.
    """
    n = problem.tasks
    width = min(WIDTH, max(1, n - 1))
    near = np.zeros((n, width), np.int32)
    counts = np.zeros(n, np.int32)
    allowed = problem.allowed > 0
    here = problem.location == HERE
    place = np.where(here, 0, problem.location)
    fastest = problem.travel.min(axis=0).astype(np.float64)
    for task in range(n):
        seconds = np.where(here | here[task], 0.0, fastest[place, place[task]])
        gone = problem.duration + seconds
        score = seconds + WAIT_SHARE * np.maximum(0, problem.earliest[task] - problem.latest - gone)
        score += np.maximum(0, problem.earliest + gone - problem.latest[task])
        possible = (allowed & allowed[task]).any(axis=1)
        possible &= problem.earliest + problem.duration <= problem.latest[task]
        possible[task] = False
        partner = problem.partner[task]
        if partner >= 0:
            possible[partner] = False
        order = np.argsort(np.where(possible, score, np.inf), kind="stable")
        counts[task] = min(width, int(possible.sum()))
        near[task] = order[:width]
    return near, counts
