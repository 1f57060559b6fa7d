"""Law 1 and law 2 for alarms: rules, arrays and the second-by-second checker agree exactly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.alarm.reach import reach_of
from planner.checker import Code, check_plan
from planner.rules.ids import RuleId
from planner.score.reference import score
from solver.compile import compile_instance
from solver.decode import decode
from solver.parts import cost_parts
from tests.build.alarms import alarm_cases
from tests.build.cases import instance_of
from tests.build.dense import random_solution
from tests.build.small import CREATED, ORIGIN

SEEDS = st.integers(0, 1 << 16)


@settings(max_examples=150, deadline=None)
@given(case=alarm_cases(max_days=2), seed=SEEDS)
def test_rules_arrays_and_checker_find_the_same_seconds(case, seed):
    instance = instance_of(case, seed)
    compiled = compile_instance(instance)
    found = random_solution(compiled.problem, seed)
    plan = decode(instance, compiled, found, origin=ORIGIN, created=CREATED)
    judged = score(instance, plan)
    by_rule = {
        tuple(row.parameters[name] for name in ("client", "start", "end"))
        for row in judged.findings
        if row.rule == RuleId.ALARM_REACH
    }
    by_checker = {
        tuple(row.parameters[name] for name in ("client", "start", "end"))
        for row in check_plan(case, plan, instance.travel)
        if row.rule == Code.ALARM_OUT_OF_REACH
    }
    assert by_rule == by_checker
    parts = cost_parts(compiled.problem, found)
    assert judged.by_rule[RuleId.ALARM_REACH] == parts.uncovered
    assert judged.cost == plan.cost == parts.total == found.cost
    for row in reach_of(instance, plan):
        limits = {c.alarm_limit or p.alarm.limit for c in case.clients for p in case.providers}
        assert bool(row.gaps) == (row.uncovered > 0)
        if row.worst is not None and row.worst <= min(limits):
            assert row.gaps == ()
