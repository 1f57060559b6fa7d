"""The door of the search: a problem in, the best plan found out."""

from collections.abc import Callable
from time import monotonic

from planner.ports import Budget, Observer
from solver.problem import Problem, Solution, Start
from solver.search.run import Search
from solver.search.warm import warm_up

__all__ = ["Search", "solve", "warm_up"]


def solve(  # noqa: PLR0913 (all by name)
    problem: Problem,
    budget: Budget,
    *,
    seed: int,
    observer: Observer | None = None,
    start: Start | None = None,
    threads: int = 1,
    clock: Callable[[], float] = monotonic,
    compiling: Callable[[], None] | None = None,
) -> Solution:
    """Return the best plan found within ``budget``; it breaks nothing.

    ``start`` is what to begin from; what the problem no longer allows in it is dropped. With the
    moments of a plan, nothing that is found costs more than that plan. The same problem, seed,
    start, threads and iteration budget give the same plan; iterations are counted over all
    threads. The observer is told several times a second and ends the search by returning False.
    ``clock`` tells the seconds that a budget of seconds counts. ``compiling`` is called when the
    kernel must first be compiled; that time is not part of the budget. Raises
    ``UnsoundProblemError`` or ``UnsoundStartError`` with what is wrong. A caller who wants the
    best plan after an interrupt keeps a ``Search`` and asks it.
    """
    warm_up(compiling)
    search = Search(problem, seed=seed, start=start, threads=threads, clock=clock)
    search.run(budget, observer)
    return search.best()
