from planner.model.units import ClientId
from planner.model.visits import Seat
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.terms import CountFaces
from tests.build.history import past
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


def test_whom_the_client_met_on_an_earlier_evening_is_no_new_face():
    _, plan = small()
    who = find(plan, EVENING)[1].caregiver
    by_day, late = past("C4", who), past("C4", who, hour=17)
    assert cost(RuleId.EVENING_FACE, small_with(history=(by_day,))[0], plan) > 0
    instance, _ = small_with(history=(late,))
    assert found(RuleId.EVENING_FACE, instance, plan) == []
    assert [row.known for row in terms(RuleId.EVENING_FACE, instance)] == [frozenset({who})]
