"""Every deadline by hand: the day, and the clock where the rule has one.

Days end at 23:59. Easter 2026: Good Friday 3 April, Easter Monday 6 April. Midsummer's Eve 2026 is
Friday 19 June. Clocks go forward on 29 March and back on 25 October 2026.
"""

from datetime import date
from pathlib import Path

import pytest

from planner.pay.deadlines.facts import DayFact, UnitFacts
from planner.pay.deadlines.kinds import DateKind, Municipality
from planner.pay.deadlines.reading import MealOrder, NextDay, OnCutoff, OnFreeDay, Reading
from planner.pay.deadlines.registry import DEADLINES
from planner.pay.deadlines.to_dos import to_dos
from tests.build.deadlines import LONG_AGO, due, of_period, shown

CLASS_D = """
U06 U07 U08 U09 U11 U15 U17 U18 U21 U23 U26 U28 U29 U35 U68 U80 U87 U90 U91 B09
B10 B15 B16 B17 H03 H04 H07 H26 H29 H31 N19 N29 L03 L04 L09 L10 L12
"""

FACTS = [
    ("U06", "2026-03-02 10:00", "2026-03-03 10:00"),
    ("U06", "2026-03-28 12:00", "2026-03-29 13:00"),  # 23-hour day: 24 h elapse later by the clock
    ("U06", "2026-10-24 12:00", "2026-10-25 11:00"),  # 25-hour day
    ("U07", "2026-03-02 10:00", "2026-03-02 10:00"),
    ("U08", "2026-03-07 03:30", "2026-03-07 03:30"),
    ("U09", "2026-03-02 15:59", "2026-03-02 23:59"),
    ("U09", "2026-03-02 16:01", "2026-03-03 23:59"),
    ("U09", "2026-03-06 16:01", "2026-03-09 23:59"),  # Friday to Monday
    ("U09", "2026-03-07 10:00", "2026-03-09 23:59"),  # Saturday
    ("U09", "2026-04-02 17:00", "2026-04-07 23:59"),  # Maundy Thursday to Tuesday
    ("U11", "2026-11-30", "2027-02-28 23:59"),
    ("U11", "2026-03-02", "2026-06-02 23:59"),
    ("U15", "2026-03-05 09:00", "2026-03-10 23:59"),  # Thursday; Fri, Mon, Tue
    ("U15", "2026-04-01 09:00", "2026-04-08 23:59"),  # Thu 2, Tue 7, Wed 8
    ("U17", "2026-03-06 20:00", "2026-03-09 23:59"),
    ("U17.order", "2026-03-06 20:00", "2026-03-11 23:59"),
    ("U21", "2026-06-15", "2026-06-23 23:59"),  # 16, 17, 18, 22, 23: Midsummer's Eve is none
    ("U23", "2026-03-09", "2026-03-09 23:59"),
    ("U35", "2026-03-02", "2026-03-16 23:59"),
    ("U35.follow_up", "2026-03-25", "2026-04-08 23:59"),
    ("U80", "2026-03-02 10:00", "2026-03-03 10:00"),
    ("U87", "2026-02-20", "2026-03-06 23:59"),
    ("U87.revision", "2026-08-31", "2027-02-28 23:59"),
    ("U91", "2026-05-11", "2026-05-06 23:59"),  # Monday; Fri 8, Thu 7, Wed 6
    ("U91", "2026-04-08", "2026-04-01 23:59"),  # Tue 7, Thu 2, Wed 1: over Easter
    ("B09", "2026-03-02 07:10", "2026-03-02 08:00"),
    ("B09", "2026-03-02 17:00", "2026-03-02 17:00"),
    ("B09", "2026-03-06 17:01", "2026-03-09 08:00"),
    ("B10", "2026-03-02 10:30", "2026-03-03 10:30"),
    ("B10", "2026-03-06 10:30", "2026-03-09 10:30"),
    ("B10", "2026-03-06 18:00", "2026-03-10 08:00"),  # received Monday 08:00
    ("B10", "2026-03-27 15:00", "2026-03-30 15:00"),  # clocks change on the Sunday between
    ("B10", "2026-10-23 15:00", "2026-10-26 15:00"),
    ("B10", "2026-12-23 15:00", "2026-12-28 15:00"),  # Christmas Eve to Sunday left out
    ("B15", "2026-03-05 22:00", "2026-03-10 23:59"),
    ("B16", "2026-03-04 10:59", "2026-03-04 23:59"),
    ("B16", "2026-03-04 11:00", "2026-03-05 23:59"),
    ("B16", "2026-03-07 09:00", "2026-03-08 23:59"),  # no weekday: the day after
    ("B17", "2026-03-04 14:00", "2026-03-05 14:00"),
    ("B17", "2026-03-06 14:00", "2026-03-09 14:00"),
    ("B18", "2025-09-10", "2025-09-15 23:59"),  # example B-4
    ("H03", "2026-03-02 15:00", "2026-03-05 15:00"),
    ("H03", "2026-03-27 15:00", "2026-03-30 16:00"),
    ("H03", "2026-10-23 15:00", "2026-10-26 14:00"),
    ("H07", "2026-03-06 20:00", "2026-03-08 23:59"),
    ("H26", "2026-03-07 12:00", "2026-03-09 23:59"),  # example H-8: Saturday, by Monday
    ("L03", "2026-01-15", "2026-07-15 23:59"),
    ("L04", "2028-02-29", "2029-02-28 23:59"),
    ("L09", "2026-03-02", "2026-03-16 23:59"),
    ("L10", "2026-12-20", "2027-01-03 23:59"),
    ("L12", "2026-03-02", "2026-04-01 23:59"),
    ("L12.short_term", "2026-03-02", "2026-03-06 23:59"),
]

