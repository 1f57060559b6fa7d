from planner.model.units import PlaceId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.terms import KeepOut
from tests.build.judging import found, terms
from tests.build.small import BOXES, small, with_visit


def test_boxes_from_another_office_are_a_fault():
    instance, plan = small()
    assert found(RuleId.FETCHING, instance, plan) == []
    moved = with_visit(instance, BOXES, pick_up=PlaceId("ELSEWHERE"))
    (finding,) = found(RuleId.FETCHING, moved, plan)
    assert finding.parameters["place"] == "ELSEWHERE"


def test_shifts_that_start_elsewhere_are_kept_out():
    instance, _ = small()
    assert terms(RuleId.FETCHING, instance) == [KeepOut(Seat(BOXES), frozenset())]
    moved = with_visit(instance, BOXES, pick_up=PlaceId("ELSEWHERE"))
    (term,) = terms(RuleId.FETCHING, moved)
    assert isinstance(term, KeepOut)
    assert term.shifts == frozenset(instance.shifts)
