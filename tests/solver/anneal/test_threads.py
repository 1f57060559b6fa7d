"""Several threads: repeatable, and as sound as one."""

import pytest

from planner.ports import Budget
from solver.anneal import Search, solve
from solver.exact import evaluate
from tests.build.planted import planted_day
from tests.build.problems import wild_problem


@pytest.mark.parametrize("threads", [2, 3])
def test_the_same_number_of_threads_gives_the_same_solution(threads: int):
    problem, _ = planted_day(6)
    budget = Budget(iterations=120_000)
    first, second = (solve(problem, budget, seed=3, threads=threads) for _ in range(2))
    assert first.rounds == second.rounds
    assert first.start.tolist() == second.start.tolist()
    assert first.cost == second.cost == evaluate(problem, first.rounds, first.start).cost
    assert 120_000 <= first.iterations < 120_000 + threads


def test_threads_search_differently_and_the_best_of_them_counts():
    problem = wild_problem(8, tasks=16, shifts=4)
    search = Search(problem, seed=1, threads=2)
    search.run(Budget(iterations=600))
    assert sum(row["tried"] for row in search.statistics().values()) == 600
    strands = [strand.memory.nodes["succ"].tolist() for strand in search._strands]
    assert strands[0] != strands[1]
    assert search.best().cost <= min(strand.best_cost for strand in search._strands)


@pytest.mark.parametrize("threads", [0, 65])
def test_a_number_of_threads_out_of_range_is_refused(threads: int):
    with pytest.raises(ValueError, match=f"threads is {threads}"):
        Search(wild_problem(1), seed=1, threads=threads)
