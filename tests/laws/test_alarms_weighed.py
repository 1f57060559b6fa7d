"""Without the alarm rule alarms are out of reach; with it only what the roster forces remains."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.demo import DemoSize, generate
from planner.alarm.figures import alarms_of
from planner.alarm.unavoidable import unavoidable_of
from planner.calendar.demand import expand
from planner.model.instance import Instance
from planner.ports import Budget
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.score.reference import score
from solver.compile import compile_instance
from solver.engine import Engine
from tests.build.alarms import alarm_cases
from tests.build.cases import instance_of
from tests.build.demo import PlainStreets
from tests.build.small import FixedClock

ENOUGH = Budget(iterations=300_000)
LATE = 4
"""Of the group's five on duty the last one works in the evening."""
MOST_OPEN = 300
"""Seconds that may be neither avoided nor proven unavoidable: how good the bound is."""
PROVEN = {2, 3, 5, 7}


def group_day(seed: int, *, away: bool) -> Instance:
    """Return a group's day; with one of its two evening caregivers ``away``, the other is alone."""
    demo = generate(DemoSize.GROUP, seed=seed, streets=PlainStreets())
    case = demo.case
    if away:
        missing = sorted({row.caregiver for row in case.shifts if row.alarm_duty})[LATE]
        rows = tuple(row for row in case.shifts if row.caregiver != missing)
        case = case.model_copy(update={"shifts": rows})
    return Instance(case, expand(case), demo.travel)


def uncovered(instance: Instance, *without: RuleId) -> int:
    rules = tuple(rule for rule in RULES if rule.id not in without)
    plan = Engine(rules=rules, clock=FixedClock()).plan(instance, ENOUGH, seed=1)
    return alarms_of(instance, plan).uncovered


@pytest.mark.parametrize("seed", [1, 2, 3, 7, 8])
def test_uncovered_minutes_vanish_where_the_roster_allows_it(seed: int):
    instance = group_day(seed, away=False)
    assert unavoidable_of(instance) == 0
    assert uncovered(instance, RuleId.ALARM_REACH) > 0
    assert uncovered(instance) == 0


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 7])
def test_uncovered_minutes_are_proven_unavoidable_where_one_is_alone_in_the_evening(seed: int):
    instance = group_day(seed, away=True)
    least = unavoidable_of(instance)
    assert uncovered(instance, RuleId.ALARM_REACH) > least > 0
    assert least <= uncovered(instance) <= least + MOST_OPEN
    if seed in PROVEN:
        assert uncovered(instance) == least


@pytest.mark.parametrize("seed", range(6))
def test_roster_and_arrays_prove_the_same_for_a_group(seed: int):
    for away in (False, True):
        instance = group_day(seed, away=away)
        cover = compile_instance(instance).problem.cover
        assert cover is not None
        assert cover.least == unavoidable_of(instance) * instance.case.weights.uncovered_alarm


@settings(max_examples=60)
@given(case=alarm_cases(max_days=2), seed=st.integers(0, 1 << 16))
def test_search_rules_and_bounds_agree_on_every_kind_of_alarm(case, seed):
    instance = instance_of(case, seed)
    plan = Engine(clock=FixedClock()).plan(instance, Budget(iterations=2000), seed=seed)
    judged = score(instance, plan)
    assert (judged.cost, judged.faults) == (plan.cost, ())
    price = case.weights.uncovered_alarm
    cover = compile_instance(instance).problem.cover
    by_arrays = 0 if cover is None else cover.least
    by_roster = unavoidable_of(instance) * price
    assert judged.by_rule[RuleId.ALARM_REACH] >= by_arrays >= by_roster
