"""The fourteen days before the horizon: performed visits first, published ones elsewhere."""

from dataclasses import replace
from datetime import timedelta

from planner.model.case import Cancellation, ClientAbsence, Horizon, StaffAbsence
from planner.model.units import CaregiverId, ClientId, VisitId
from planner.published.days import published_days
from planner.published.past import _published, with_past
from planner.published.ports import NothingPerformed
from planner.score.continuity import continuity_of
from tests.build.cases import instance_of, small_case
from tests.build.history import past
from tests.build.parts import DAY
from tests.build.plans import at, plan_of, small_plan
from tests.build.published import Shelf
from tests.build.small import BOXES, CALL, DOUBLE

TUESDAY = DAY + timedelta(days=1)


def shelf_with_monday() -> Shelf:
    """Return what is known on Tuesday: Monday was published."""
    instance = instance_of(small_case())
    shelf = Shelf()
    shelf.publish(small_plan(instance.case, instance.travel), instance.case)
    return shelf


def tuesday(**changes):
    return small_case(horizon=Horizon(first=TUESDAY, days=1), **changes)


def rows_of(case, shelf, client=None):
    history = with_past(case, shelf, shelf).history
    return [row for row in history if client is None or row.client == client]


def test_what_was_published_is_the_history():
    rows = rows_of(tuesday(), shelf_with_monday())
    assert len(rows) == len(instance_of(small_case()).seats)
    double = sorted((row.seat, row.caregiver) for row in rows if row.client == "C1")
    assert double == [(1, "A1"), (2, "A2")]
    kinds = {row.kind.value for row in rows}
    assert kinds == {"home", "meal_box", "phone"}
    assert all(row.personal_care for row in rows if row.client == "C1")
    assert {CALL, BOXES, DOUBLE}, "calls and boxes come along and do not count"


def test_the_figures_of_the_horizon_count_it():
    shelf = shelf_with_monday()
    case = with_past(tuesday(), shelf, NothingPerformed())
    same = continuity_of(instance_of(case), plan_of(case))
    assert same.shares[ClientId("C2")].visits_by_contact == 2
    assert same.faces[ClientId("C1")] == 2


def test_performed_visits_take_the_place_of_published_ones_for_their_client_and_day():
    shelf = shelf_with_monday()
    shelf.visits = (past("C2", "A1", 0),)
    assert [row.caregiver for row in rows_of(tuesday(), shelf, "C2")] == ["A1"]
    assert len(rows_of(tuesday(), shelf, "C1")) == 2


def test_what_the_case_brings_along_comes_before_what_was_published():
    case = tuesday(history=(past("C2", "A3", 0), past("C2", "A3", 1)))
    rows = rows_of(case, shelf_with_monday(), "C2")
    assert [row.caregiver for row in rows] == ["A3", "A3"]


def test_what_fell_out_did_not_happen():
    shelf = shelf_with_monday()
    start, end = at("0:00"), at("23:59")
    away = ClientAbsence(client=ClientId("C3"), start=start, end=end)
    sick = StaffAbsence(caregiver=CaregiverId("A3"), start=start, end=end)
    down = Cancellation(visit=VisitId(DOUBLE), told_at=at("6:00"))
    case = tuesday(client_absences=(away,), staff_absences=(sick,), cancellations=(down,))
    assert {row.client for row in rows_of(case, shelf)} == {"C2", "C4"}
    assert {row.caregiver for row in rows_of(case, shelf, "C4")} == {"A1"}


def test_what_lies_more_than_fourteen_days_back_is_not_read():
    case = small_case(horizon=Horizon(first=DAY + timedelta(days=15), days=1))
    assert rows_of(case, shelf_with_monday()) == []


def test_a_visit_to_a_household_together_is_a_row_of_each():
    case = small_case()
    shelf = shelf_with_monday()
    known = published_days("Göteborg", shelf, [DAY])
    visits = {
        name: replace(visit, guests=(ClientId("C1"),)) if visit.client == "C4" else visit
        for name, visit in known.visits.items()
    }
    rows = [row for row in _published(case, replace(known, visits=visits)) if row.client == "C1"]
    assert [(row.caregiver, row.guest) for row in rows if row.guest] == [("A1", True), ("A3", True)]
    assert sum(not row.guest for row in rows) == 2
