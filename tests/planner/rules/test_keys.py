import pytest

from planner.model.clients import Lock
from planner.model.units import PlaceId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.terms import KeepOut
from planner.score.whynot import explain
from tests.build.cases import small_case
from tests.build.homes import planned
from tests.build.judging import codes, terms
from tests.build.small import BOXES, MEDICINE, SECOND_MEDICINE, small, with_client, without


def elsewhere(**changes):
    """Return the small case with every day shift starting or ending at P4."""
    shifts = tuple(
        row.model_copy(update=changes if row.id != "T3" else {}) for row in small_case().shifts
    )
    return small_case(shifts=shifts)


def test_only_rounds_from_and_to_the_office_carry_its_keys():
    instance, plan = small()
    assert codes(RuleId.KEYS, instance, plan) == []
    assert terms(RuleId.KEYS, instance) == [
        KeepOut(Seat(visit), frozenset()) for visit in sorted((MEDICINE, SECOND_MEDICINE))
    ]
    moved = with_client(instance, "C2", key_place=PlaceId("P4"))
    assert codes(RuleId.KEYS, moved, plan) == ["fetch", "fetch"]
    assert all(term.shifts == set(instance.shifts) for term in terms(RuleId.KEYS, moved))


@pytest.mark.parametrize("change", ["start_place", "end_place"])
def test_a_key_visit_has_no_place_in_rounds_that_do_not_pass_the_office(change):
    instance, plan = planned(elsewhere(**{change: PlaceId("P4")}))
    left = {row.visit: row for row in plan.unplaced}
    assert left.keys() - {BOXES} == {MEDICINE, SECOND_MEDICINE}
    blocked = {row.rule: row.caregivers for row in left[MEDICINE].blocked}
    assert blocked[RuleId.KEYS] == ("A1", "A2")
    assert explain(instance, plan) == plan.unplaced


def test_a_round_that_ends_elsewhere_takes_the_key_away():
    _, plan = small()
    instance, _ = planned(elsewhere(end_place=PlaceId("P4")))
    assert codes(RuleId.KEYS, instance, plan) == ["return", "return"]


def test_the_second_of_two_is_let_in():
    instance, plan = small()
    locked = with_client(instance, "C1", lock=Lock.KEY, key_place=PlaceId("P4"))
    assert codes(RuleId.KEYS, locked, plan) == ["fetch"]
    assert codes(RuleId.KEYS, locked, without(plan, "C1:2026-03-02:morning", 1)) == []


@pytest.mark.parametrize("lock", [Lock.DIGITAL, Lock.CLIENT_OPENS])
def test_other_doors_need_no_key(lock):
    instance, _ = small()
    assert terms(RuleId.KEYS, with_client(instance, "C2", lock=lock)) == []
