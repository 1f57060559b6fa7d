from planner.model.places import TravelMode
from planner.model.units import ShiftId
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import WorkWithin
from tests.build.judging import codes, terms
from tests.build.small import EVENING, find, later, road, small, span, without


def test_the_road_out_and_home_lie_in_the_shift():
    instance, plan = small()
    assert codes(RuleId.SHIFT_LIMITS, instance, plan) == []
    turn = instance.turns[ShiftId("T3")]
    assert WorkWithin(ShiftId("T3"), span(turn.start, turn.end)) in terms(
        RuleId.SHIFT_LIMITS, instance
    )


def test_nobody_sets_out_before_the_shift_starts():
    instance, plan = small()
    plan = without(plan, "T3:handover:1")
    stop, _ = find(plan, EVENING)
    soonest = instance.turns[ShiftId("T3")].start + road(instance, TravelMode.CAR, "OFFICE", "P4")
    by = soonest - instant(stop.start)
    assert codes(RuleId.SHIFT_LIMITS, instance, later(plan, EVENING, by)) == []
    assert codes(RuleId.SHIFT_LIMITS, instance, later(plan, EVENING, by - 1)) == ["early"]


def test_everybody_is_back_before_it_ends():
    instance, plan = small()
    _, round_ = find(plan, EVENING)
    last = round_.stops[-1]
    slack = instance.turns[ShiftId("T3")].end - instant(last.end) - round_.travel_home
    assert codes(RuleId.SHIFT_LIMITS, instance, later(plan, last.id, slack)) == []
    assert codes(RuleId.SHIFT_LIMITS, instance, later(plan, last.id, slack + 1)) == ["late"]
