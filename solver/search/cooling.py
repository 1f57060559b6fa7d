"""How hot the search is after which share of its budget."""

from dataclasses import dataclass

import numpy as np

from solver.problem import Problem

CYCLES = 3
"""Times the temperature falls; each fall begins cooler than the one before."""


@dataclass(frozen=True, slots=True)
class Cooling:
    """Geometric falls from ``hot`` to ``cold`` (cost units), the later ones from lower heights."""

    hot: float
    cold: float
    cycles: int = CYCLES
    first: float = 0.5
    reheat: float = 0.3

    def at(self, share: float) -> float:
        """Return the temperature after ``share`` of the budget."""
        if share < self.first or self.cycles == 1:
            hot, along = self.hot, min(1.0, share / self.first)
        else:
            later = (share - self.first) / (1 - self.first) * (self.cycles - 1)
            number = min(int(later), self.cycles - 2)
            hot, along = self.hot * self.reheat, min(1.0, later - number)
        return float(hot * (self.cold / hot) ** along)


def scale_of(problem: Problem) -> float:
    """Return a typical cost of one leg, the unit of temperatures."""
    travel = problem.travel
    legs = travel[:, ~np.eye(travel.shape[1], dtype=bool)]
    mean = float(legs.mean()) if legs.size else 1.0
    return max(1.0, mean * problem.travel_cost)


def cooling_for(problem: Problem, *, warm: bool) -> Cooling:
    """Return the cooling for a problem; a warm start stays near its plan."""
    scale = scale_of(problem)
    hot = 2.0 * scale
    return Cooling(hot=hot * 0.1 if warm else hot, cold=max(0.01 * scale, 0.5))
