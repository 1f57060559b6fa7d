from planner.model.visits import Seat
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from tests.build.judging import cost, terms
from tests.build.small import DOUBLE, MEDICINE, handed, small, small_with, with_client


def test_neither_contact_nor_deputy_costs_beside_the_contact_rule():
    instance, plan = small_with(weights=Weights(not_deputy=301))
    for shift, price in (("T1", 0), ("T2", 0), ("T3", 301)):
        assert cost(RuleId.DEPUTY, instance, handed(plan, DOUBLE, shift)) == price
    assert [(t.seat, dict(t.costs)) for t in terms(RuleId.DEPUTY, instance)] == [
        (Seat(DOUBLE), {"A3": 301})
    ]


def test_other_care_costs_a_third():
    instance, plan = small()
    instance = with_client(instance, "C2", deputy="A1")
    assert cost(RuleId.DEPUTY, instance, handed(plan, MEDICINE, "T3")) == 200
    assert cost(RuleId.DEPUTY, instance, handed(plan, MEDICINE, "T2")) == 0
