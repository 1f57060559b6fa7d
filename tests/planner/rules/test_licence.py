from planner.model.units import ShiftId
from planner.rules.ids import RuleId
from planner.rules.terms import CloseShift
from tests.build.judging import found, terms
from tests.build.small import EVENING, small, with_person, without


def test_a_round_by_car_needs_a_licence():
    instance, plan = small()
    assert found(RuleId.LICENCE, instance, plan) == []
    unlicensed = with_person(instance, "A1", driving_licence=False)
    (finding,) = found(RuleId.LICENCE, unlicensed, plan)
    assert finding.parameters["shift"] == "T1"
    assert terms(RuleId.LICENCE, unlicensed) == [CloseShift(ShiftId("T1"))]


def test_a_cyclist_needs_none_and_neither_does_a_round_without_visits():
    instance, plan = small()
    assert found(RuleId.LICENCE, with_person(instance, "A2", driving_licence=False), plan) == []
    unlicensed = with_person(instance, "A3", driving_licence=False)
    assert found(RuleId.LICENCE, unlicensed, without(plan, EVENING)) == []
