"""Prices that rise where a client misses an aim, added to the prices of pairs for a while.

The reference scorer never sees them: they turn the search towards plans that the aims prefer, and
the plan is then priced by the rules alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from solver.horizon.aims import Aim
from solver.horizon.standing import Standing
from solver.problem import Int64, Problem

STEP = 4_000
"""What a visit by another than the contact costs more after each round in which the aim is missed.

Some thirteen minutes of travel, twice the weight of personal care by somebody else."""

RARE_STEP = 10_000
"""What a visit by somebody who never comes costs more after each round with too many faces.

Whoever comes ``n`` times in the 14 days pays a share of 1 / (n + 1) of it for each visit, so that
all visits of one face together cost nearly the same, few or many: the sum of them follows the
number of faces, but falls with every visit that goes to somebody who comes often. That is how
reweighted sums of absolute values find sparse solutions (Candes, Wakin and Boyd, 2008)."""


@dataclass
class Prices:
    """The prices of each aim: for others than the contact, and for faces that are rarely seen.

    ``contact`` is for each aim what a visit by another costs, ``rare`` what one by a stranger
    costs anywhere, and ``comes`` how often who came to each client at last.
    """

    aims: Sequence[Aim]
    contact: list[int] = field(default_factory=list)
    rare: int = 0
    comes: list[Mapping[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin without any price."""
        self.contact = [0] * len(self.aims)

    def follow(self, standings: Sequence[Standing]) -> None:
        """Raise the prices of the aims that are missed, and let those of faces follow who came."""
        self.comes = [row.comes for row in standings]
        for number, row in enumerate(standings):
            if row.short:
                self.contact[number] += STEP
        if any(row.over for row in standings):
            self.rare += RARE_STEP

    def applied(self, problem: Problem) -> Problem:
        """Return ``problem`` with the prices on top of its own."""
        costs: Int64 = problem.pair_cost.astype(np.int64)
        for number, aim in enumerate(self.aims):
            if self.contact[number]:
                others = np.ones(problem.shifts, bool)
                others[aim.contact] = False
                costs[np.ix_(aim.reachable, np.flatnonzero(others))] += self.contact[number]
            if self.rare:
                costs[aim.meetings] += self._faces(problem, number)
        return replace(problem, pair_cost=np.minimum(costs, 2**31 - 1).astype(np.int32))

    def _faces(self, problem: Problem, number: int) -> Int64:
        """Return what a visit to a client costs in each shift; the contact's is never dear."""
        times = [self.comes[number].get(int(person), 0) for person in problem.caregiver]
        prices: Int64 = self.rare // (np.array(times, np.int64) + 1)
        prices[self.aims[number].contact] = 0
        return prices
