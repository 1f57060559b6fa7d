from planner.model.units import ClientId
from planner.model.visits import Seat
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.terms import CountFaces
from tests.build.judging import cost, found, terms
from tests.build.small import CHECK, EVENING, find, small, small_with, with_visit


def test_who_comes_in_the_evening_is_counted_apart():
    instance, plan = small_with(weights=Weights(new_face=10, evening_face=7))
    (finding,) = found(RuleId.EVENING_FACE, instance, plan)
    assert finding.parameters["client"] == "C4"
    assert finding.parameters["caregiver"] == find(plan, EVENING)[1].caregiver
    assert cost(RuleId.EVENING_FACE, instance, plan) == 7
    assert terms(RuleId.EVENING_FACE, instance) == [CountFaces(ClientId("C4"), (Seat(EVENING),), 7)]


def test_a_day_visit_is_a_face_of_the_day():
    instance, plan = small()
    evening = instance.visits[EVENING].window
    moved = with_visit(instance, CHECK, window=evening, preferred=None)
    clients = [str(row.parameters["client"]) for row in found(RuleId.EVENING_FACE, moved, plan)]
    assert sorted(clients) == ["C3", "C4"]
    day = {row.client: row.seats for row in terms(RuleId.NEW_FACE, moved)}
    assert Seat(CHECK) not in day["C3"]
