"""Prices that rise where a client misses an aim, added to the prices of pairs for a while.

The reference scorer never sees them: they turn the search towards plans that the aims prefer, and
the plan is then priced by the rules alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from solver.continuity.cover import team
from solver.horizon.aims import Aim
from solver.horizon.standing import Standing
from solver.problem import Int64, Problem

STEP = 4_000
"""What a visit by another than the contact costs more after each round in which the aim is missed.

Some thirteen minutes of travel, twice the weight of personal care by somebody else."""

FACE_STEP = 1_000
"""What a visit by somebody outside the client's chosen few costs more after each such round."""


@dataclass
class Prices:
    """The prices of each aim: for others than the contact, for others than the chosen few."""

    aims: Sequence[Aim]
    contact: list[int] = field(default_factory=list)
    stranger: list[int] = field(default_factory=list)
    chosen: list[frozenset[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin without any price."""
        self.contact = [0] * len(self.aims)
        self.stranger = [0] * len(self.aims)
        self.chosen = [frozenset()] * len(self.aims)

    def follow(self, standings: Sequence[Standing]) -> None:
        """Raise the prices of every aim that is missed."""
        for number, (aim, row) in enumerate(zip(self.aims, standings, strict=True)):
            if row.short:
                self.contact[number] += STEP
            if row.over:
                self.stranger[number] += FACE_STEP
                self.chosen[number] = team(aim.needs, row.comes, aim.faces - aim.gone)

    def applied(self, problem: Problem) -> Problem:
        """Return ``problem`` with the prices on top of its own."""
        costs: Int64 = problem.pair_cost.astype(np.int64)
        for number, aim in enumerate(self.aims):
            if self.contact[number]:
                others = np.ones(problem.shifts, bool)
                others[aim.contact] = False
                costs[np.ix_(aim.reachable, np.flatnonzero(others))] += self.contact[number]
            if self.stranger[number]:
                known = np.isin(problem.caregiver, sorted(self.chosen[number]))
                costs[np.ix_(aim.meetings, np.flatnonzero(~known))] += self.stranger[number]
        return replace(problem, pair_cost=np.minimum(costs, 2**31 - 1).astype(np.int32))
