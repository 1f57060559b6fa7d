"""Refuse a roster whose breaks and duties cannot be kept, before any visit is looked at."""

import numpy as np

from planner.model.units import ShiftId
from solver.compile import Compiled
from solver.problem import MUST, Problem
from solver.road import points


class ImpossibleRosterError(ValueError):
    """Shifts whose breaks and duties cannot all be kept, even without a single visit."""

    def __init__(self, shifts: tuple[ShiftId, ...]) -> None:
        """Name the ``shifts``."""
        self.shifts = shifts
        super().__init__(
            f"the breaks and duties of {', '.join(shifts)} do not fit into the shift, roads "
            "included; move or shorten one, or widen the break's window"
        )


def check_roster(compiled: Compiled) -> None:
    """Raise ``ImpossibleRosterError`` with every shift that is too full before any visit.

    Breaks and duties are taken in the order of their windows.
    """
    full = [
        shift
        for number, shift in enumerate(compiled.shifts)
        if not _fits(compiled.problem, number, _obligations(compiled.problem, number))
    ]
    if full:
        raise ImpossibleRosterError(tuple(full))


def _obligations(problem: Problem, shift: int) -> tuple[int, ...]:
    own = np.flatnonzero((problem.unplaced_cost >= MUST) & (problem.allowed[:, shift] == 1))
    order = np.lexsort((own, problem.latest[own], problem.earliest[own]))
    return tuple(int(task) for task in own[order])


def _fits(problem: Problem, shift: int, row: tuple[int, ...]) -> bool:
    travel, way = problem.travel[problem.mode[shift]], list(points(problem, shift, row))
    free = int(problem.shift_start[shift])
    for number, task in enumerate(row):
        there = free + int(travel[way[number], way[number + 1]])
        start = max(int(problem.earliest[task]), there)
        if start > problem.latest[task]:
            return False
        free = start + int(problem.duration[task])
    return free + int(travel[way[-2], way[-1]]) <= int(problem.shift_end[shift])
