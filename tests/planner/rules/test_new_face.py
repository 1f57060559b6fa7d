import pytest

from planner.model.visits import VisitKind
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from tests.build.history import past
from tests.build.judging import cost, found, terms
from tests.build.small import BOXES, CALL, handed, small, small_with


def test_each_pair_who_meet_costs_once_and_boxes_and_calls_do_not_count():
    instance, plan = small_with(weights=Weights(new_face=10))
    plan = handed(handed(plan, CALL, "T2"), BOXES, "T2")
    met = {
        (row.parameters["client"], row.parameters["caregiver"])
        for row in found(RuleId.NEW_FACE, instance, plan)
    }
    assert len(met) == 4
    assert {("C1", "A1"), ("C1", "A2")} <= met
    assert not {("C3", "A2"), ("C4", "A2"), ("C4", "A3")} & met
    assert cost(RuleId.NEW_FACE, instance, plan) == 40


def test_one_term_holds_the_seats_of_a_client():
    instance, _ = small()
    seats = {term.client: len(term.seats) for term in terms(RuleId.NEW_FACE, instance)}
    assert seats == {"C1": 2, "C2": 2, "C3": 2}


@pytest.mark.parametrize(
    ("row", "met"),
    [
        (past("C1", "A1", 13), True),
        (past("C1", "A1", 13, guest=True), True),
        (past("C1", "A1", 14), False),
        (past("C1", "A1", 0), False),
        (past("C1", "A1", hour=17), False),
        (past("C1", "A1", kind=VisitKind.PHONE), False),
        (past("C2", "A9"), False),
    ],
)
def test_whom_the_client_met_by_day_in_the_rolling_14_days_is_no_new_face(row, met):
    instance, plan = small_with(weights=Weights(new_face=10), history=(row,))
    pairs = {
        (one.parameters["client"], one.parameters["caregiver"])
        for one in found(RuleId.NEW_FACE, instance, plan)
    }
    assert (("C1", "A1") not in pairs) == met
    known = {one.client: one.known for one in terms(RuleId.NEW_FACE, instance)}
    assert ("A1" in known["C1"]) == met
