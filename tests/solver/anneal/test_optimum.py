"""On tiny problems the search finds what CP-SAT proves to be best."""

import pytest

from planner.ports import Budget
from solver.anneal import solve
from solver.exact import evaluate
from tests.build.problems import wild_problem
from tests.solver.oracle import optimum


@pytest.mark.parametrize("seed", range(40))
def test_search_reaches_the_proved_optimum(seed: int):
    problem = wild_problem(seed)
    found = solve(problem, Budget(iterations=100_000), seed=seed)
    assert evaluate(problem, found.rounds, found.start).violations == ()
    assert found.cost == optimum(problem)
