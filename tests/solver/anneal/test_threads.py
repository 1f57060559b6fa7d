"""Several threads: repeatable, and as sound as one."""

import pytest

from planner.ports import Budget
from solver.anneal import Search, solve
from solver.exact import evaluate
from solver.problem import Start
from solver.search import timing
from tests.build.planted import planted_day
from tests.build.problems import line, problem_of, wild_problem


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


def test_threads_that_begin_from_rounds_time_them_once_and_alike(monkeypatch):
    problem = problem_of(
        [{"soft_from": 3000, "soft_cost": 1}, {"soft_to": 2000, "soft_cost": 5}], [{}], line(1)
    )
    solved = []
    spied = timing.cheapest

    def counted(*given):
        solved.append(given)
        return spied(*given)

    monkeypatch.setattr(timing, "cheapest", counted)
    search = Search(problem, seed=1, start=Start([[0, 1]]), threads=3)
    assert len(solved) == 1
    first, *others = [strand.memory for strand in search._strands]
    assert first.nodes["start"][:2].tolist() == [1400, 2000]
    for memory in others:
        assert memory.nodes["start"].tolist() == first.nodes["start"].tolist()
        assert memory.best["succ"].tolist() == first.best["succ"].tolist()
        assert memory.tally[0]["best"] == first.tally[0]["best"]


def test_rounds_that_wait_in_a_circle_begin_anew_in_every_thread():
    rows = [{"duration": 10} for _ in range(4)]
    problem = problem_of(rows, [{}, {}], line(1), gaps=[(1, 2, 10), (3, 0, 10)])
    search = Search(problem, seed=1, start=Start([[0, 1], [2, 3]]), threads=2)
    assert [strand.memory.nodes["shift"][:4].tolist() for strand in search._strands] == [
        [-1] * 4,
        [-1] * 4,
    ]


@pytest.mark.parametrize("threads", [0, 65])
def test_a_number_of_threads_out_of_range_is_refused(threads: int):
    with pytest.raises(ValueError, match=f"threads is {threads}"):
        Search(wild_problem(1), seed=1, threads=threads)
