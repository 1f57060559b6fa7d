"""The best starts for given rounds: as early as possible, later only where that lowers the cost.

With the order fixed, starts are bound by differences only; the cheapest ones solve a linear
program whose corners are whole seconds (its matrix is a network's).
"""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from solver.cover import cover_cost
from solver.exact import effective_places, round_legs, shifts_of, start_cost, waiting_edges
from solver.problem import NOBODY, Int32, Problem


def timed(problem: Problem, rounds: Sequence[Sequence[int]], start: Int32) -> tuple[Int32, int]:
    """Return the better of ``start`` and the starts of least soft cost, and what is gained.

    What nobody covers counts too: later starts may cover less.
    """
    found = best_starts(problem, rounds, start)
    if found is start:
        return start, 0
    gain = start_cost(problem, start) - start_cost(problem, found)
    gain += cover_cost(problem, rounds, start) - cover_cost(problem, rounds, found)
    return (found, gain) if gain > 0 else (start, 0)


def best_starts(problem: Problem, rounds: Sequence[Sequence[int]], start: Int32) -> Int32:
    """Return (n,) starts of least soft cost, -1 for an unplaced task; ``start`` must be feasible.

    Among the starts of one cost the earlier are preferred. Exact for the given rounds.
    """
    if start_cost(problem, start) == 0:
        return start
    places = effective_places(problem, rounds)
    edges = waiting_edges(problem, rounds, places, shifts_of(problem, rounds))
    least, most = start_bounds(problem, rounds, places)
    wanted = cheapest(problem, edges, least, most, start >= 0)
    if wanted is None:
        return start
    floors = np.minimum(wanted, np.maximum(least, problem.soft_from))
    found = settled(floors, edges, start)
    return found if start_cost(problem, found) < start_cost(problem, start) else start


def start_bounds(
    problem: Problem, rounds: Sequence[Sequence[int]], places: Sequence[int]
) -> tuple[Int32, Int32]:
    """Return least and greatest starts by window, way from the shift's start and way back."""
    least, most = problem.earliest.copy(), problem.latest.copy()
    for shift, tasks in enumerate(rounds):
        if tasks:
            legs = round_legs(problem, shift, tasks, places)
            first, last = tasks[0], tasks[-1]
            least[first] = max(least[first], problem.shift_start[shift] + legs[0])
            back = problem.duration[last] + legs[-1]
            most[last] = min(most[last], problem.shift_end[shift] - back)
    return least, most


def cheapest(
    problem: Problem,
    edges: Sequence[tuple[int, int, int]],
    least: Int32,
    most: Int32,
    placed: np.ndarray[tuple[int], np.dtype[np.bool_]],
) -> Int32 | None:
    """Return starts of least soft cost by linear programming, or None when it finds none."""
    n = problem.tasks
    early, late = n + np.arange(n), 2 * n + np.arange(n)
    rows = len(edges)
    before, after, seconds = np.array(edges, np.int64).reshape(rows, 3).T
    own = np.arange(n)
    line = np.concatenate([np.arange(rows)] * 2 + [rows + own] * 2 + [rows + n + own] * 2)
    column = np.concatenate([before, after, own, early, own, late])
    value = np.concatenate(
        [np.ones(rows), -np.ones(rows), -np.ones(n), -np.ones(n), np.ones(n), -np.ones(n)]
    )
    limits = np.concatenate([-seconds, -problem.soft_from, problem.soft_to])
    rate = np.where(placed, problem.soft_cost, 0)
    greatest = np.where(placed, most, least)
    answer = milp(
        np.concatenate([np.zeros(n), rate, rate]),
        bounds=Bounds(
            np.concatenate([least, np.zeros(2 * n)]),
            np.concatenate([greatest, np.full(2 * n, np.inf)]),
        ),
        constraints=LinearConstraint(
            csr_array((value, (line, column)), shape=(rows + 2 * n, 3 * n)), -np.inf, limits
        ),
    )
    if answer.x is None:
        return None
    return np.asarray(np.rint(answer.x[:n]), np.int32)


def settled(floors: Int32, edges: Sequence[tuple[int, int, int]], start: Int32) -> Int32:
    """Return the earliest starts not before ``floors``; -1 where ``start`` is -1."""
    found = [int(moment) for moment in floors]
    changed = True
    while changed:
        changed = False
        for before, after, seconds in edges:
            if found[before] + seconds > found[after]:
                found[after] = found[before] + seconds
                changed = True
    return np.where(start == NOBODY, start, found).astype(np.int32)
