"""The best starts of given rounds, by hand and against trying everything."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.exact import evaluate, start_cost
from solver.search.timing import best_starts
from tests.build.problems import line, problem_of


def test_a_visit_waits_as_long_as_that_makes_nothing_else_late():
    rows = [
        {"soft_from": 3000, "soft_cost": 1},
        {"soft_to": 2000, "soft_cost": 5},
    ]
    problem = problem_of(rows, [{}], line(1))
    rounds = [[0, 1]]
    earliest = evaluate(problem, rounds).start
    assert best_starts(problem, rounds, earliest).tolist() == [1400, 2000]


def test_a_whole_chain_waits_together_when_that_pays():
    rows = [{"soft_from": 5000, "soft_cost": 1, "duration": 100} for _ in range(3)]
    problem = problem_of(rows, [{"shift_end": 5250}], line(1))
    rounds = [[0, 1, 2]]
    found = best_starts(problem, rounds, evaluate(problem, rounds).start)
    assert found.tolist() == [4950, 5050, 5150]


def test_starts_without_soft_cost_stay_as_they_are():
    problem = problem_of([{"soft_from": 900}], [{}], line(1))
    start = np.zeros(1, np.int32)
    assert best_starts(problem, [[0]], start) is start


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_no_other_starts_are_cheaper(seed: int):
    rng = np.random.default_rng(seed)
    rows = [
        {
            "duration": int(rng.integers(1, 4)),
            "latest": 12,
            "soft_from": int(rng.integers(0, 9)),
            "soft_to": int(rng.integers(9, 12)),
            "soft_cost": int(rng.integers(0, 4)),
        }
        for _ in range(4)
    ]
    rows[1] |= {"partner": 2}
    rows[2] |= {"partner": 1, "is_second": 1, "partner_most": 1}
    problem = problem_of(rows, [{"shift_end": 14}] * 2, line(1), gaps=[(0, 3, 2)])
    rounds = [[0, 1], [2, 3]]
    earliest = evaluate(problem, rounds)
    if earliest.violations:
        return
    found = best_starts(problem, rounds, earliest.start)
    assert evaluate(problem, rounds, found).violations == ()
    costs = [
        start_cost(problem, np.array(moments, np.int32))
        for moments in product(range(13), repeat=4)
        if not any(broken(problem, rounds, moments))
    ]
    assert start_cost(problem, found) == min(costs)


def broken(problem, rounds, moments):
    """Yield whether each bound is broken by the moments; written out for the test's rounds."""
    duration = problem.duration
    for a, b in rounds:
        yield moments[b] < moments[a] + duration[a]
        yield moments[b] + duration[b] > 14
    yield not 0 <= moments[2] - moments[1] <= 1
    yield moments[3] < moments[0] + 2
