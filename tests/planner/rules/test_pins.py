from planner.model.case import Pin
from planner.model.units import CaregiverId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import Forbid, StartWithin
from tests.build.judging import codes, found, terms
from tests.build.small import CHECK, DOUBLE, find, handed, later, small, span, with_case, without


def pinned(instance, **changes):
    pin = Pin.model_validate({"visit": CHECK, "caregiver": "A2"} | changes)
    return with_case(instance, pins=(pin,))


def test_a_pinned_visit_with_somebody_else_is_a_fault():
    instance, plan = small()
    instance = pinned(instance)
    assert codes(RuleId.PINS, instance, plan) == ["person"]
    assert codes(RuleId.PINS, instance, handed(plan, CHECK, "T2")) == []
    assert codes(RuleId.PINS, instance, without(plan, CHECK)) == []
    assert terms(RuleId.PINS, instance) == [
        Forbid(Seat(CHECK), frozenset(map(CaregiverId, ("A1", "A3"))))
    ]


def test_a_pinned_start_is_kept():
    instance, plan = small()
    stop, _ = find(plan, DOUBLE, 2)
    instance = pinned(instance, visit=DOUBLE, seat=2, start=stop.start)
    assert codes(RuleId.PINS, instance, plan) == []
    assert codes(RuleId.PINS, instance, later(plan, DOUBLE, 1, seat=2)) == ["start"]
    moment = instant(stop.start)
    assert terms(RuleId.PINS, instance)[1:] == [StartWithin(Seat(DOUBLE, 2), span(moment, moment))]


def test_a_pin_of_a_visit_outside_the_horizon_says_nothing():
    instance, plan = small()
    instance = pinned(instance, visit="C3:2026-03-09:morning.S5")
    assert (found(RuleId.PINS, instance, plan), terms(RuleId.PINS, instance)) == ([], [])
