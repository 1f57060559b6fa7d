"""Law 1: what the search counts is what the reference scorer counts, to the last unit."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from planner.model.findings import Level
from planner.rules.registry import RULES
from planner.score.reference import score
from solver.compile import compile_instance
from solver.decode import decode
from solver.encode import encode
from solver.parts import cost_parts
from tests.build.cases import instance_of
from tests.build.dense import random_solution
from tests.build.doors import door_cases
from tests.build.law_cases import law_cases
from tests.build.law_run import STRUCTURAL, law_run
from tests.build.small import CREATED, ORIGIN, random_plan
from tests.build.two_scores import Moment, compared
from tests.build.wishes import rich_cases

SEEDS = st.integers(0, 1 << 16)


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
    assert encode(instance, compiled, plan).rounds == found.rounds


@settings(max_examples=60)
@given(case=law_cases(), seed=SEEDS)
def test_the_kernel_scores_as_the_rules_at_the_start_after_random_moves_and_at_the_end(case, seed):
    rows = list(compared(instance_of(case, seed), seed))
    assert [row for row in rows if not row.agree] == []
    assert {row.moment for row in rows} >= {Moment.START, Moment.FOUND}
    assert all(row.late == 0 for row in rows if row.moment is not Moment.MOVED)


def test_scores_agree_over_many_cases_in_which_every_rule_has_a_say():
    run = law_run(120)
    assert (run.differ, run.silent()) == ([], [])
    assert run.cases == 120
    assert run.late > 40


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.level is not Level.LAW], ids=lambda rule: rule.id
)
def test_the_generated_cases_make_every_priced_rule_pay(rule):
    def pays(case):
        instance = instance_of(case)
        return score(instance, random_plan(instance)).by_rule[rule.id] > 0

    found = find(law_cases(), pays, settings=settings(max_examples=200, phases=[Phase.generate]))
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

    found = find(law_cases(), speaks, settings=settings(max_examples=200, phases=[Phase.generate]))
    assert speaks(found)
