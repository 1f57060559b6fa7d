"""A search in rounds: between them, prices rise where continuity misses its aims."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from planner.ports import Budget, Observer, Progress
from solver.anneal import solve
from solver.engine import Search
from solver.exact import shifts_of
from solver.horizon.aims import Aim
from solver.horizon.prices import Prices
from solver.horizon.standing import missed, standing_of
from solver.problem import NOBODY, Problem, Solution

FIRST = 0.2
"""The share of the budget for the first round, which knows no prices."""

ROUNDS = 12
"""How many rounds with prices share the rest."""

Rank = tuple[int, int, int]


@dataclass(frozen=True)
class Steered:
    """Searches so that clients reach their aims; a ``solver.engine.Search`` for one instance.

    Returned is the solution with the least left out, then the least missing of the aims, then the
    least cost; its cost is that of the problem itself, without any price of the steering.
    """

    aims: Sequence[Aim]
    search: Search = solve
    first: float = FIRST
    rounds: int = ROUNDS

    def __call__(
        self,
        problem: Problem,
        budget: Budget,
        *,
        seed: int,
        observer: Observer | None = None,
        start: Sequence[Sequence[int]] | None = None,
    ) -> Solution:
        """Return the best solution found, from the rounds ``start`` where they are given."""
        watch = _Watch(observer)
        first = part(budget, self.first)
        found = self.search(
            problem, first, seed=seed, observer=watch.of(0, self.first), start=start
        )
        best, moves = found, found.iterations
        if start is not None:
            known = self.search(problem, Budget(iterations=1), seed=seed, start=start)
            best = self._better(problem, best, known)
        prices = Prices(self.aims)
        each = (1 - self.first) / max(1, self.rounds)
        for number in range(self.rounds):
            standings = standing_of(problem, found.rounds, self.aims)
            if watch.stopped or missed(standings) == 0:
                break
            prices.follow(standings)
            priced = prices.applied(problem)
            turned = self.search(
                priced,
                part(budget, each),
                seed=seed + number + 1,
                observer=watch.of(self.first + number * each, each),
                start=found.rounds,
            )
            moves += turned.iterations
            found = without_prices(problem, priced, turned)
            best = self._better(problem, best, found)
        return Solution(best.rounds, best.start, best.cost, moves)

    def _better(self, problem: Problem, one: Solution, other: Solution) -> Solution:
        return min(one, other, key=lambda found: self._rank(problem, found))

    def _rank(self, problem: Problem, found: Solution) -> Rank:
        placed = {task for row in found.rounds for task in row}
        left = sum(
            int(cost) for task, cost in enumerate(problem.unplaced_cost) if task not in placed
        )
        return left, missed(standing_of(problem, found.rounds, self.aims)), found.cost


def without_prices(problem: Problem, priced: Problem, found: Solution) -> Solution:
    """Return ``found`` of the problem ``priced`` with its starts, at its cost in ``problem``.

    The two differ in what pairs cost, which moves no start; so nothing is timed or searched again.
    """
    shift_of = np.array(shifts_of(problem, found.rounds))
    placed = np.flatnonzero(shift_of != NOBODY)
    pairs = placed, shift_of[placed]
    extra = np.sum(priced.pair_cost[pairs], dtype=np.int64)
    own = np.sum(problem.pair_cost[pairs], dtype=np.int64)
    return replace(found, cost=found.cost - int(extra - own))


def part(budget: Budget, share: float) -> Budget:
    """Return ``share`` of ``budget``."""
    return Budget(
        iterations=None if budget.iterations is None else max(1, int(budget.iterations * share)),
        seconds=None if budget.seconds is None else budget.seconds * share,
    )


class _Watch:
    """Tells an observer how far the whole has come, and whether it wants to stop."""

    def __init__(self, observer: Observer | None) -> None:
        self._observer = observer
        self.stopped = False

    def of(self, begin: float, share: float) -> Observer:
        """Return the observer of a part that begins after ``begin`` and takes ``share``."""

        def look(progress: Progress) -> bool:
            if self._observer is None:
                return True
            done = min(1.0, begin + share * progress.share)
            told = Progress(done, progress.iterations, progress.cost, progress.unplaced)
            self.stopped = not self._observer(told)
            return not self.stopped

        return look
