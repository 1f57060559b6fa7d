"""The base plan: what it speaks of, and how it is made."""

from datetime import date

import pytest

from planner.baseplan.lookup import Base, week_of
from planner.baseplan.make import base_from, new_faces
from planner.calendar.clock import instant_of
from planner.model.units import ClientId
from tests.build.base_plans import base_plan, base_visit
from tests.build.cases import instance_of, small_case
from tests.build.parts import DAY, clock
from tests.build.small import BOXES, CALL, DOUBLE, EVENING, MEDICINE, find, small


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 27), 2),
        (date(2026, 12, 28), 1),  # ISO week 53
        (date(2027, 1, 3), 1),
        (date(2027, 1, 4), 2),  # ISO week 1
        (date(2026, 12, 7), 2),
        (date(2026, 11, 23), 2),
    ],
)
def test_weeks_alternate_across_a_year_of_fifty_three_weeks(day, week):
    assert week_of(date(2026, 12, 30), day) == week


def test_a_row_speaks_of_a_visit_by_any_of_its_services():
    instance = small()[0]
    base = Base(base_plan(base_visit("C1", "S2", "A2"), base_visit("C1", "S1", "A1", seat=2)))
    visit = instance.visits[DOUBLE]
    assert [getattr(base.of(visit, seat), "caregiver", None) for seat in (1, 2)] == ["A2", "A1"]
    assert Base(base_plan(base_visit("C1", "S1", "A2", week=2))).of(visit) is None
    assert Base(base_plan(base_visit("C1", "S1", "A2", weekday=2))).of(visit) is None
    assert Base(base_plan(base_visit("C2", "S1", "A2"))).of(visit) is None


def test_what_a_plan_makes_says_who_comes_when():
    instance, plan = small()
    base = Base(base_from(instance, plan))
    for name in (DOUBLE, MEDICINE, EVENING):
        stop, round_ = find(plan, name)
        row = base.of(instance.visits[name])
        assert row is not None
        assert row.caregiver == round_.caregiver
        assert instant_of(DAY, row.start) == stop.start.timestamp()
    assert {BOXES, CALL}.isdisjoint(
        name for name, visit in instance.visits.items() if base.of(visit) is not None
    )


def test_the_base_plans_start_is_the_usual_one():
    base = base_plan(base_visit("C2", "S3", "A1", start=clock("8:15")))
    instance = instance_of(small_case(base_plan=base))
    assert instance.visits[MEDICINE].usual == instant_of(DAY, clock("8:15"))
    assert instance.visits[EVENING].usual is None


def test_new_faces_are_told_oftenest_first():
    old = base_plan(base_visit("C1", "S1", "A1"), base_visit("C2", "S3", "A2"))
    new = base_plan(
        base_visit("C1", "S1", "A1"),
        base_visit("C1", "S1", "A3", weekday=2),
        base_visit("C1", "S1", "A2", weekday=3),
        base_visit("C1", "S1", "A2", weekday=4),
        base_visit("C9", "S9", "A2"),
    )
    assert new_faces(old, new) == {ClientId("C1"): ("A2", "A3")}
