"""The most of some tasks that one shift can hold, with its breaks, its duties and all roads."""

from collections.abc import Sequence

import numpy as np
from ortools.sat.python import cp_model

from solver.continuity.proving import prover
from solver.continuity.reach import Reach
from solver.problem import HERE, MUST, Problem


def most_in_shift(problem: Problem, reach: Reach, shift: int, tasks: Sequence[int]) -> int:
    """Return an upper bound of how many of ``tasks`` fit into ``shift``; exact when proven in time.

    Tasks that do not reach the shift count for nothing. Windows, roads between each two stops and
    what the shift must do anyway are kept; pairs and gaps are not.
    """
    own = [task for task in tasks if reach.fits[task, shift]]
    if len(own) <= 1:
        return len(own)
    must = np.flatnonzero((problem.unplaced_cost >= MUST) & (problem.allowed[:, shift] == 1))
    model = cp_model.CpModel()
    rows = [*own, *(int(task) for task in must)]
    taken = [model.new_bool_var("") for _ in own] + [model.new_constant(1) for _ in must]
    spans = [
        (int(reach.first[task, shift]), int(reach.last[task, shift]))
        if number < len(own)
        else (int(problem.earliest[task]), int(problem.latest[task]))
        for number, task in enumerate(rows)
    ]
    starts = [model.new_int_var(low, high, "") for low, high in spans]
    arcs: list[tuple[int, int, cp_model.LiteralT]] = [(0, 0, model.new_bool_var(""))]
    for i, before in enumerate(rows):
        arcs += [(0, i + 1, model.new_bool_var("")), (i + 1, 0, model.new_bool_var(""))]
        arcs.append((i + 1, i + 1, taken[i].negated() if i < len(own) else model.new_constant(0)))
        for j, after in enumerate(rows):
            gap = int(problem.duration[before]) + _road(problem, shift, before, after)
            if i != j and spans[i][0] + gap <= spans[j][1]:
                arc = model.new_bool_var("")
                arcs.append((i + 1, j + 1, arc))
                model.add(starts[j] >= starts[i] + gap).only_enforce_if(arc)
    model.add_circuit(arcs)
    model.maximize(sum(taken[: len(own)]))
    solver = prover()
    solver.solve(model)
    return min(len(own), int(solver.best_objective_bound + 1e-6))


def _road(problem: Problem, shift: int, before: int, after: int) -> int:
    """Return the seconds between two tasks; none where one of them happens anywhere."""
    here, there = int(problem.location[before]), int(problem.location[after])
    if HERE in {here, there}:
        return 0
    return int(problem.travel[problem.mode[shift], here, there])
