"""When rounds are remembered, how much of a budget polish gets, and what it makes of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from planner.ports import Budget
from solver.exact import evaluate
from solver.polish.apart import apart, kinds_of, round_cost
from solver.polish.partition import Column, Going, Limit, partition
from solver.polish.pool import Pool, cheapest
from solver.problem import Problem

Rounds = Sequence[Sequence[int]]

SHARE = 0.06
"""The share of a budget that polish may take."""

LEAST, MOST = 0.1, 2.0
"""Seconds: with less polish is left out, more it does not get."""

MOVES_PER_SECOND = 3_000_000
"""What a thread's second is worth in a budget of iterations."""

DENSE = 900
"""Moves of a thread over the square of the tasks; with fewer, searching on brings more."""

COLUMNS, MOST_COLUMNS = 5_000, 2_000
"""Rounds to choose among per second, and at most; with more a proof takes too long."""

COOL = 200.0
"""Rounds are remembered while it is at most so many times as hot as at the very end.

Colder, a search meets the same few hundred rounds over and over.
"""


class Polish:
    """One search's pools: one for each thread."""

    def __init__(self, problem: Problem, seed: int, threads: int) -> None:
        """Prepare for a problem; where rounds do not stand apart nothing is ever done."""
        self._problem, self._seed = problem, seed
        self._kinds = kinds_of(problem) if apart(problem) else []
        self._pools = [Pool(self._kinds) for _ in range(threads)]
        self._limit: Limit | None = None

    def reserve(self, budget: Budget) -> Budget:
        """Return what the search has of ``budget``; polish keeps seconds, moves cost it none."""
        seconds, moves = budget.seconds, budget.iterations
        worth = [] if seconds is None else [seconds]
        worth += [] if moves is None else [moves / len(self._pools) / MOVES_PER_SECOND]
        work = min(MOST, SHARE * min(worth))
        settled = min(worth) * MOVES_PER_SECOND >= DENSE * self._problem.tasks**2
        self._limit = None
        if not self._kinds or not settled or work < LEAST:
            return budget
        self._limit = Limit(work, None if seconds is None else work)
        return budget if seconds is None else replace(budget, seconds=seconds - work)

    def pools(self, heat: float, cold: float) -> Sequence[Pool | None]:
        """Return where each thread notes its rounds at ``heat``, None where it does not."""
        if self._limit is None or heat > COOL * cold:
            return [None] * len(self._pools)
        return self._pools

    def better(self, rounds: Rounds, going: Going) -> Rounds | None:
        """Return rounds that cost less than ``rounds`` and break nothing, None when none are found.

        ``going`` is asked many times a second and ends the work by returning False.
        """
        if self._limit is None:
            return None
        columns = self._columns(rounds)
        count = Counter(self._kinds)
        shifts = [count[kind] for kind in range(len(count))]
        found = partition(columns, shifts, self._limit, self._seed, going)
        if found is None:
            return None
        polished = self._assigned(found, rounds)
        before, after = evaluate(self._problem, rounds), evaluate(self._problem, polished)
        return polished if not after.violations and after.cost < before.cost else None

    def _columns(self, rounds: Rounds) -> list[Column]:
        """Return the rounds to choose among, those of the plan first."""
        first = {kind: self._kinds.index(kind) for kind in self._kinds}
        own = [(kind, tuple(tasks)) for kind, tasks in zip(self._kinds, rounds, strict=True)]
        kept = set(own)
        left = set(range(self._problem.tasks)) - {task for _, tasks in own for task in tasks}
        most = min(MOST_COLUMNS, COLUMNS * (self._limit.work if self._limit else 0))
        others = [key for key in cheapest(self._pools) if key not in kept][: int(most)]
        return [
            Column(kind, tasks, self._cost(first[kind], tasks, left), (kind, tasks) in kept)
            for kind, tasks in [*own, *others]
            if tasks
        ]

    def _cost(self, shift: int, tasks: Sequence[int], left: set[int]) -> int:
        placed = left.intersection(tasks)
        saved = sum(int(self._problem.unplaced_cost[task]) for task in placed)
        return round_cost(self._problem, shift, tasks) - saved

    def _assigned(self, columns: Sequence[Column], rounds: Rounds) -> Rounds:
        """Give each shift a round of its kind, first those that the plan uses already."""
        assigned: list[Sequence[int]] = [()] * len(self._kinds)
        order = sorted(range(len(rounds)), key=lambda shift: not rounds[shift])
        for column in columns:
            shift = next(s for s in order if self._kinds[s] == column.kind)
            order.remove(shift)
            assigned[shift] = column.tasks
        return assigned
