"""Which tasks go well directly before which: the granular neighbourhood of Toth and Vigo (2003)."""

from typing import Any

import numpy as np
import numpy.typing as npt

from solver.kernel.fitting import Fits
from solver.kernel.layout import Array
from solver.problem import HERE, Problem

Tasks = npt.NDArray[Any]
"""Numbers of tasks, or one flag or number for each."""

WIDTH = 24
"""How many neighbours a task keeps at most."""

BLOCK = 256
"""Tasks whose neighbours are sought at once."""

WAIT_SHARE = 0.2
"""What a second of certain waiting counts beside a second of travel."""


def near_tasks(problem: Problem, fits: Fits) -> tuple[Array, Array]:
    """Return (n, width) neighbours of each task, best first, and how many each has.

    A neighbour can come before the task on some shift that ``fits`` (n, m) both; it is better the
    less travel, certain waiting and certain lateness lie between the two.
    """
    n = problem.tasks
    width = min(WIDTH, max(1, n - 1))
    near = np.zeros((n, width), np.int32)
    counts = np.zeros(n, np.int32)
    by_time = np.argsort(problem.earliest, kind="stable")
    for first in range(0, n, BLOCK):
        rows = by_time[first : first + BLOCK]
        others = sharing(fits, rows)
        score = scores(problem, fits, rows, others)
        order = np.argsort(score, axis=1, kind="stable")[:, :width]
        near[rows, : order.shape[1]] = others[order]
        counts[rows] = np.minimum(width, np.isfinite(score).sum(axis=1))
    return near, counts


def sharing(fits: Fits, rows: Tasks) -> Tasks:
    """Return the tasks, ascending, that have any shift in common with any of ``rows``.

    Over many days that is a small part of all tasks, as long as ``rows`` lie near in time.
    """
    shifts = fits[rows].any(axis=0)
    return np.flatnonzero(fits[:, shifts].any(axis=1))


def scores(problem: Problem, fits: Fits, rows: Tasks, others: Tasks) -> npt.NDArray[np.float64]:
    """Return how badly each of ``others`` goes directly before each of ``rows``.

    Infinite where it may not: no shift may have both, or the two are one task or one visit's.
    """
    shifts = fits[rows].any(axis=0)
    own, theirs = (fits[some][:, shifts].astype(np.float32) for some in (rows, others))
    together = own @ theirs.T > 0
    forbidden = (others == rows[:, None]) | (others == problem.partner[rows][:, None])
    return np.where(together & ~forbidden, distances(problem, rows, others), np.inf)


def distances(problem: Problem, rows: Tasks, others: Tasks) -> npt.NDArray[np.float64]:
    """Return travel and certain waiting and lateness from ``others`` to ``rows``, in seconds."""
    here = problem.location == HERE
    place = np.where(here, 0, problem.location)
    fastest = problem.travel.min(axis=0).astype(np.float64)
    seconds = fastest[place[others][None, :], place[rows][:, None]]
    seconds[:, here[others]] = 0.0
    seconds[here[rows]] = 0.0
    latest, earliest = problem.latest[rows][:, None], problem.earliest[rows][:, None]
    due = due_times(problem)
    ends = (problem.earliest + problem.duration)[others]
    wait = np.maximum(0, earliest - (due + problem.duration)[others] - seconds)
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
