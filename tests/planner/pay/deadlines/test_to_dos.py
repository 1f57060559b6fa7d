"""The list of a unit: what is on it, in which order, and how each row stands at a moment."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.pay.deadlines.facts import Done
from planner.pay.deadlines.kinds import Activity, DateKind, EventKind, Municipality, Stake, State
from planner.pay.deadlines.to_dos import to_dos
from tests.build.deadlines import LONG_AGO, shown, swedish, unit

U, H, N, L = (
    Municipality.UPPLANDS_BRO,
    Municipality.HUDDINGE,
    Municipality.HANINGE,
    Municipality.LUND,
)
JANUARY = date(2026, 1, 1), date(2026, 1, 31)


def test_a_month_of_upplands_bro_is_sorted_by_due_moment():
    rows = to_dos(unit(U, lacks=(Activity.MEAL_BOXES,)), *JANUARY, LONG_AGO)
    assert [(row.deadline, row.about, shown(row.due)) for row in rows] == [
        ("U18", "2025-12", "2026-01-07 23:59"),
        ("U26", "2025-12", "2026-01-07 23:59"),
        ("U28", "2025-12", "2026-01-09 23:59"),
        ("U29", "2025-12", "2026-01-13 23:59"),
        ("U68", "2025-12", "2026-01-15 23:59"),
    ]


def test_meal_orders_come_every_thursday():
    rows = to_dos(unit(U, lacks=(Activity.RESPITE,)), *JANUARY, LONG_AGO)
    meals = [shown(row.due) for row in rows if row.deadline == "U90"]
    assert meals == [f"2026-01-{day:02} 16:30" for day in (1, 8, 15, 22, 29)]


def test_a_week_is_named_by_the_delivery():
    rows = to_dos(unit(U), date(2026, 4, 30), date(2026, 4, 30), LONG_AGO)
    assert [(row.deadline, row.about) for row in rows] == [("U90", "2026-W20")]


def test_what_a_unit_lacks_has_no_dates():
    lacking = unit(H, lacks=(Activity.MEAL_BOXES,))
    assert {row.deadline for row in to_dos(lacking, *JANUARY, LONG_AGO)} == {"H04", "H31"}
    assert {row.deadline for row in to_dos(unit(H), *JANUARY, LONG_AGO)} == {"H04", "H29", "H31"}


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-01-25 12:00", State.LATER),
        ("2026-01-30 15:00", State.SOON),  # three days before Monday 15:00
        ("2026-02-02 08:00", State.DUE_TODAY),
        ("2026-02-02 15:00", State.DUE_TODAY),
        ("2026-02-02 15:01", State.OVERDUE),
    ],
)
def test_a_warning_is_given_in_time(now, state):
    rows = to_dos(unit(H), date(2026, 2, 1), date(2026, 2, 28), swedish(now))
    assert next(row.state for row in rows if row.deadline == "H04") is state


@pytest.mark.parametrize(
    ("at", "state"),
    [("2026-02-02 15:00", State.DONE), ("2026-02-02 15:00:01", State.DONE_LATE)],
)
def test_what_is_done_says_whether_it_was_in_time(at, state):
    done = Done(deadline="H04", about="2026-01", at=swedish(at))
    rows = to_dos(unit(H, done=(done,)), date(2026, 2, 1), date(2026, 2, 2), swedish(at))
    row = next(row for row in rows if row.deadline == "H04")
    assert (row.state, row.done) == (state, swedish(at))


def test_an_overdue_fact_does_not_vanish_until_it_is_done():
    events = {"O1": (EventKind.EXTRA_VISIT, "2026-03-07 12:00")}
    asked = date(2026, 4, 1), date(2026, 4, 1), swedish("2026-04-01 08:00")
    (row,) = [row for row in to_dos(unit(H, events=events), *asked) if row.deadline == "H26"]
    assert (row.state, row.client, shown(row.due)) == (State.OVERDUE, "C1", "2026-03-09 23:59")
    done = Done(deadline="H26", about="O1", at=swedish("2026-03-10 08:00"))
    assert "H26" not in {
        row.deadline for row in to_dos(unit(H, events=events, done=(done,)), *asked)
    }


def test_months_are_overdue_from_the_one_the_document_begins_with():
    asked = date(2026, 4, 15), date(2026, 4, 30), swedish("2026-04-15 08:00")
    assert to_dos(unit(N), *asked) == ()
    late = to_dos(unit(N, since=date(2026, 2, 10)), *asked)
    assert [(row.deadline, row.about) for row in late] == [
        ("N19", "2026-02"),
        ("N29", "2026-02"),
        ("N19", "2026-03"),
        ("N29", "2026-03"),
    ]
    assert {row.state for row in late} == {State.OVERDUE}


def test_an_office_task_on_a_free_day_should_be_done_before():
    days = {"C1": (DateKind.CARE_STARTED, "2026-03-07")}
    asked = date(2026, 3, 21), date(2026, 3, 21), swedish("2026-03-20 08:00")
    (row,) = to_dos(unit(L, days=days), *asked)
    assert (shown(row.due), shown(row.act_by)) == ("2026-03-21 23:59", "2026-03-20 23:59")
    assert row.state is State.DUE_TODAY


def test_care_itself_does_not_wait_for_a_working_day():
    events = {"O1": (EventKind.ORDER_SENT, "2026-03-06 10:00")}
    rows = to_dos(unit(U, events=events), date(2026, 3, 7), date(2026, 3, 7), LONG_AGO)
    (row,) = rows
    assert (row.deadline, row.stake) == ("U06", Stake.SAFETY)
    assert row.act_by == row.due


def test_now_needs_a_zone():
    with pytest.raises(ValueError, match="without time zone"):
        to_dos(unit(U), *JANUARY, datetime(2026, 1, 1))  # noqa: DTZ001  what is tested


@given(
    municipality=st.sampled_from(Municipality),
    start=st.datetimes(datetime(2024, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001  given a zone below
    data=st.data(),
)
def test_a_date_is_never_before_what_it_counts_from(municipality, start, data):
    kind = data.draw(st.sampled_from(EventKind))
    facts = unit(municipality, events={"O1": (kind, start.isoformat())})
    at = facts.events[0].at
    rows = to_dos(facts, start.date(), start.date() + timedelta(days=100), LONG_AGO)
    assert all(row.due >= at.replace(microsecond=0) for row in rows if row.about == "O1")
    assert list(rows) == sorted(rows, key=lambda row: (row.due, row.deadline, row.about))
    assert all(row.act_by <= row.due for row in rows)


@given(st.dates(date(2024, 1, 1), date(2035, 1, 1)), st.sampled_from(Municipality))
def test_two_halves_of_a_month_have_what_the_whole_has(first, municipality):
    middle, last = first + timedelta(days=14), first + timedelta(days=30)
    facts = unit(municipality)
    whole = to_dos(facts, first, last, LONG_AGO)
    halves = (
        *to_dos(facts, first, middle, LONG_AGO),
        *to_dos(facts, middle + timedelta(days=1), last, LONG_AGO),
    )
    assert halves == whole
