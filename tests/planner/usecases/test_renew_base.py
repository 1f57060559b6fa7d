"""Replacing a base plan: an optimised one, and nobody meets too many new faces."""

from planner.model.units import ClientId
from planner.ports import Budget
from planner.usecases.renew_base import renew_base
from solver.engine import Engine
from tests.build.base_plans import base_plan, base_visit
from tests.build.cases import small_case
from tests.build.ports import Register, StraightLines
from tests.build.small import MEDICINE, SECOND_MEDICINE, find

C2 = ClientId("C2")
BUDGET = Budget(iterations=20_000)


def renewed(case, limit):
    return renew_base(
        case,
        solver=Engine(),
        travel=StraightLines(),
        addresses=Register(),
        budget=BUDGET,
        seed=1,
        limit=limit,
    )


def only_a1(**changes):
    """Return the small case whose base plan sends A1 to the client of A2."""
    return small_case(base_plan=base_plan(base_visit("C2", "S3", "A1")), **changes)


def test_a_new_face_within_the_limit_comes():
    found = renewed(only_a1(), 1)
    assert find(found.plan, MEDICINE)[1].caregiver == "A2"
    assert (found.faces[C2], found.beyond) == (("A2",), {})
    assert found.held_back == {}


def test_a_new_face_beyond_the_limit_stays_away():
    found = renewed(only_a1(), 0)
    assert {find(found.plan, name)[1].caregiver for name in (MEDICINE, SECOND_MEDICINE)} == {"A1"}
    assert (found.faces[C2], found.beyond) == ((), {})
    assert found.held_back == {C2: ("A2",)}


def test_where_nobody_known_is_left_the_new_face_comes_and_is_told():
    case = small_case(base_plan=base_plan(base_visit("C2", "S3", "GONE")))
    found = renewed(case, 0)
    assert not found.plan.unplaced
    assert found.beyond[C2]


def test_the_old_base_plan_costs_nothing_and_the_new_one_is_what_was_planned():
    case = only_a1()
    found = renewed(case, 5)
    assert found.base.first == case.base_plan.first
    instance_rows = {(row.service, row.seat): row.caregiver for row in found.base.visits}
    assert instance_rows["S3", 1] == "A2"


def test_without_an_old_one_everything_is_new_and_nothing_is_too_much():
    found = renewed(small_case(), 0)
    assert (found.faces, found.beyond) == ({}, {})
    assert found.base.visits


def test_a_base_plan_made_from_a_plan_is_followed_for_nothing():
    found = renewed(small_case(), 0)
    again = renewed(small_case(base_plan=found.base), 0)
    assert again.faces == dict.fromkeys(again.faces, ())
