"""What ``solve`` promises: repeatable, interruptible, never a breach."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.ports import Budget, Progress
from solver.anneal import Search, solve
from solver.exact import evaluate
from solver.problem import HERE, MUST, NOBODY, Problem, Solution, Start
from solver.search.begin import UnsoundStartError
from tests.build.planted import planted_day
from tests.build.problems import line, problem_of, tiny_problems, watched_problem, wild_problem

ROOT = Path(__file__).parents[3]

ELSEWHERE = """
from planner.ports import Budget
from solver.anneal import solve
from tests.build.planted import planted_day
found = solve(planted_day(4)[0], Budget(iterations=60_000), seed=9)
print(found.cost, found.rounds, found.start.tolist())
"""


def as_text(found: Solution) -> str:
    return f"{found.cost} {found.rounds} {found.start.tolist()}"


def test_same_seed_and_iterations_give_the_same_solution_here_and_in_another_process():
    problem, _ = planted_day(4)
    first, second = (solve(problem, Budget(iterations=60_000), seed=9) for _ in range(2))
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert as_text(first) == as_text(second) == done.stdout.strip()
    assert as_text(first) != as_text(solve(problem, Budget(iterations=60_000), seed=10))


@settings(max_examples=40, deadline=None)
@given(problem=tiny_problems(tasks=16, shifts=5), seed=st.integers(0, 9))
def test_no_solution_breaks_anything_and_its_cost_is_exact(problem: Problem, seed: int):
    found = solve(problem, Budget(iterations=4000), seed=seed)
    slow = evaluate(problem, found.rounds, found.start)
    assert slow.violations == ()
    assert slow.cost == found.cost
    assert found.iterations == 4000


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_both_caregivers_of_a_double_visit_start_at_the_same_second(seed: int):
    problem, _ = planted_day(seed)
    found = solve(problem, Budget(iterations=150_000), seed=seed)
    placed = np.flatnonzero((problem.partner != NOBODY) & (found.start >= 0))
    assert len(placed)
    assert (found.start[placed] == found.start[problem.partner[placed]]).all()


@pytest.mark.parametrize("seed", range(4))
def test_a_tight_day_gets_every_visit_placed_and_costs_less_than_the_hidden_plan(seed: int):
    problem, rounds = planted_day(seed)
    found = solve(problem, Budget(iterations=1_500_000), seed=1)
    assert (found.start >= 0).all()
    assert found.cost < evaluate(problem, rounds).cost


def test_the_observer_sees_progress_and_can_end_the_search():
    problem, _ = planted_day(1)
    seen: list[Progress] = []

    def observer(progress: Progress) -> bool:
        seen.append(progress)
        return len(seen) < 5

    found = solve(problem, Budget(iterations=50_000_000), seed=1, observer=observer)
    assert len(seen) == 5
    assert found.iterations == seen[-1].iterations < 200_000
    assert [one.cost for one in seen] == sorted((one.cost for one in seen), reverse=True)
    assert found.cost <= seen[-1].cost
    assert seen[-1].unplaced == (found.start < 0).sum()
    assert 0 < seen[0].share < seen[-1].share < 1


def test_a_budget_in_seconds_ends():
    problem, _ = planted_day(1)
    shares: list[float] = []

    def observer(progress: Progress) -> bool:
        shares.append(progress.share)
        return True

    found = solve(problem, Budget(seconds=0.2), seed=1, observer=observer)
    assert found.iterations > 0
    assert shares[-1] == 1.0


def test_a_budget_of_nothing_gives_the_obligatory_rounds():
    problem = wild_problem(3)
    found = solve(problem, Budget(iterations=0), seed=1)
    assert found.iterations == 0
    assert ((found.start >= 0) == (problem.unplaced_cost >= MUST)).all()


def test_the_best_plan_survives_an_interrupt():
    problem, _ = planted_day(2)
    search = Search(problem, seed=1)

    def interrupt(progress: Progress) -> bool:
        if progress.iterations >= 100_000:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        search.run(Budget(iterations=10_000_000), interrupt)
    found = search.best()
    assert evaluate(problem, found.rounds, found.start).violations == ()
    assert found.iterations == search.iterations >= 100_000
    search.run(Budget(iterations=100_000))
    assert search.best().cost <= found.cost


def test_statistics_count_what_each_neighbourhood_did():
    problem, _ = planted_day(2)
    search = Search(problem, seed=1)
    search.run(Budget(iterations=50_000))
    counts = search.statistics()
    assert sum(row["tried"] for row in counts.values()) == 50_000
    for row in counts.values():
        assert row["tried"] >= row["evaluated"] >= row["accepted"] >= row["improved"] >= 0
    assert all(counts[name]["accepted"] for name in ("relocate", "swap", "exchange", "pair"))


def test_a_search_begins_from_given_rounds():
    problem, rounds = planted_day(5)
    planted = evaluate(problem, rounds).cost
    assert solve(problem, Budget(iterations=0), seed=1, start=Start(rounds)).cost <= planted


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("moves", [0, 300])
def test_a_search_that_begins_from_a_plan_never_ends_above_its_cost(seed: int, moves: int):
    problem = wild_problem(seed, tasks=9)
    first = solve(problem, Budget(iterations=3000), seed=1)
    again = solve(problem, Budget(iterations=moves), seed=2, start=first.again)
    assert again.cost <= first.cost


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("moves", [0, 300])
def test_that_holds_where_waiting_covers_what_would_not_be_covered(seed: int, moves: int):
    problem = watched_problem(seed)
    first = solve(problem, Budget(iterations=3000), seed=1)
    again = solve(problem, Budget(iterations=moves), seed=2, start=first.again)
    assert again.cost <= first.cost


def test_what_the_problem_no_longer_allows_is_dropped_from_given_rounds():
    tasks: list[dict[str, Any]] = [
        {"shifts": [1]},
        {"partner": 2},
        {"partner": 1, "is_second": 1, "shifts": [0]},
    ]
    duty = {"unplaced_cost": MUST, "shifts": [0], "location": HERE}
    problem = problem_of([*tasks, duty, {"load": 9}], [{"capacity": 5}, {}], line(1))
    found = solve(problem, Budget(iterations=0), seed=1, start=Start([[0, 4], [1, 2]]))
    assert found.rounds == ((3,), ())


@pytest.mark.parametrize(
    ("rounds", "words"),
    [([[0]], "1 rounds"), ([[0], [7]], "task 7"), ([[0], [0]], "task 0 twice")],
)
def test_rounds_of_another_problem_are_refused(rounds: list[list[int]], words: str):
    problem = problem_of([{}], [{}, {}], line(1))
    with pytest.raises(UnsoundStartError, match=words):
        solve(problem, Budget(iterations=0), seed=1, start=Start(rounds))


def test_a_visit_waits_for_its_preferred_time():
    rows = [{"location": 1, "soft_from": 5000, "soft_to": 5100, "soft_cost": 1}, {"location": 2}]
    problem = problem_of(rows, [{}], line(3))
    found = solve(problem, Budget(iterations=2000), seed=1)
    assert 5000 <= found.start[0] <= 5100
    assert found.cost == 1200


def test_a_problem_without_tasks_is_solved_at_once():
    found = solve(problem_of([], [{}], line(2)), Budget(seconds=60), seed=1)
    assert (found.rounds, found.cost, found.iterations) == (((),), 0, 0)
