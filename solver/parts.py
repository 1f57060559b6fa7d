"""The parts of the objective of a solution, counted anew from the arrays of its problem."""

from dataclasses import astuple, dataclass, replace

import numpy as np

from solver.cover import cover_cost
from solver.fair import fair_cost
from solver.problem import MUST, NOBODY, Problem, Solution
from solver.road import legs


@dataclass(frozen=True, slots=True)
class CostParts:
    """What a solution costs, by part, in cost units; they add up to its cost."""

    travel: int
    pairs: int
    soft_windows: int
    faces: int
    unplaced: int
    uncovered: int
    unfair: int

    @property
    def total(self) -> int:
        """The whole cost."""
        return sum(astuple(self))


def cost_parts(problem: Problem, solution: Solution) -> CostParts:
    """Return what ``solution`` costs by part; nothing is checked, only counted.

    The road of a shift without tasks, from its start to its end place, counts too.
    """
    pairs = [(task, shift) for shift, row in enumerate(solution.rounds) for task in row]
    placed = {task for task, _ in pairs}
    roads = (sum(legs(problem, shift, row)) for shift, row in enumerate(solution.rounds))
    return CostParts(
        travel=problem.travel_cost * sum(roads),
        pairs=sum(int(problem.pair_cost[pair]) for pair in pairs),
        soft_windows=sum(_outside(problem, task, int(solution.start[task])) for task in placed),
        faces=_faces(problem, pairs),
        unplaced=sum(
            int(cost) for task, cost in enumerate(problem.unplaced_cost) if task not in placed
        ),
        uncovered=cover_cost(problem, solution.rounds, solution.start),
        unfair=fair_cost(problem, solution.rounds),
    )


def paid_cost(problem: Problem, solution: Solution) -> int:
    """Return the cost of ``solution`` without the ``MUST`` of each task that had to be placed.

    A break or duty that fits nowhere is a fault of the law, and the law has no price.
    """
    placed = {task for row in solution.rounds for task in row}
    missing = [task for task in np.flatnonzero(problem.unplaced_cost == MUST) if task not in placed]
    return solution.cost - MUST * len(missing)


def nothing(problem: Problem) -> Solution:
    """Return the solution in which no task is placed."""
    empty = Solution(
        rounds=((),) * problem.shifts,
        start=np.full(problem.tasks, -1, np.int32),
        cost=0,
        iterations=0,
    )
    return replace(empty, cost=cost_parts(problem, empty).total)


def _outside(problem: Problem, task: int, start: int) -> int:
    early, late = int(problem.soft_from[task]) - start, start - int(problem.soft_to[task])
    return max(early, late, 0) * int(problem.soft_cost[task])


def _faces(problem: Problem, pairs: list[tuple[int, int]]) -> int:
    met = {(int(problem.client[task]), int(problem.caregiver[shift])) for task, shift in pairs}
    new = met - set(map(tuple, problem.known.tolist()))
    return sum(int(problem.face_cost[client]) for client, _ in new if client != NOBODY)
