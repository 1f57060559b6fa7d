"""On tiny problems the search finds what CP-SAT proves to be best."""

import pytest

from benchmarks.rivals.with_cpsat import optimum
from planner.ports import Budget
from solver.anneal import solve
from solver.exact import evaluate
from tests.build.problems import wild_problem


@pytest.mark.parametrize("seed", range(40))
def test_search_reaches_the_proved_optimum(seed: int):
    problem = wild_problem(seed)
    found = solve(problem, Budget(iterations=100_000), seed=seed)
    assert evaluate(problem, found.rounds, found.start).violations == ()
    assert found.cost == optimum(problem)
