from typing import Any

import pytest

from benchmarks.rivals import with_cpsat, with_pyvrp, with_routing, with_vroom
from benchmarks.rivals.variants import alone, fixed_doubles, travel_only
from solver.exact import evaluate
from solver.problem import HERE, Problem
from tests.build.problems import line, problem_of

RIVALS = {
    "cpsat": with_cpsat.solve,
    "pyvrp": with_pyvrp.solve,
    "routing": with_routing.solve,
    "vroom": with_vroom.solve,
}
SECONDS = {"cpsat": 30.0, "pyvrp": 1.0, "routing": 1.0, "vroom": 1.0}
"""CP-SAT ends at its proof; the limit only holds where the machine is busy."""


def small() -> Problem:
    """Return four visits on a line, one of them double, for two caregivers of different skill."""
    tasks: list[dict[str, Any]] = [
        {"location": 1, "shifts": [0], "unplaced_cost": 90_000},
        {"location": 2, "partner": 2, "latest": 4000, "unplaced_cost": 90_000},
        {"location": 2, "partner": 1, "is_second": 1, "latest": 4000, "unplaced_cost": 90_000},
        {"location": 3, "pair_cost": [0, 40], "unplaced_cost": 90_000},
        {"location": HERE, "unplaced_cost": 90_000, "soft_cost": 1, "soft_to": 10},
    ]
    return problem_of(tasks, [{"shift_end": 20_000}, {"shift_end": 20_000}], line(4))


@pytest.mark.parametrize("name", RIVALS)
def test_a_rival_reaches_the_optimum_of_what_it_can_state(name: str):
    problem = travel_only(small())
    found = evaluate(problem, RIVALS[name](problem, SECONDS[name], 1))
    assert found.violations == ()
    assert found.cost == with_cpsat.optimum(problem)


@pytest.mark.parametrize("name", ["pyvrp", "routing", "vroom"])
def test_prices_of_who_goes_where_are_stated(name: str):
    problem = alone(small())
    found = evaluate(problem, RIVALS[name](problem, SECONDS[name], 1))
    assert (found.violations, found.cost) == ((), with_cpsat.optimum(problem))


def test_doubles_at_a_fixed_time_stay_together():
    problem = fixed_doubles(small())
    assert problem.earliest[1] == problem.latest[1] == problem.earliest[2] == problem.latest[2]
    assert problem.soft_cost.sum() == 0
    assert HERE not in problem.location