PERIODS = [
    ("U18", "2026-02", "2026-03-04 23:59"),
    ("U18", "2026-03", "2026-04-07 23:59"),  # 1, 2 and 7 April: Easter between
    ("U26", "2025-12", "2026-01-07 23:59"),  # example T-1: third
    ("U28", "2025-12", "2026-01-09 23:59"),  # example T-1: fifth
    ("U29", "2025-12", "2026-01-13 23:59"),  # example T-1: seventh
    ("U29", "2026-05", "2026-06-09 23:59"),
    ("U68", "2026-02", "2026-03-15 23:59"),
    ("U90", "2026-W20", "2026-04-30 16:30"),  # example T-3
    ("U90", "2027-W01", "2026-12-24 16:30"),
    ("H04", "2025-12", "2026-01-02 15:00"),  # example T-1: first
    ("H04", "2026-01", "2026-02-02 15:00"),  # example H-5
    ("H29", "2026-04", "2026-05-04 23:59"),  # 1 May is a holiday
    ("H31", "2026-04", "2026-05-04 23:59"),
    ("N19", "2026-01", "2026-02-04 23:59"),
    ("N29", "2026-01", "2026-02-05 23:59"),
]


@pytest.mark.parametrize(("deadline", "when", "expected"), FACTS)
def test_a_fact_has_its_date(deadline, when, expected):
    assert shown(due(deadline, when).due) == expected


@pytest.mark.parametrize(("deadline", "about", "expected"), PERIODS)
def test_a_period_has_its_date(deadline, about, expected):
    assert shown(of_period(deadline, about).due) == expected


def test_every_deadline_is_tried():
    known = {row.id for rows in DEADLINES.values() for row in rows}
    assert {row[0] for row in FACTS} | {row[0] for row in PERIODS} == known


def test_every_written_rule_of_class_d_has_a_deadline():
    known = {row.rule for rows in DEADLINES.values() for row in rows}
    assert known == set(CLASS_D.split()) | {"B18"}
    page = (Path(__file__).parents[4] / "docs" / "deadlines.md").read_text(encoding="utf-8")
    assert {rule for rule in known if f"| {rule} " not in page} == set()


@pytest.mark.parametrize(
    ("deadline", "when", "reading", "expected"),
    [
        ("U09", "2026-03-02 16:00", Reading(), "2026-03-02 23:59"),
        ("U09", "2026-03-02 16:00", Reading(on_cutoff=OnCutoff.AFTER), "2026-03-03 23:59"),
        ("U09", "2026-03-06 17:00", Reading(confirm_next=NextDay.CALENDAR_DAY), "2026-03-07 23:59"),
        ("B16", "2026-03-06 12:00", Reading(), "2026-03-07 23:59"),
        ("B16", "2026-03-06 12:00", Reading(start_next=NextDay.WORKING_DAY), "2026-03-09 23:59"),
        ("U21", "2026-06-15", Reading(eves=False), "2026-06-22 23:59"),
        ("U21", "2026-03-05", Reading(saturdays=True), "2026-03-11 23:59"),
    ],
)
def test_wordings_that_leave_room_are_settings(deadline, when, reading, expected):
    assert shown(due(deadline, when, reading).due) == expected


@pytest.mark.parametrize(
    ("deadline", "about", "reading", "expected"),
    [
        ("U90", "2026-W20", Reading(meal_order=MealOrder.FOURTEEN_DAYS), "2026-04-23 16:30"),
        ("U68", "2026-02", Reading(fixed_day=OnFreeDay.PREVIOUS), "2026-03-13 23:59"),
        ("U68", "2026-02", Reading(fixed_day=OnFreeDay.NEXT), "2026-03-16 23:59"),
        ("U68", "2026-03", Reading(fixed_day=OnFreeDay.NEXT), "2026-04-15 23:59"),
        ("N29", "2026-01", Reading(invoice_days=3), "2026-02-09 23:59"),
        ("H04", "2025-12", Reading(eves=False), "2026-01-02 15:00"),
    ],
)
def test_periods_have_settings_too(deadline, about, reading, expected):
    assert shown(of_period(deadline, about, reading).due) == expected


def test_the_invoice_of_haninge_is_not_sent_before_the_lock():
    row = of_period("N29", "2026-01")
    assert row.opens is not None
    assert shown(row.opens) == "2026-02-05 00:00"


def test_a_need_that_ends_later_ends_the_order_then():
    told = DayFact(
        id="O1", kind=DateKind.NEED_END_TOLD, day=date(2025, 9, 10), ends=date(2025, 9, 20)
    )
    facts = UnitFacts(unit="E1", municipality=Municipality.BOTKYRKA, days=(told,))
    (row,) = to_dos(facts, date(2025, 9, 1), date(2025, 9, 30), LONG_AGO)
    assert shown(row.due) == "2025-09-20 23:59"  # example B-5
