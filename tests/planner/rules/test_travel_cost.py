from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.terms import PayTravel
from tests.build.judging import cost, terms
from tests.build.small import CHECK, road, small, small_with, with_case, with_rounds, with_stop


def test_the_road_out_and_home_costs_by_the_matrix():
    instance, plan = small_with(weights=Weights(travel=3))
    stated = sum(r.travel_home + sum(stop.travel for stop in r.stops) for r in plan.rounds)
    assert cost(RuleId.TRAVEL_COST, instance, plan) == 3 * stated
    wrong = with_stop(plan, CHECK, travel=0)
    assert cost(RuleId.TRAVEL_COST, instance, wrong) == 3 * stated
    assert terms(RuleId.TRAVEL_COST, instance) == [PayTravel(3)]


def test_a_round_without_stops_still_goes_from_start_to_end():
    instance, plan = small()
    idle = with_rounds(plan, lambda row: row.model_copy(update={"stops": ()}))
    assert cost(RuleId.TRAVEL_COST, instance, idle) == 0
    shifts = tuple(row.model_copy(update={"end_place": "P1"}) for row in instance.case.shifts)
    away = with_case(instance, shifts=shifts)
    roads = (road(instance, row.mode, "OFFICE", "P1") for row in plan.rounds)
    assert cost(RuleId.TRAVEL_COST, away, idle) == 5 * sum(roads)
