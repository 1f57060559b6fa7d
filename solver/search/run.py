"""One search: its strands, its best plan so far, and the loop that spends a budget."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import monotonic

import numpy as np

from planner.ports import Budget, Observer, Progress
from solver.kernel.chooser import NAMES
from solver.kernel.pack import read_rounds
from solver.polish.polish import Polish
from solver.problem import Problem, Solution, Start
from solver.search import fleet
from solver.search.begin import first_rounds
from solver.search.cooling import cooling_for, falls_for
from solver.search.strand import Strand
from solver.search.timing import timed
from solver.validate import check_problem, obligatory_rounds

LONGEST_CHUNK = 20_000
"""Moves of a thread between two looks at the clock: some hundredths of a second at most."""

SHORTEST = 1e-6
"""Seconds that a chunk takes at least: clocks are coarse."""

SHORTEST_CHUNK = 500
CHUNKS = 400
"""Looks at temperature and lateness that a small budget still gets."""

ALONE, MEETINGS = 0.7, 10
"""The share of the budget that threads search alone, and how often they meet in a whole one."""

MOST_THREADS = 64


class Search:
    """A search that can be asked for its best plan at any moment, also after an interrupt."""

    def __init__(
        self,
        problem: Problem,
        *,
        seed: int,
        start: Start | None = None,
        threads: int = 1,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Prepare a search of ``problem`` by ``threads``, from ``start`` if given.

        ``clock`` tells the seconds that a budget of seconds counts.
        """
        check_problem(problem)
        if not 1 <= threads <= MOST_THREADS:
            raise ValueError(f"threads is {threads}: give 1 to {MOST_THREADS}")
        self._problem = problem
        self._clock = clock
        self._cooling = cooling_for(problem, warm=start is not None)
        self._iterations = 0
        self._strands = [Strand(problem, (seed, number)) for number in range(threads)]
        self._polish = Polish(problem, seed, threads)
        self._fleets: list[fleet.Fleet] = []
        if start is None and fleet.matters(problem, self._cooling):
            self._fleets = [fleet.Fleet(problem, strand) for strand in self._strands]
        if start is not None:
            self._begin(start)

    def _begin(self, start: Start) -> None:
        """Let all strands go on from ``start``, as far as it can be kept.

        The first one finds out who waits for what, a linear program, and the others copy it.
        """
        first, *others = self._strands
        if first.load(first_rounds(self._problem, start.rounds)):
            first.settle(self._problem, start.moments)
        else:
            first.load(obligatory_rounds(self._problem))
        for strand in others:
            strand.copy(first)

    @property
    def iterations(self) -> int:
        """Moves made so far, by all threads."""
        return self._iterations

    def best(self) -> Solution:
        """Return the best plan so far; it breaks nothing."""
        problem, leader = self._problem, self._leader()
        best, n = leader.memory.best, problem.tasks
        rounds = read_rounds(best["succ"], n, problem.shifts)
        found = np.where(best["shift"][:n] >= 0, best["start"][:n], -1).astype(np.int32)
        start, gain = timed(problem, rounds, found)
        return Solution(rounds, start, leader.best_cost - gain, self._iterations)

    def unplaced(self) -> int:
        """Return how many tasks the best plan leaves unplaced."""
        shift = self._leader().memory.best["shift"]
        return int((shift[: self._problem.tasks] < 0).sum())

    def statistics(self) -> dict[str, dict[str, int]]:
        """Return per neighbourhood: tried, evaluated, accepted, improved."""
        counts = [strand.memory.counts for strand in self._strands]
        fields = ("tried", "evaluated", "accepted", "improved")
        return {
            name: {field: sum(int(count[field][row]) for count in counts) for field in fields}
            for row, name in enumerate(NAMES)
        }

    def run(self, budget: Budget, observer: Observer | None = None) -> None:
        """Spend ``budget``; the observer is told after every chunk and may end the search.

        Threads meet after every chunk, and at fixed shares of the budget all go on from the best
        plan, so that one budget of iterations gives one result. A problem without tasks has nothing
        to search.
        """
        if self._problem.tasks == 0:
            return
        begun = self._clock()
        budget = self._polish.reserve(budget)
        done = 0
        self._divide(budget.iterations)
        share = 0.0
        meeting = self._meeting(0.0)
        with ThreadPoolExecutor(len(self._strands)) as pool:
            while share < 1:
                if self._meeting(share) != meeting:
                    meeting = self._meeting(share)
                    self._gather()
                self._steer(share)
                done += self._chunk(chunk_of(budget, done, len(self._strands)), share, pool)
                gone = self._clock() - begun
                if not share and budget.seconds:
                    expected = done * budget.seconds / max(gone, SHORTEST)
                    self._divide(min(expected, budget.iterations or expected))
                share = spent(budget, done, gone)
                if observer is not None and not observer(self._progress(share)):
                    return
        self._finish(observer)

    def _finish(self, observer: Observer | None) -> None:
        """Let polish put the rounds together anew; what it finds becomes the best plan."""
        leader = self._leader()
        rounds = read_rounds(leader.memory.best["succ"], self._problem.tasks, self._problem.shifts)
        progress = self._progress(1.0)
        better = self._polish.better(rounds, lambda: observer is None or observer(progress))
        if better is not None:
            leader.load(better)

    def _divide(self, moves: float | None) -> None:
        """Choose the number of falls for ``moves`` of all threads, if they are known."""
        if moves is not None:
            falls = falls_for(self._problem.tasks, moves / len(self._strands))
            self._cooling = replace(self._cooling, cycles=falls)

    def _meeting(self, share: float) -> int:
        """Return how often the strands have gone on from the best plan after ``share``.

        Threads meet when the number of rounds is settled and between falls; in a single fall they
        meet while it is cold already.
        """
        settled = self._settled(share)
        met = self._cooling.cycle(settled)
        if self._cooling.cycles == 1 and len(self._strands) > 1:
            met = int(max(0.0, settled - ALONE) * MEETINGS)
        return met + int(self._begun(share))

    def _begun(self, share: float) -> bool:
        """Tell whether the number of rounds is settled after ``share``."""
        return not self._fleets or share >= fleet.SHARE

    def _settled(self, share: float) -> float:
        """Return the share that is gone of what is left once the number of rounds is settled."""
        return max(0.0, (share - fleet.SHARE) / (1 - fleet.SHARE)) if self._fleets else share

    def _steer(self, share: float) -> None:
        for one in self._fleets:
            if self._begun(share):
                one.settle()
            else:
                one.steer(share)

    def _heat(self, share: float) -> float:
        if self._begun(share):
            return self._cooling.at(self._settled(share))
        return fleet.heat_at(self._cooling, share)

    def _leader(self) -> Strand:
        return min(self._strands, key=lambda strand: strand.best_cost)

    def _progress(self, share: float) -> Progress:
        return Progress(share, self._iterations, self._leader().best_cost, self.unplaced())

    def _gather(self) -> None:
        leader = self._leader()
        for strand in self._strands:
            strand.follow(leader)

    def _chunk(self, moves: int, share: float, pool: ThreadPoolExecutor) -> int:
        heat = self._heat(share)
        first, *others = self._strands
        mine, *theirs = self._polish.pools(heat, self._cooling.cold)
        running = [
            pool.submit(strand.run, moves, heat, met)
            for strand, met in zip(others, theirs, strict=True)
        ]
        first.run(moves, heat, mine)
        for future in running:
            future.result()
        made = moves * len(self._strands)
        self._iterations += made
        return made


def chunk_of(budget: Budget, done: int, threads: int) -> int:
    """Return the moves of each thread until the next look at clock, observer and temperature."""
    if budget.iterations is None:
        return LONGEST_CHUNK
    each = -(-(budget.iterations - done) // threads)
    chunk = budget.iterations // (threads * CHUNKS)
    return min(LONGEST_CHUNK, max(SHORTEST_CHUNK, chunk), each)


def spent(budget: Budget, iterations: int, seconds: float) -> float:
    """Return the share of the budget that is gone, in [0, 1]."""
    share = 0.0
    if budget.iterations is not None:
        share = 1.0 if budget.iterations == 0 else iterations / budget.iterations
    if budget.seconds is not None:
        share = max(share, 1.0 if budget.seconds <= 0 else seconds / budget.seconds)
    return min(1.0, share)
