"""One thread's search: its own memory and its own price of lateness."""

from collections.abc import Sequence

import numpy as np

from solver.kernel.anneal import anneal
from solver.kernel.pack import pack, read_rounds, write_rounds
from solver.kernel.recount import recount
from solver.polish.pool import Pool
from solver.problem import MUST, NOBODY, Int32, Problem
from solver.search.timing import timed
from solver.validate import obligatory_rounds

CHEAPEST = 5
"""Seconds of travel that a second of lateness costs at least."""

DEAREST = 10**9
"""What a second of lateness costs at most, so that sums stay far below 64 bits."""

DEARER, CHEAPER = 2.0, 0.7
"""How the price of a second of lateness follows whether a chunk ends with any."""

PIECE = 4_000
"""Moves between two looks at the present rounds, where those are noted."""


class Strand:
    """Memory under annealing. Threads may each run one; nothing is shared."""

    def __init__(self, problem: Problem, seed: Sequence[int]) -> None:
        """Begin with the obligatory tasks alone, which break nothing."""
        self.memory = pack(problem, seed)
        free = problem.unplaced_cost[problem.unplaced_cost < MUST]
        self._cheapest = max(1.0, float(CHEAPEST * problem.travel_cost))
        self._dearest = min(DEAREST, max(100.0, float(free.max(initial=0))))
        self._late_weight = 4 * self._cheapest
        self.load(obligatory_rounds(problem))

    @property
    def best_cost(self) -> int:
        """Cost of the best rounds so far."""
        return int(self.memory.tally[0]["best"])

    def load(self, rounds: Sequence[Sequence[int]]) -> bool:
        """Go on from ``rounds``; False, and nothing usable, when they wait in a circle."""
        write_rounds(self.memory, rounds)
        return recount(self.memory)

    def settle(self, problem: Problem, moments: Int32 | None = None) -> None:
        """Let visits wait for their preferred times where that pays for the present rounds.

        Given rounds come without waits; without them a search would begin, and might end, at a
        higher cost than that of the plan it was given. What waiting is worth for the cover no
        linear program tells: where the waits of ``moments``, (n,) starts or -1, cost less, they
        are kept.
        """
        memory, n = self.memory, problem.tasks
        if memory.tally[0]["late"] > 0:
            return
        rounds = read_rounds(memory.nodes["succ"], n, problem.shifts)
        found = np.where(memory.nodes["shift"][:n] >= 0, memory.nodes["start"][:n], NOBODY)
        start, _ = timed(problem, rounds, found.astype(np.int32))
        self._wait(problem, start)
        cost = self.best_cost
        if moments is not None:
            self._wait(problem, moments)
            if self.best_cost >= cost:
                self._wait(problem, start)

    def _wait(self, problem: Problem, start: Int32) -> None:
        """Let tasks wait until ``start``, or until their preferred times where those come first."""
        wait = np.minimum(start, np.maximum(problem.earliest, problem.soft_from))
        floors = np.where(start >= 0, np.maximum(wait, problem.earliest), problem.earliest)
        self.memory.nodes["floor"][: problem.tasks] = floors
        recount(self.memory)

    def copy(self, other: "Strand") -> None:
        """Take over the present rounds of another strand, with their waits."""
        for name in ("succ", "floor"):
            self.memory.nodes[name] = other.memory.nodes[name]
        recount(self.memory)

    def run(self, moves: int, heat: float, pool: Pool | None = None) -> None:
        """Make ``moves`` moves at temperature ``heat``; the price of lateness then follows.

        ``pool`` notes rounds on the way, which changes nothing.
        """
        tally = self.memory.tally[0]
        tally["late_weight"] = int(self._late_weight)
        for piece in pieces(moves) if pool else [moves]:
            anneal(self.memory, piece, heat, heat)
            if pool:
                pool.note(self.memory)
        if tally["late"] > 0:
            self._late_weight = min(self._late_weight * DEARER, self._dearest)
        else:
            self._late_weight = max(self._late_weight * CHEAPER, self._cheapest)

    def follow(self, other: "Strand") -> None:
        """Go on from the best rounds of another strand, or from the own ones."""
        best = other.memory.best
        self.memory.nodes["succ"] = best["succ"]
        self.memory.nodes["floor"] = best["floor"]
        recount(self.memory)


def pieces(moves: int) -> list[int]:
    """Return ``moves`` in pieces of ``PIECE``, the last one shorter."""
    return [min(PIECE, moves - made) for made in range(0, moves, PIECE)]
