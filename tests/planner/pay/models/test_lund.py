"""Lund's rules one by one, at their edges."""

import pytest

from planner.pay.lines import Source, Status
from planner.pay.reasons import Reason
from tests.build.months import billed, by_status, minutes, order, paid, rules, settled, span, visit

LU = "lund"
QUARTER = {"time": 900, "per": "day"}
CARE = order(services=[{"id": "S1", "kind": "personal_care", "grant": QUARTER}])


def settled_april(**lists):
    return settled(LU, "2026-04", **{"orders": [CARE], **lists})


def test_l05_the_schablon_of_each_insats_goes_before_that_of_the_order():
    both = {**CARE, "grant": {"time": 3600, "per": "day"}}
    assert paid(settled_april(orders=[both])) == 30 * 15
    whole = order(("S1", "personal_care"), grant={"time": 3600, "per": "day"})
    assert paid(settled_april(orders=[whole])) == 30 * 60


@pytest.mark.parametrize(
    ("per", "expected"), [("day", 30 * 900), ("month", 900), ("week", 3857), ("visit", 1800)]
)
def test_l05_a_schablon_per_visit_day_week_and_month(per, expected):
    service = {"id": "S1", "kind": "shower", "grant": {"time": 900, "per": per}}
    rows = [
        visit("V1", "2026-04-10T08:00", 30, "S1"),
        visit("V2", "2026-04-10T08:00", 30, "S1", caregiver="A2"),
        visit("V3", "2026-04-11T08:00", 5, "S1"),
    ]
    found = settled_april(orders=[order(services=[service])], performed=rows)
    assert found.total.paid == pytest.approx(expected, abs=1)


def test_l05_planned_visits_count_where_none_is_performed():
    plan = [
        {"id": f"P{day}", "client": "C1", "services": ["S1"], **span(f"2026-04-{day}T08:00", 20)}
        for day in (10, 11, 12)
    ]
    each = order(("S1", "shower", 30))
    assert paid(settled_april(orders=[each], planned=plan)) == 90


@pytest.mark.parametrize(("basis", "expected"), [("granted", 450), ("performed", 30)])
def test_l05_only_days_with_a_visit_is_a_setting(basis, expected):
    rows = [visit(f"V{day}", f"2026-04-{day}T08:00", 10, "S1") for day in (10, 12)]
    assert paid(settled_april(performed=rows, settings={"basis": basis})) == expected


def test_l05_a_new_version_has_its_own_schablon_and_an_ended_order_none():
    more = {"id": "S1", "kind": "personal_care", "grant": {"time": 1800, "per": "day"}}
    versions = [CARE, {**CARE, "version": 2, "start": "2026-04-11", "services": [more]}]
    assert paid(settled_april(orders=versions)) == 10 * 15 + 20 * 30
    told = {"told": "2026-04-10T09:00:00+02:00"}
    assert paid(settled_april(orders=[{**CARE, "ending": told}])) == 10 * 15


@pytest.mark.parametrize(("basis", "expected"), [("performed", 10), ("granted", 450)])
def test_the_fee_basis_is_a_setting(basis, expected):
    rows = [
        visit("V1", "2026-04-10T08:00", 10, "S1"),
        visit("V2", "2026-04-10T08:00", 10, caregiver="A2", role="double"),
    ]
    result = settled_april(performed=rows, settings={"fee_basis": basis})
    assert (billed(result), minutes(result.total.staff)) == (expected, 20)


@pytest.mark.parametrize("kind", ["coordination", "handover", "documentation"])
def test_l06_work_around_the_visits_is_inside_the_schablon(kind):
    work = {"id": "W1", "kind": kind, "day": "2026-04-10", "time": 3600, "client": "C1"}
    result = settled(LU, "2026-04", orders=[], clients=[{"id": "C1"}], other_work=[work])
    assert (paid(result), rules(result.lines)) == (0, {"L06"})


def need(**more):
    return {"id": "N1", "client": "C1", "service": "S1", "since": "2026-04-01", "time": 600, **more}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, {"absorbed": 140, "needs_decision": 160}),
        ({"since": "2026-04-17"}, {"absorbed": 140}),
        ({"since": "2026-04-18"}, {"absorbed": 130}),
        ({"since": "2026-03-25"}, {"absorbed": 70, "needs_decision": 230}),
        ({"decided": "2026-04-20"}, {"absorbed": 140, "needs_decision": 50, "standard_time": 110}),
        ({"decided": "2026-04-05"}, {"absorbed": 140, "standard_time": 160}),
    ],
)
def test_l07_a_grown_need_is_absorbed_for_14_days(more, expected):
    result = settled_april(need_changes=[need(**more)])
    found = {
        str(line.reason): minutes(line.time)
        for line in result.lines
        if line.source is Source.NEED_CHANGE
    }
    assert found == expected
    assert paid(result) == 450 + expected.get("standard_time", 0)


def test_l07_a_new_version_of_the_order_holds_the_need():
    more = {"id": "S1", "kind": "personal_care", "grant": {"time": 1500, "per": "day"}}
    versions = [CARE, {**CARE, "version": 2, "start": "2026-04-21", "services": [more]}]
    result = settled_april(orders=versions, need_changes=[need(decided="2026-04-21")])
    assert by_status(result) == {"sure": 20 * 15 + 10 * 25, "denied": 140, "pending": 60}


def test_l07_an_answer_decides_what_waits():
    answer = {"id": "A1", "record": "N1", "verdict": "accepted"}
    result = settled_april(need_changes=[need()], answers=[answer])
    assert by_status(result) == {"sure": 450 + 160, "denied": 140}


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("at_risk", {"sure": 390, "at_risk": 60}),
        ("paid", {"sure": 450}),
        ("denied", {"sure": 390, "denied": 60}),
    ],
)
def test_l07_an_absence_is_absorbed_for_14_days(setting, expected):
    away = {"id": "F1", "client": "C1", "start": "2026-04-03T08:00:00+02:00"}
    away["end"] = "2026-04-20T12:00:00+02:00"
    result = settled_april(absences=[away], settings={"long_absence": setting})
    assert by_status(result) == expected


def test_l07_a_cancelled_visit_changes_nothing():
    row = {"id": "D1", "client": "C1", "services": ["S1"], **span("2026-04-10T08:00", 15)}
    row["declined"] = "2026-04-10T07:00:00+01:00"
    result = settled_april(declined=[row])
    assert paid(result) == 450
    (line,) = [line for line in result.lines if line.source is Source.DECLINED]
    assert line.reason is Reason.WITHIN_GRANTED


def test_l08_a_goal_that_is_not_fulfilled_gives_nothing():
    goals = [
        {"id": f"G{number}", "client": f"C{number}", "judged": "2026-04-10", "fulfilled": good}
        for number, good in enumerate((True, False, True))
    ]
    result = settled(LU, "2026-04", goals=goals)
    assert result.total.count[Status.SURE] == 2
    assert {line.price for line in result.lines} == {"goal"}


def test_there_is_no_lock():
    rows = [visit("V1", "2026-04-10T08:00", 10, "S1")]
    assert paid(settled_april(performed=rows, settled="2026-08-01T00:00:00+02:00")) == 450


def test_meals_and_alarms_are_shown_without_pay():
    call = {"id": "L1", "client": "C1", "called": "2026-04-10T20:00:00+02:00", "by_phone": True}
    meal = {"id": "B1", "client": "C1", "boxes": 2, "delivered": "2026-04-10"}
    result = settled(LU, "2026-04", alarms=[call], meals=[meal])
    assert {line.status for line in result.lines} == {Status.DENIED}
