"""Which tasks go well directly before which: the granular neighbourhood of Toth and Vigo (2003)."""

import numpy as np
import numpy.typing as npt

from solver.kernel.layout import Array
from solver.problem import HERE, NOBODY, Problem

WIDTH = 24
"""How many neighbours a task keeps at most."""

BLOCK = 256
"""Tasks whose neighbours are sought at once."""

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
    able = (problem.allowed > 0).astype(np.float32)
    for first in range(0, n, BLOCK):
        rows = np.arange(first, min(n, first + BLOCK), dtype=np.int32)
        score = np.where(able[rows] @ able.T > 0, distances(problem, rows), np.inf)
        score[np.arange(len(rows)), rows] = np.inf
        paired = np.flatnonzero(problem.partner[rows] != NOBODY)
        score[paired, problem.partner[rows[paired]]] = np.inf
        order = np.argsort(score, axis=1, kind="stable")[:, :width]
        near[rows, : order.shape[1]] = order
        counts[rows] = np.minimum(width, np.isfinite(score).sum(axis=1))
    return near, counts


def distances(problem: Problem, rows: Array) -> npt.NDArray[np.float64]:
    """Return how badly each task goes directly before each of ``rows``; infinite: not at all."""
    here = problem.location == HERE
    place = np.where(here, 0, problem.location)
    fastest = problem.travel.min(axis=0).astype(np.float64)
    seconds = fastest[place[None, :], place[rows][:, None]]
    seconds[:, here] = 0.0
    seconds[here[rows]] = 0.0
    latest, earliest = problem.latest[rows][:, None], problem.earliest[rows][:, None]
    due = due_times(problem)
    ends = problem.earliest + problem.duration
    wait = np.maximum(0, earliest - (due + problem.duration) - seconds)
    late = np.maximum(0, ends + seconds - latest)
    tardy = np.maximum(0, ends + seconds - due[rows][:, None]) - late
    dear = np.minimum(1.0, problem.soft_cost[rows] / max(1, problem.travel_cost))[:, None]
    score = seconds + WAIT_SHARE * wait + late + dear * np.maximum(0, tardy)
    return np.where(ends > latest, np.inf, score)


def due_times(problem: Problem) -> npt.NDArray[np.int32]:
    """Return (n,) until when each task should start: by preference where that costs, else by law.

    Literature sets have no latest start at all, only a price.
    """
    due = np.clip(problem.soft_to, problem.earliest, np.maximum(problem.earliest, problem.latest))
    return np.where(problem.soft_cost > 0, due, problem.latest).astype(np.int32)
