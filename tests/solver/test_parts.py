from dataclasses import replace

import numpy as np
import pytest

from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.score.reference import score
from solver.compile import compile_instance
from solver.decode import decode
from solver.parts import cost_parts, paid_cost
from solver.problem import MUST
from tests.build.dense import random_solution
from tests.build.small import CREATED, ORIGIN, small, small_with

PAIRS = (
    RuleId.CONTACT,
    RuleId.DEPUTY,
    RuleId.PREFERRED,
    RuleId.GROUP_DUTY,
    RuleId.FLOATER,
)


@pytest.mark.parametrize("seed", range(6))
def test_each_part_is_the_sum_of_its_rules(seed):
    instance, _ = small_with(weights=Weights(unfair_work=2))
    compiled = compile_instance(instance)
    found = random_solution(compiled.problem, seed)
    parts = cost_parts(compiled.problem, found)
    plan = decode(instance, compiled, found, origin=ORIGIN, created=CREATED)
    by_rule = score(instance, plan).by_rule
    assert parts.travel == by_rule[RuleId.TRAVEL_COST]
    assert parts.pairs == sum(by_rule[rule] for rule in PAIRS)
    assert parts.soft_windows == by_rule[RuleId.PREFERRED_WINDOW]
    assert parts.faces == by_rule[RuleId.NEW_FACE] + by_rule[RuleId.EVENING_FACE]
    assert parts.unfair == by_rule[RuleId.FAIR_LOAD]
    assert parts.unplaced == by_rule[RuleId.UNPLACED]
    assert parts.total == found.cost


def test_what_must_be_placed_is_not_paid_for():
    compiled = compile_instance(small()[0])
    problem = compiled.problem
    nothing = random_solution(problem, 1)
    empty = replace(
        nothing,
        rounds=((),) * problem.shifts,
        start=np.full(problem.tasks, -1, np.int32),
    )
    empty = replace(empty, cost=cost_parts(problem, empty).total)
    must = int(np.sum(problem.unplaced_cost == MUST))
    assert must == len(compiled.activities)
    assert paid_cost(problem, empty) == empty.cost - must * MUST > 0
