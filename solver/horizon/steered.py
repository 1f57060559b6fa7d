"""A search in rounds: between them, prices rise where continuity misses its aims."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from planner.ports import Budget, Observer, Progress
from solver.anneal import solve
from solver.cover import cover_cost
from solver.engine import Search
from solver.exact import shifts_of
from solver.horizon.aims import Aim
from solver.horizon.prices import Prices
from solver.horizon.standing import missed, standing_of
from solver.problem import NOBODY, Problem, Solution, Start

FIRST = 0.2
"""The share of the budget for the first round: without prices, or with those that hold a start."""

ROUNDS = 12
"""How many rounds with prices share the rest."""

ONE = Budget(iterations=1)
"""What it takes to learn what rounds cost as they are."""

Rank = tuple[int, int, int, int]


@dataclass(frozen=True)
class Steered:
    """Searches so that clients reach their aims; a ``solver.engine.Search`` for one instance.

    Returned is the solution with the least left out, then the least uncovered alarms, then the
    least missing of the aims, then the least cost. Rounds to begin from have prices at once that
    hold who comes often in them; otherwise the first search knows no prices. The cost is that of
    the problem itself, without any price of the steering.
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
        start: Start | None = None,
    ) -> Solution:
        """Return the best solution found, from ``start`` where it is given."""
        watch = _Watch(observer)
        prices = Prices(self.aims)
        known = [] if start is None else [self.search(problem, ONE, seed=seed, start=start)]
        for row in known:
            prices.hold(standing_of(problem, row.rounds, self.aims))
        each = (1 - self.first) / max(1, self.rounds)
        found = self._round(
            problem, prices, part(budget, self.first), seed, watch.of(0, self.first), start
        )
        best, moves = min([found, *known], key=partial(self._rank, problem)), found.iterations
        for number in range(self.rounds):
            standings = standing_of(problem, found.rounds, self.aims)
            if watch.stopped or missed(standings) == 0:
                break
            prices.follow(standings)
            found = self._round(
                problem,
                prices,
                part(budget, each),
                seed + number + 1,
                watch.of(self.first + number * each, each),
                found.again,
            )
            moves += found.iterations
            best = min(best, found, key=partial(self._rank, problem))
        return Solution(best.rounds, best.start, best.cost, moves)

    def _round(  # noqa: PLR0913, PLR0917  what a search takes
        self,
        problem: Problem,
        prices: Prices,
        budget: Budget,
        seed: int,
        observer: Observer,
        start: Start | None,
    ) -> Solution:
        """Search with ``prices``; return what was found at its cost without them."""
        priced = prices.applied(problem)
        turned = self.search(priced, budget, seed=seed, observer=observer, start=start)
        return without_prices(problem, priced, turned)

    def _rank(self, problem: Problem, found: Solution) -> Rank:
        placed = {task for row in found.rounds for task in row}
        left = sum(
            int(cost) for task, cost in enumerate(problem.unplaced_cost) if task not in placed
        )
        uncovered = cover_cost(problem, found.rounds, found.start)
        missing = missed(standing_of(problem, found.rounds, self.aims))
        return left, uncovered, missing, found.cost


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
