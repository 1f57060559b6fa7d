"""How hot the search is after which share of its budget."""

from dataclasses import dataclass

import numpy as np

from solver.problem import Problem

HOT, COLD = 1.5, 0.003
"""First and last temperature, in typical legs."""

WARM = 0.1
"""How much of that heat a search gets that begins from a plan, so that it stays near."""

SETTLED = 300
"""Moves of a thread, over the square of the tasks, after which one more fall pays."""

MOST_FALLS = 12


@dataclass(frozen=True, slots=True)
class Cooling:
    """Geometric falls from ``hot`` to ``cold`` (cost units): one, or ``cycles``.

    The first takes the share ``first`` of the budget; the others share the rest. The last begins
    at ``reheat`` times the heat, near the best plan; of those between, every other begins as hot
    as the first, which is to begin anew.
    """

    hot: float
    cold: float
    cycles: int = 2
    first: float = 0.5
    reheat: float = 0.3

    def cycle(self, share: float) -> int:
        """Return which fall it is after ``share`` of the budget, from 0."""
        if self.cycles == 1 or share < self.first:
            return 0
        later = (share - self.first) / (1 - self.first) * (self.cycles - 1)
        return 1 + min(int(later), self.cycles - 2)

    def top(self, number: int) -> float:
        """Return how hot fall ``number`` begins."""
        near = number > 0 and (self.cycles - 1 - number) % 2 == 0
        return self.hot * (self.reheat if near else 1.0)

    def at(self, share: float) -> float:
        """Return the temperature after ``share`` of the budget."""
        number = self.cycle(share)
        if number == 0:
            along = share / (1.0 if self.cycles == 1 else self.first)
        else:
            later = (share - self.first) / (1 - self.first) * (self.cycles - 1)
            along = later - (number - 1)
        hot = self.top(number)
        return float(hot * (self.cold / hot) ** min(1.0, along))


def falls_for(tasks: int, moves: float) -> int:
    """Return into how many falls a thread best divides ``moves``.

    A fall that is too short freezes early, one that is too long settles in one valley.
    """
    return min(MOST_FALLS, 1 + int((moves / (SETTLED * max(1, tasks) ** 2)) ** 0.5))


def scale_of(problem: Problem) -> float:
    """Return a typical cost of one leg, the unit of temperatures."""
    travel = problem.travel
    legs = travel[:, ~np.eye(travel.shape[1], dtype=bool)]
    mean = float(legs.mean()) if legs.size else 1.0
    return max(1.0, mean * problem.travel_cost)


def cooling_for(problem: Problem, *, warm: bool) -> Cooling:
    """Return the cooling for a problem; a warm start stays near its plan."""
    scale = scale_of(problem)
    return Cooling(
        hot=HOT * scale * (WARM if warm else 1.0),
        cold=max(COLD * scale, 0.5),
    )
