from itertools import count

from planner.ports import Budget, Progress
from solver.anneal import solve
from tests.build.planted import planted_day


def test_a_budget_of_seconds_counts_the_given_clock():
    problem, _ = planted_day(1)
    ticks = count()
    shares: list[float] = []

    def watch(progress: Progress) -> bool:
        shares.append(progress.share)
        return True

    solve(problem, Budget(seconds=5), seed=1, clock=lambda: float(next(ticks)), observer=watch)
    assert shares == [0.2, 0.4, 0.6, 0.8, 1.0]
