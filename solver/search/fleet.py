"""Fewer rounds first, where a round costs more than detours ever do.

Annealing gives up a round only when its last task leaves, and nothing rewards the way there. So
rounds are closed one after the other: the tasks of one come out, its shift takes nothing any more,
and annealing, which may be late at a price, looks for a plan of the others. Closing whole rounds
before distance counts follows Bent and Van Hentenryck (2004).
"""

from solver.kernel.pack import read_rounds
from solver.problem import MUST, Problem
from solver.search.cooling import Cooling
from solver.search.strand import Strand

SHARE, SLOTS = 0.3, 6
"""The share of the budget for this, and how many falls of temperature it holds."""

HOT, COLD = 0.33, 6.7
"""Where those falls begin and end, beside the heats of the search."""

DEAR = 5.3
"""A round that costs so many times the first heat will not be opened or closed by annealing."""

CLOSED = -1
"""The capacity of a shift that takes nothing."""


class Fleet:
    """What one strand does about its number of rounds."""

    def __init__(self, problem: Problem, strand: Strand) -> None:
        """Begin with all shifts open."""
        self._problem = problem
        self._strand = strand
        self._slot = 0
        self._tries = 0
        self._mark = 0
        self._settled = False

    def steer(self, share: float) -> None:
        """Close one round more at the next fall, or at once when the last one is done without."""
        slot = slot_of(share)
        self._settled = False
        if self._strand.best_cost < self._mark:
            self._tries = 0
        elif slot != self._slot:
            self._tries += 1
        else:
            return
        self._slot = slot
        self._close(self._tries)

    def settle(self) -> None:
        """Keep to the shifts of the best plan from now on; all stay open when visits are left."""
        if not self._settled:
            self._keep_to_best()
        self._settled = True

    def _keep_to_best(self) -> None:
        rounds = self._best()
        whole = sum(map(len, rounds)) == self._problem.tasks
        for shift, tasks in enumerate(rounds):
            if whole and not self._free(tasks):
                self._strand.memory.shifts["capacity"][shift] = CLOSED
            else:
                self._strand.memory.shifts["capacity"][shift] = self._problem.capacity[shift]

    def _best(self) -> list[list[int]]:
        best = self._strand.memory.best["succ"]
        return [list(r) for r in read_rounds(best, self._problem.tasks, self._problem.shifts)]

    def _free(self, tasks: list[int]) -> int:
        return int((self._problem.unplaced_cost[tasks] < MUST).sum())

    def _close(self, number: int) -> None:
        """Go on from the best plan without one of its smaller rounds."""
        self._keep_to_best()
        rounds = self._best()
        self._mark = self._strand.best_cost
        used = [shift for shift, tasks in enumerate(rounds) if self._free(tasks)]
        if len(used) < 2 or sum(map(len, rounds)) < self._problem.tasks:  # noqa: PLR2004 (none left)
            return
        order = sorted(used, key=lambda shift: self._free(rounds[shift]))
        shift = order[(number - 1) % len(order)] if number else order[0]
        cost = self._problem.unplaced_cost
        rounds[shift] = [task for task in rounds[shift] if cost[task] >= MUST]
        self._strand.memory.shifts["capacity"][shift] = CLOSED
        self._strand.load(rounds)


def slot_of(share: float) -> int:
    """Return which fall it is after ``share`` of the budget."""
    return int(share / SHARE * SLOTS)


def heat_at(cooling: Cooling, share: float) -> float:
    """Return the temperature while rounds are closed."""
    hot, cold = cooling.hot * HOT, cooling.cold * COLD
    return float(hot * (cold / hot) ** (share / SHARE * SLOTS - slot_of(share)))


def matters(problem: Problem, cooling: Cooling) -> bool:
    """Tell whether rounds are so dear that they must be closed on purpose."""
    return problem.round_cost > DEAR * cooling.hot and problem.shifts > 1
