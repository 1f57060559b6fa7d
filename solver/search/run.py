"""One search: its memory, its best plan so far, and the loop that spends a budget."""

from collections.abc import Sequence
from time import monotonic

import numpy as np

from planner.ports import Budget, Observer, Progress
from solver.exact import start_cost
from solver.kernel.anneal import NAMES, anneal
from solver.kernel.pack import pack, read_rounds, write_rounds
from solver.kernel.recount import recount
from solver.problem import MUST, Problem, Solution
from solver.search.begin import first_rounds
from solver.search.cooling import cooling_for
from solver.search.timing import best_starts
from solver.validate import check_problem, obligatory_rounds

Rounds = Sequence[Sequence[int]]
"""Task numbers per shift, in order."""

LONGEST_CHUNK = 20_000
"""Moves between two looks at the clock: some hundredths of a second at most."""

SHORTEST_CHUNK = 500
DEARER, CHEAPER = 1.3, 0.9
"""How the price of a second of lateness follows whether a chunk ends with any."""

CHUNKS = 400
"""Looks at the temperature and the price of lateness that a small budget still gets."""


class Search:
    """A search that can be asked for its best plan at any moment, also after an interrupt."""

    def __init__(self, problem: Problem, *, seed: int, start: Rounds | None = None) -> None:
        """Prepare a search of ``problem``; ``start`` are rounds to begin from."""
        check_problem(problem)
        self._problem = problem
        self._memory = pack(problem, seed)
        self._cooling = cooling_for(problem, warm=start is not None)
        self._iterations = 0
        self._cheapest = max(1.0, 5.0 * problem.travel_cost)
        self._dearest = float(max(100.0, *problem.unplaced_cost[problem.unplaced_cost < MUST], 1))
        self._late_weight = 4 * self._cheapest
        self._load(obligatory_rounds(problem))
        if start is not None and not self._load(first_rounds(problem, start)):
            self._load(obligatory_rounds(problem))

    @property
    def iterations(self) -> int:
        """Moves made so far."""
        return self._iterations

    def best(self) -> Solution:
        """Return the best plan so far; it breaks nothing."""
        problem, best = self._problem, self._memory.best
        n = problem.tasks
        rounds = read_rounds(best["succ"], n, problem.shifts)
        found = np.where(best["shift"][:n] >= 0, best["start"][:n], -1).astype(np.int32)
        start = best_starts(problem, rounds, found)
        gain = start_cost(problem, found) - start_cost(problem, start)
        return Solution(rounds, start, self._cost() - gain, self._iterations)

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
        """Spend ``budget``; the observer is told after every chunk and may end the search.

        A problem without tasks has nothing to search.
        """
        if self._problem.tasks == 0:
            return
        begun = monotonic()
        done = 0
        share = 0.0
        while share < 1:
            moves = chunk_of(budget, done)
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
        tally = self._memory.tally[0]
        tally["late_weight"] = int(self._late_weight)
        anneal(self._memory, moves, heat, heat)
        self._iterations += moves
        if tally["late"] > 0:
            self._late_weight = min(self._late_weight * DEARER, self._dearest)
        else:
            self._late_weight = max(self._late_weight * CHEAPER, self._cheapest)


def chunk_of(budget: Budget, done: int) -> int:
    """Return the moves until the next look at clock, observer and temperature."""
    if budget.iterations is None:
        return LONGEST_CHUNK
    chunk = min(LONGEST_CHUNK, max(SHORTEST_CHUNK, budget.iterations // CHUNKS))
    return min(chunk, budget.iterations - done)


def spent(budget: Budget, iterations: int, seconds: float) -> float:
    """Return the share of the budget that is gone, in [0, 1]."""
    share = 0.0
    if budget.iterations is not None:
        share = 1.0 if budget.iterations == 0 else iterations / budget.iterations
    if budget.seconds is not None:
        share = max(share, 1.0 if budget.seconds <= 0 else seconds / budget.seconds)
    return min(1.0, share)
