"""Law 1: what the search counts is what the reference scorer counts, to the last unit."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from planner.model.findings import Level
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.score.reference import score
from solver.compile import compile_instance
from solver.decode import decode
from solver.encode import encode
from solver.parts import cost_parts
from tests.build.cases import instance_of
from tests.build.dense import random_solution
from tests.build.doors import door_cases
from tests.build.small import CREATED, ORIGIN, random_plan
from tests.build.wishes import rich_cases

SEEDS = st.integers(0, 1 << 16)
STRUCTURAL = {RuleId.ONCE, RuleId.ON_DUTY, RuleId.REST, RuleId.PLANNED_TIME, RuleId.TRAVEL_TIME}


@settings(max_examples=80)
@given(case=door_cases(rich_cases(max_days=2)) | rich_cases(max_days=2), seed=SEEDS)
def test_every_feasible_solution_costs_the_same_by_arrays_and_by_rules(case, seed):
    instance = instance_of(case, seed)
    compiled = compile_instance(instance)
    found = random_solution(compiled.problem, seed)
    plan = decode(instance, compiled, found, origin=ORIGIN, created=CREATED)
    judged = score(instance, plan)
    assert judged.faults == ()
    assert judged.cost == plan.cost == cost_parts(compiled.problem, found).total == found.cost
    assert encode(compiled, plan) == found.rounds


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.level is not Level.LAW], ids=lambda rule: rule.id
)
def test_the_generated_cases_make_every_priced_rule_pay(rule):
    def pays(case):
        instance = instance_of(case)
        return score(instance, random_plan(instance)).by_rule[rule.id] > 0

    anything = door_cases(rich_cases()) | rich_cases()
    found = find(anything, pays, settings=settings(max_examples=200, phases=[Phase.generate]))
    assert pays(found)


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if rule.id not in STRUCTURAL],
    ids=lambda rule: rule.id,
)
def test_the_generated_cases_make_every_rule_speak(rule):
    def speaks(case):
        instance = instance_of(case)
        one, other = (compile_instance(instance, rules) for rules in ([], [rule]))
        silent, heard = one.problem, other.problem
        return heard.cover is not None or any(
            not np.array_equal(getattr(silent, field.name), getattr(heard, field.name))
            for field in fields(silent)
        )

    anything = door_cases(rich_cases()) | rich_cases()
    found = find(anything, speaks, settings=settings(max_examples=200, phases=[Phase.generate]))
    assert speaks(found)
