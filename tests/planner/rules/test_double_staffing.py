from planner.model.units import Seconds
from planner.model.visits import Seat, SecondSeat
from planner.rules.ids import RuleId
from planner.rules.terms import Together
from tests.build.judging import codes, terms
from tests.build.small import DOUBLE, find, handed, later, small, with_visit, without


def test_two_people_at_the_same_second():
    instance, plan = small()
    assert codes(RuleId.DOUBLE_STAFFING, instance, plan) == []
    assert terms(RuleId.DOUBLE_STAFFING, instance) == [
        Together(Seat(DOUBLE, 1), Seat(DOUBLE, 2), Seconds(0), Seconds(0))
    ]


def test_neither_may_come_a_second_late():
    instance, plan = small()
    for seat in (1, 2):
        moved = later(plan, DOUBLE, 1, seat=seat)
        assert codes(RuleId.DOUBLE_STAFFING, instance, moved) == ["apart"]


def test_a_last_part_begins_after_its_offset():
    instance, plan = small()
    instance = with_visit(instance, DOUBLE, second=SecondSeat(Seconds(600), Seconds(900)))
    assert codes(RuleId.DOUBLE_STAFFING, instance, plan) == ["apart"]
    assert codes(RuleId.DOUBLE_STAFFING, instance, later(plan, DOUBLE, 600, seat=2)) == []


def test_one_person_is_not_two_and_half_a_visit_is_none():
    instance, plan = small()
    _, round_ = find(plan, DOUBLE, 1)
    alone = handed(plan, DOUBLE, round_.shift, seat=2)
    assert codes(RuleId.DOUBLE_STAFFING, instance, alone) == ["same"]
    for seat in (1, 2):
        assert codes(RuleId.DOUBLE_STAFFING, instance, without(plan, DOUBLE, seat)) == ["alone"]
    assert codes(RuleId.DOUBLE_STAFFING, instance, without(plan, DOUBLE)) == []
