"""Which shifts have time for which task: over many days, few of those that may have it."""

import numpy as np
import numpy.typing as npt

from solver.problem import Problem

Fits = npt.NDArray[np.bool_]
"""(n, m) whether a shift has time for a task."""


def fitting(problem: Problem) -> Fits:
    """Return (n, m) whether a shift may have a task and can hold it in its window.

    Ways are left out, so that nothing possible is missed. A task that no shift can hold keeps all
    that may have it: a search may pass through plans that are late.
    """
    may = problem.allowed > 0
    earliest = np.maximum(problem.earliest[:, None], problem.shift_start)
    ends = earliest.astype(np.int64) + problem.duration[:, None]
    holds = (earliest <= problem.latest[:, None]) & (ends <= problem.shift_end)
    found: Fits = may & holds
    return np.where(found.any(axis=1, keepdims=True), found, may)
