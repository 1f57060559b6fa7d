from planner.model.plan import StopKind
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from tests.build.judging import cost, found, terms
from tests.build.small import DOUBLE, find, small_with, with_person


def test_each_seat_by_a_floater_costs():
    instance, plan = small_with(weights=Weights(floater=9))
    assert found(RuleId.FLOATER, instance, plan) == []
    assert terms(RuleId.FLOATER, instance) == []
    _, round_ = find(plan, DOUBLE, 2)
    floating = with_person(instance, round_.caregiver, floater=True)
    seats = sum(stop.kind is StopKind.VISIT for stop in round_.stops)
    assert cost(RuleId.FLOATER, floating, plan) == 9 * seats
    assert len(terms(RuleId.FLOATER, floating)) == len(instance.seats)
