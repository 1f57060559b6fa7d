from planner.model.weights import Weights
from planner.rules.ids import RuleId
from tests.build.judging import cost, terms
from tests.build.small import (
    BOXES,
    CALL,
    DOUBLE,
    EVENING,
    MEDICINE,
    SECOND_MEDICINE,
    handed,
    small,
    small_with,
    with_client,
    without,
)


def by(plan, instance, visit, shift, seat=1):
    return cost(RuleId.CONTACT, instance, handed(plan, visit, shift, seat)) - cost(
        RuleId.CONTACT, instance, without(plan, visit, seat)
    )


def test_personal_care_by_somebody_else_costs_in_full_and_other_care_a_third():
    instance, plan = small_with(weights=Weights(not_contact=1001))
    assert by(plan, instance, EVENING, "T3") == 0
    assert by(plan, instance, EVENING, "T1") == 1001
    assert by(plan, instance, MEDICINE, "T2") == 0
    assert by(plan, instance, MEDICINE, "T1") == 333


def test_a_double_counts_once_for_the_caregiver_of_seat_one():
    instance, plan = small_with(weights=Weights(not_contact=900))
    assert by(plan, instance, DOUBLE, "T3", seat=2) == 0
    assert by(plan, instance, DOUBLE, "T2", seat=1) == 900


def test_meal_boxes_calls_and_clients_without_contact_cost_nothing():
    instance, plan = small()
    assert by(plan, instance, BOXES, "T1") == 0
    no_contact = with_client(instance, "C4", contact=None)
    assert by(plan, no_contact, EVENING, "T1") == 0
    called = with_client(instance, "C3", contact="A2")
    assert by(plan, called, CALL, "T1") == 0


def test_the_term_prices_everybody_but_the_contact():
    instance, _ = small()
    costs = {term.seat.visit: dict(term.costs) for term in terms(RuleId.CONTACT, instance)}
    assert costs == {
        DOUBLE: {"A2": 1800, "A3": 1800},
        MEDICINE: {"A1": 600, "A3": 600},
        SECOND_MEDICINE: {"A1": 600, "A3": 600},
        EVENING: {"A1": 1800, "A2": 1800},
    }
