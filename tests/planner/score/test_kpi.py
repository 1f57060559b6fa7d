from planner.score.kpi import measure
from planner.score.reference import score
from tests.build.small import CHECK, DOUBLE, later, small, without


def test_a_double_staffed_visit_is_placed_when_both_seats_are():
    instance, plan = small()
    assert (measure(instance, plan).visits_placed, measure(instance, plan).visits_total) == (8, 8)
    assert measure(instance, without(plan, DOUBLE, 2)).visits_placed == 7
    assert measure(instance, without(without(plan, DOUBLE), CHECK)).visits_placed == 6


def test_faults_and_cost_are_those_of_the_reference_scorer():
    instance, plan = small()
    broken = later(plan, CHECK, -24 * 3600)
    judged = score(instance, broken)
    figures = measure(instance, broken)
    assert (figures.law_faults, figures.cost) == (len(judged.faults), judged.cost)
    assert figures.law_faults > 0 == measure(instance, plan).law_faults
