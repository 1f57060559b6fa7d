"""One search: its memory, its best plan so far, and the loop that spends a budget."""

from collections.abc import Sequence
from time import monotonic

import numpy as np

from planner.ports import Budget, Observer, Progress
from solver.kernel.anneal import NAMES, anneal
from solver.kernel.pack import pack, read_rounds, write_rounds
from solver.kernel.recount import recount
from solver.problem import Problem, Solution
from solver.search.begin import first_rounds
from solver.search.cooling import cooling_for
from solver.validate import check_problem, obligatory_rounds

Rounds = Sequence[Sequence[int]]
"""Task numbers per shift, in order."""

CHUNK = 20_000
"""Moves between two looks at the clock: some hundredths of a second at most."""


class Search:
    """A search that can be asked for its best plan at any moment, also after an interrupt."""

    def __init__(self, problem: Problem, *, seed: int, start: Rounds | None = None) -> None:
        """Prepare a search of ``problem``; ``start`` are rounds to begin from."""
        check_problem(problem)
        self._problem = problem
        self._memory = pack(problem, seed)
        self._cooling = cooling_for(problem, warm=start is not None)
        self._iterations = 0
        self._load(obligatory_rounds(problem))
        if start is not None and not self._load(first_rounds(problem, start)):
            self._load(obligatory_rounds(problem))

    @property
    def iterations(self) -> int:
        """Moves made so far."""
        return self._iterations

    def best(self) -> Solution:
        """Return the best plan so far; it breaks nothing."""
        n = self._problem.tasks
        best = self._memory.best
        placed = best["shift"][:n] >= 0
        return Solution(
            rounds=read_rounds(best["succ"], n, self._problem.shifts),
            start=np.where(placed, best["start"][:n], -1).astype(np.int32),
            cost=int(self._memory.tally[0]["best"]),
            iterations=self._iterations,
        )

    def unplaced(self) -> int:
        """Return how many tasks the best plan leaves unplaced."""
        return int((self._memory.best["shift"][: self._problem.tasks] < 0).sum())

    def statistics(self) -> dict[str, dict[str, int]]:
        """Return per neighbourhood: tried, evaluated, accepted, improved."""
        return {
            name: {field: int(row[field]) for field in row.dtype.names or ()}
            for name, row in zip(NAMES, self._memory.counts, strict=True)
        }

    def run(self, budget: Budget, observer: Observer | None = None) -> None:
        """Spend ``budget``; the observer is told after every chunk and may end the search."""
        begun = monotonic()
        done = 0
        share = 0.0
        while share < 1:
            moves = CHUNK
            if budget.iterations is not None:
                moves = min(CHUNK, budget.iterations - done)
            self._chunk(moves, share)
            done += moves
            share = spent(budget, done, monotonic() - begun)
            progress = Progress(share, self._iterations, self._cost(), self.unplaced())
            if observer is not None and not observer(progress):
                return

    def _load(self, rounds: Sequence[Sequence[int]]) -> bool:
        write_rounds(self._memory, rounds)
        return recount(self._memory)

    def _cost(self) -> int:
        return int(self._memory.tally[0]["best"])

    def _chunk(self, moves: int, share: float) -> None:
        heat = self._cooling.at(share)
        self._memory.tally[0]["late_weight"] = self._late_weight(share)
        anneal(self._memory, moves, heat, heat)
        self._iterations += moves

    def _late_weight(self, share: float) -> int:
        return int(20 * self._problem.travel_cost)


def spent(budget: Budget, iterations: int, seconds: float) -> float:
    """Return the share of the budget that is gone, in [0, 1]."""
    share = 0.0
    if budget.iterations is not None:
        share = 1.0 if budget.iterations == 0 else iterations / budget.iterations
    if budget.seconds is not None:
        share = max(share, 1.0 if budget.seconds <= 0 else seconds / budget.seconds)
    return min(1.0, share)
