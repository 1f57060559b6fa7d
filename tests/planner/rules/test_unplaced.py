from planner.model.visits import Seat
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.terms import LeaveOut
from tests.build.judging import found, terms
from tests.build.small import CHECK, DOUBLE, small_with, without


def test_an_unplaced_visit_costs_by_its_minutes_for_each_seat():
    instance, plan = small_with(weights=Weights(unplaced=1000, unplaced_per_minute=10))
    plan = without(without(plan, CHECK), DOUBLE)
    seats = {
        (row.parameters["visit"], row.parameters["seat"]): row.cost
        for row in found(RuleId.UNPLACED, instance, plan)
    }
    assert seats == {(CHECK, 1): 1100, (DOUBLE, 1): 1450, (DOUBLE, 2): 1300}
    assert LeaveOut(Seat(DOUBLE, 2), 1300) in terms(RuleId.UNPLACED, instance)
