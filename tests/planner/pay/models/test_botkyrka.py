"""Botkyrka's rules one by one, at their edges."""

import pytest

from planner.pay.lines import Source, Status
from planner.pay.reasons import Reason
from tests.build.months import billed, minutes, order, paid, settled, span, visit

BK = "botkyrka"
HOUR = {"time": 3600, "per": "day"}


def daily(**more):
    return order(("S1", "personal_care"), **{"grant": HOUR, **more})


def away(**more):
    start, end = "2025-09-10T00:00:00+02:00", "2025-09-13T00:00:00+02:00"
    return {"id": "F1", "client": "C1", "start": start, "end": end, **more}


@pytest.mark.parametrize(
    ("more", "hours"),
    [
        ({"planned": False}, 30),
        ({}, 30),
        ({"known": "2025-09-08T12:00:00+02:00"}, 27),
        ({"known": "2025-09-09T00:00:01+02:00"}, 30),
        ({"planned": True, "end": "2025-09-12T21:00:00+02:00"}, 28),
    ],
    ids=["unplanned", "nobody says", "known early", "known late", "not the whole last day"],
)
def test_planned_absence_is_deducted_and_unplanned_stays_paid(more, hours):
    assert paid(settled(BK, "2025-09", orders=[daily()], absences=[away(**more)])) == hours * 60


def test_a_short_planned_absence_takes_the_visits_in_it():
    stay = away(start="2025-09-10T09:00:00+02:00", end="2025-09-10T12:00:00+02:00", planned=True)
    rows = [
        {"id": f"P{hour}", "client": "C1", "services": ["S1"]}
        | {"start": f"2025-09-10T{hour}:00:00+02:00", "end": f"2025-09-10T{hour}:20:00+02:00"}
        for hour in ("10", "15")
    ]
    result = settled(BK, "2025-09", orders=[daily()], absences=[stay], planned=rows)
    assert paid(result) == 30 * 60 - 20


@pytest.mark.parametrize(("told", "expected"), [("2025-09-09", 1780), ("2025-09-10", 1800)])
def test_a_visit_declined_a_day_ahead_is_planned_absence(told, expected):
    row = {"id": "D1", "client": "C1", "services": ["S1"], **span("2025-09-10T10:00", 20)}
    row["declined"] = f"{told}T08:00:00+01:00"
    assert paid(settled(BK, "2025-09", orders=[daily()], declined=[row])) == expected


@pytest.mark.parametrize(
    ("need_ends", "last"), [("2025-09-12", 15), ("2025-09-15", 15), ("2025-09-16", 16)]
)
def test_five_days_from_the_day_after_the_information(need_ends, last):
    ending = {"told": "2025-09-10T09:00:00+02:00", "need_ends": need_ends}
    result = settled(BK, "2025-09", orders=[daily(ending=ending)])
    assert max(line.day.day for line in result.lines) == last
    notice = [line.day.day for line in result.lines if line.reason is Reason.NOTICE_PERIOD]
    assert notice == list(range(int(need_ends[-2:]) + 1, 16))


def test_a_day_with_a_visit_is_no_absence():
    ending = {"told": "2025-09-10T09:00:00+02:00"}
    rows = [visit("V1", "2025-09-12T10:00", 30, "S1")]
    result = settled(BK, "2025-09", orders=[daily(ending=ending)], performed=rows)
    notice = [line.day.day for line in result.lines if line.reason is Reason.NOTICE_PERIOD]
    assert notice == [11, 13, 14, 15]


@pytest.mark.parametrize(("setting", "last"), [(False, 10), (True, 15)])
def test_an_alarm_that_stays_is_still_home_care(setting, last):
    ending = {"told": "2025-09-10T09:00:00+02:00"}
    kept = daily(ending=ending, keeps_alarm=True)
    result = settled(BK, "2025-09", orders=[kept], settings={"alarm_keeps_notice": setting})
    assert max(line.day.day for line in result.lines) == last


def test_a_changed_order_counts_from_the_day_the_change_starts():
    more = daily(version=2, grant={"time": 7200, "per": "day"}, execution="2025-09-21")
    assert paid(settled(BK, "2025-09", orders=[daily(), more])) == 20 * 60 + 10 * 120


def test_the_total_in_the_order_decides():
    parts = [{"id": "S1", "kind": "personal_care", "grant": {"time": 60, "per": "day"}}]
    assert paid(settled(BK, "2025-09", orders=[daily(services=parts)])) == 30 * 60
    alone = order(services=parts)
    assert paid(settled(BK, "2025-09", orders=[alone])) == 30


def test_weeks_and_months_add_up_to_the_second():
    month = order(("S1", "personal_care"), grant={"time": 100_001, "per": "month"})
    assert settled(BK, "2025-09", orders=[month]).total.paid == 100_001
    week = order(("S1", "personal_care"), grant={"time": 100_001, "per": "week"})
    result = settled(BK, "2025-09", orders=[week])
    first_week = [line.time for line in result.lines if line.day.day <= 7]
    assert sum(first_week) == 100_001, "1 September 2025 is a Monday"


def test_granted_time_per_visit_counts_planned_visits():
    rows = [
        {"id": f"P{day}", "client": "C1", "services": ["S1"], **span(f"2025-09-{day}T10:00", 20)}
        for day in ("10", "11")
    ]
    each = order(("S1", "personal_care", 25))
    assert paid(settled(BK, "2025-09", orders=[each], planned=rows)) == 50


@pytest.mark.parametrize(("basis", "expected"), [("performed", 30), ("granted", 30 * 60)])
def test_the_fee_basis_is_a_setting(basis, expected):
    rows = [visit("V1", "2025-09-12T10:00", 30, "S1")]
    result = settled(BK, "2025-09", orders=[daily()], performed=rows, settings={"fee_basis": basis})
    assert billed(result) == expected


def test_the_client_is_billed_for_no_more_than_is_granted():
    small = daily(grant={"time": 1200, "per": "month"})
    rows = [visit("V1", "2025-09-12T10:00", 30, "S1")]
    assert billed(settled(BK, "2025-09", orders=[small], performed=rows)) == 20


def test_alarms_are_another_units():
    call = {"id": "L1", "client": "C1", "called": "2025-09-10T20:00:00+02:00"}
    call |= {"arrived": "2025-09-10T20:10:00+02:00", "left": "2025-09-10T20:30:00+02:00"}
    result = settled(BK, "2025-09", orders=[daily()], alarms=[call])
    (line,) = [line for line in result.lines if line.source is Source.ALARM]
    assert (line.status, line.count, minutes(line.staff)) == (Status.DENIED, 0, 20)


def test_orders_that_wait_or_are_executed_too_early_are_warned_of():
    first = daily(start="2025-09-02", received="2025-09-01T09:00:00+02:00")
    later = order(
        ("S2", "meal"),
        id="O2",
        client="C2",
        start="2025-09-05",
        execution="2025-09-06",
        received="2025-09-03T09:00:00+02:00",
    )
    done = visit("V1", "2025-09-08T10:00", 30, "S2", client="C2")
    result = settled(BK, "2025-09", orders=[first, later], performed=[done])
    found = {(fault.code, fault.path) for fault in result.faults}
    assert found == {
        ("execution_missing", "$.orders[0].execution"),
        ("older_order_waits", "$.orders[0].received"),
        ("execution_before_visit", "$.orders[1].execution"),
    }
