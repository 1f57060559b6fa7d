from planner.model.weights import Weights
from planner.rules.ids import RuleId
from tests.build.judging import cost, terms
from tests.build.small import CHECK, EVENING, handed, small_with, with_person, with_visit


def test_help_from_another_group_costs_but_not_by_a_floater():
    instance, plan = small_with(weights=Weights(other_group=50))
    assert cost(RuleId.GROUP_DUTY, instance, plan) == 0
    helped = handed(plan, EVENING, "T1")
    assert cost(RuleId.GROUP_DUTY, instance, helped) == 50
    assert cost(RuleId.GROUP_DUTY, with_person(instance, "A1", floater=True), helped) == 0
    assert cost(RuleId.GROUP_DUTY, with_visit(instance, EVENING, group=None), helped) == 0
    costs = {term.seat.visit: dict(term.costs) for term in terms(RuleId.GROUP_DUTY, instance)}
    assert (costs[EVENING], costs[CHECK]) == ({"A1": 50, "A2": 50}, {"A3": 50})
