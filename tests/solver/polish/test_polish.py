"""What polish makes of a plan: never worse, nothing broken, repeatable."""

import pytest

from planner.ports import Budget
from solver.anneal import Search, solve
from solver.exact import evaluate
from solver.polish import polish
from solver.polish.polish import Polish
from solver.search.strand import Strand
from tests.build.loose import loose_day
from tests.build.planted import planted_day
from tests.build.problems import line, problem_of


def always() -> bool:
    return True


@pytest.fixture
def eager(monkeypatch):
    """Let a small budget of moves buy polish."""
    monkeypatch.setattr(polish, "MOVES_PER_SECOND", 10_000)
    monkeypatch.setattr(polish, "DENSE", 0)


def halves():
    """Return a problem and two plans, each with one good round and two bad ones."""
    rows = [{"location": i} for i in (1, 2, 3, 11, 12, 13)]
    problem = problem_of(rows, [{}, {}], line(14), round_cost=1)
    return problem, [[0, 1, 2], [4, 3, 5]], [[1, 0, 2], [3, 4, 5]]


def noted(problem, *plans) -> Polish:
    one = Polish(problem, 1, 1)
    one.reserve(Budget(iterations=100_000_000))
    strand = Strand(problem, (1, 0))
    (pool,) = one.pools(1.0, 1.0)
    assert pool is not None
    for rounds in plans:
        strand.load(rounds)
        pool.note(strand.memory)
    return one


def test_good_rounds_of_several_plans_come_together():
    problem, first, second = halves()
    found = noted(problem, first, second).better(first, always)
    assert found is not None
    assert {tuple(tasks) for tasks in found} == {(0, 1, 2), (3, 4, 5)}


def test_a_plan_that_cannot_be_bettered_stays():
    problem, first, second = halves()
    best = [[0, 1, 2], [3, 4, 5]]
    assert noted(problem, first, second).better(best, always) is None


def test_an_unplaced_visit_comes_in_when_a_round_with_it_was_met():
    problem, first, second = halves()
    found = noted(problem, first, second).better([[0, 1], [3, 4, 5]], always)
    assert found is not None
    assert sorted(task for tasks in found for task in tasks) == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("alike", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_a_polished_search_is_never_worse_and_breaks_nothing(
    seed: int, monkeypatch, *, alike: bool
):
    problem, budget = loose_day(seed, alike=alike), Budget(iterations=60_000)
    plain = solve(problem, budget, seed=seed)
    monkeypatch.setattr(polish, "MOVES_PER_SECOND", 10_000)
    monkeypatch.setattr(polish, "DENSE", 0)
    better = solve(problem, budget, seed=seed)
    judged = evaluate(problem, better.rounds, better.start)
    assert judged.violations == ()
    assert judged.cost == better.cost <= plain.cost
    assert better.iterations == plain.iterations


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("threads", [1, 2])
def test_the_same_seed_and_moves_give_the_same_plan(threads: int):
    problem, budget = loose_day(7), Budget(iterations=60_000)
    first, second = (solve(problem, budget, seed=3, threads=threads) for _ in range(2))
    assert first.rounds == second.rounds
    assert first.start.tolist() == second.start.tolist()


@pytest.mark.usefixtures("eager")
def test_linked_rounds_are_left_alone():
    problem, _ = planted_day(6)
    one = Polish(problem, 1, 2)
    budget = Budget(seconds=60)
    assert one.reserve(budget) is budget
    assert one.pools(0.0, 1.0) == [None, None]
    assert one.better([[]] * problem.shifts, always) is None


def test_what_polish_keeps_of_a_budget_is_bounded():
    one = Polish(loose_day(1), 1, 1)
    assert one.reserve(Budget(seconds=1)) == Budget(seconds=1)
    assert one.reserve(Budget(seconds=10)) == Budget(seconds=9.4)
    assert one.reserve(Budget(seconds=600)) == Budget(seconds=598)
    assert one.reserve(Budget(iterations=10**9)) == Budget(iterations=10**9)


def test_polish_waits_until_the_search_has_settled():
    small, large = (Polish(loose_day(1, tasks=n), 1, 1) for n in (100, 110))
    assert small.reserve(Budget(seconds=3.1)).seconds == pytest.approx(2.914)
    assert large.reserve(Budget(seconds=3.1)).seconds == 3.1


def test_rounds_are_noted_while_it_is_cool_by_each_thread():
    one = Polish(loose_day(1), 1, 2)
    one.reserve(Budget(seconds=10))
    pools = one.pools(200.0, 1.0)
    assert len({id(pool) for pool in pools}) == 2
    assert [id(pool) for pool in one.pools(3.0, 1.0)] == [id(pool) for pool in pools]
    assert one.pools(201.0, 1.0) == [None, None]


@pytest.mark.usefixtures("eager")
def test_an_observer_that_ends_the_search_ends_it_without_polish():
    search = Search(loose_day(3), seed=1)
    search.run(Budget(iterations=60_000), lambda progress: progress.share < 0.5)
    judged = evaluate(loose_day(3), search.best().rounds)
    assert judged.violations == ()
    assert search.iterations < 60_000
