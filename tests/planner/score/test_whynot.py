from dataclasses import replace

import pytest

from planner.model.case import Pin
from planner.model.instance import Instance
from planner.model.plan import Unplaced
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.score.relaxation import Relaxation
from planner.score.whynot import explain
from tests.build.parts import HOUR, MINUTE
from tests.build.small import (
    BOXES,
    CHECK,
    DOUBLE,
    EVENING,
    MEDICINE,
    find,
    road,
    small,
    span,
    with_case,
    with_person,
    with_rounds,
    with_visit,
    without,
)


def told(instance, plan, visit):
    """Return why ``visit`` is unplaced once it is taken out: rules with their people, a cure."""
    plan = without(plan, visit).model_copy(update={"unplaced": (Unplaced(visit=visit),)})
    (row,) = explain(instance, plan)
    return {blocked.rule: blocked.caregivers for blocked in row.blocked}, row.relaxation


def test_a_plan_without_unplaced_visits_needs_no_reasons():
    instance, plan = small()
    assert explain(instance, plan) == ()


def test_a_visit_that_fits_asks_for_a_longer_search():
    instance, plan = small()
    blocked, cure = told(instance, plan, CHECK)
    assert cure == Relaxation.SEARCH_LONGER
    assert blocked == {RuleId.AVOID: ("A3",)}


def test_everybody_is_named_under_every_rule_that_forbids():
    instance, plan = small()
    for person in ("A1", "A2"):
        instance = with_person(instance, person, delegations=())
    instance = with_person(instance, "A2", skills=())
    instance = with_visit(instance, MEDICINE, skills=frozenset({"lift"}))
    blocked, cure = told(instance, plan, MEDICINE)
    assert blocked == {RuleId.SKILLS: ("A2",), RuleId.DELEGATION: ("A1", "A2", "A3")}
    assert cure == Relaxation.DELEGATE


def test_nobody_is_on_duty_in_the_window():
    instance, plan = small()
    night = instance.visits[EVENING].window.latest + 4 * HOUR
    blocked, cure = told(with_visit(instance, EVENING, window=span(night, night)), plan, EVENING)
    assert blocked == {RuleId.ON_DUTY: ("A1", "A2", "A3")}
    assert cure is None


@pytest.mark.parametrize(
    ("minutes", "rule", "cure"),
    [
        (10, RuleId.TIME_WINDOW, Relaxation.WIDEN_15),
        (20, RuleId.TIME_WINDOW, Relaxation.WIDEN_30),
        (45, RuleId.ON_DUTY, Relaxation.WIDEN_60),
    ],
)
def test_the_least_widening_that_helps_is_named(minutes, rule, cure):
    instance, plan = small()
    _, round_ = find(plan, EVENING)
    home = road(instance, round_.mode, "P4", "OFFICE")
    last = instance.turns[round_.shift].end - home - instance.visits[EVENING].duration
    late = span(last + minutes * MINUTE, last + 2 * HOUR)
    blocked, found = told(with_visit(instance, EVENING, window=late), plan, EVENING)
    assert found == cure
    assert "A3" in blocked[rule]


def test_a_visit_longer_than_the_shift_is_blocked_by_its_limits():
    instance, plan = small()
    blocked, cure = told(with_visit(instance, EVENING, duration=7 * HOUR), plan, EVENING)
    assert blocked[RuleId.SHIFT_LIMITS] == ("A3",)
    assert cure is None


def test_overtime_helps_where_no_other_start_does():
    instance, plan = small()
    _, round_ = find(plan, EVENING)
    idle = with_rounds(plan, lambda row: row.model_copy(update={"stops": ()}))
    out = road(instance, round_.mode, "OFFICE", "P4")
    home = road(instance, round_.mode, "P4", "OFFICE")
    turn = instance.turns[round_.shift]
    start = turn.start + out
    long = turn.end - home - start + 20 * MINUTE
    instance = with_visit(instance, EVENING, duration=long, window=span(start, start))
    blocked, cure = told(instance, idle, EVENING)
    assert "A3" in blocked[RuleId.SHIFT_LIMITS]
    assert cure == Relaxation.OVERTIME_30


def test_a_pin_to_somebody_off_duty_is_unpinned():
    instance, plan = small()
    pin = Pin.model_validate({"visit": MEDICINE, "caregiver": "A3"})
    blocked, cure = told(with_case(instance, pins=(pin,)), plan, MEDICINE)
    assert blocked[RuleId.PINS] == ("A1", "A2")
    assert cure == Relaxation.UNPIN


def test_a_gap_to_a_placed_visit_blocks():
    instance, plan = small()
    (gap,) = instance.demand.gaps
    too_soon = instant(find(plan, gap.before)[0].start) + gap.seconds - 10 * MINUTE
    instance = with_visit(instance, gap.after, window=span(too_soon, too_soon))
    blocked, cure = told(instance, plan, gap.after)
    assert "A2" in blocked[RuleId.MIN_GAP]
    assert cure == Relaxation.WIDEN_15


def test_a_bike_full_of_boxes_blocks_by_its_load():
    instance, plan = small()
    blocked, cure = told(with_visit(instance, BOXES, boxes=20), plan, BOXES)
    assert blocked == {RuleId.CARRYING: ("A2",), RuleId.ON_DUTY: ("A3",)}
    assert cure == Relaxation.SEARCH_LONGER


def test_a_double_lacks_its_second_caregiver():
    instance, plan = small()
    instance = with_person(instance, "A2", skills=())
    blocked, cure = told(instance, plan, DOUBLE)
    assert blocked == {
        RuleId.SKILLS: ("A2",),
        RuleId.ON_DUTY: ("A3",),
        RuleId.DOUBLE_STAFFING: ("A1",),
    }
    assert cure == Relaxation.ONE_CAREGIVER


def test_without_any_shift_the_whole_staff_is_named():
    instance, plan = small()
    demand = replace(instance.demand, activities=(), turns=())
    idle = Instance(instance.case, demand, instance.travel)
    blocked, cure = told(idle, plan.model_copy(update={"rounds": ()}), EVENING)
    assert blocked == {RuleId.ON_DUTY: ("A1", "A2", "A3")}
    assert cure is None
