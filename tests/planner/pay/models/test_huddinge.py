"""Huddinge's rules one by one, at their edges."""

import pytest

from planner.pay.lines import Source, Status
from planner.pay.reasons import Reason
from tests.build.months import (
    billed,
    by_status,
    minutes,
    order,
    paid,
    rules,
    settled,
    span,
    visit,
)

HU = "huddinge"
CARE = order(("S1", "personal_care", 30))


def done(*rows, orders=(CARE,), month="2026-03", **more):
    return settled(HU, month, orders=list(orders), performed=list(rows), **more)


@pytest.mark.parametrize(
    ("beyond", "expected"),
    [
        ("paid", {"sure": 38}),
        ("pending", {"sure": 30, "pending": 8}),
        ("at_risk", {"sure": 30, "at_risk": 8}),
    ],
)
def test_h02_performed_time_of_the_granted_service(beyond, expected):
    result = done(visit("V1", "2026-03-10T08:00", 38, "S1"), settings={"beyond": beyond})
    assert by_status(result) == expected
    assert billed(result) == paid(result)
    assert "H02" in rules(result.lines)


@pytest.mark.parametrize(
    ("adjusted", "status"),
    [("2026-03-13T18:00:00+01:00", "sure"), ("2026-03-13T18:00:01+01:00", "locked_out")],
)
def test_h03_h09_an_approved_visit_is_locked_after_72_hours(adjusted, status):
    more = {"approved": "2026-03-10T18:00:00+01:00", "adjusted": adjusted}
    result = done(visit("V1", "2026-03-10T08:00", 30, "S1", **more))
    assert by_status(result) == {status: 30}


def test_h03_hours_are_elapsed_ones_over_the_change_of_clocks():
    """From Friday 18:00 to Monday 19:00 summer time are 72 hours."""
    more = {"approved": "2026-03-27T18:00:00+01:00", "adjusted": "2026-03-30T19:00:00+02:00"}
    result = done(visit("V1", "2026-03-27T08:00", 30, "S1", **more))
    assert by_status(result) == {"sure": 30}


@pytest.mark.parametrize(
    ("approved", "status"),
    [
        ("2026-02-02T14:59:59+01:00", "sure"),
        ("2026-02-02T15:00:00+01:00", "locked_out"),
        (None, "locked_out"),
    ],
)
def test_h04_h05_approved_by_the_first_weekday_at_three(approved, status):
    more = {"approved": approved} if approved else {}
    row = visit("V1", "2026-01-30T08:00", 30, "S1", **more)
    result = done(row, month="2026-01", settled="2026-02-05T12:00:00+01:00")
    assert by_status(result) == {status: 30}


def test_h05_what_is_not_approved_yet_waits():
    row = visit("V1", "2026-01-30T08:00", 30, "S1")
    result = done(row, month="2026-01", settled="2026-02-02T14:00:00+01:00")
    assert by_status(result) == {"pending": 30}
    assert billed(result) == 0


def test_h04_the_first_weekday_may_come_late():
    """1 January is a holiday, 2 January 2026 a Friday."""
    row = visit("V1", "2025-12-30T08:00", 30, "S1", approved="2026-01-02T14:00:00+01:00")
    result = done(row, month="2025-12", settled="2026-01-05T12:00:00+01:00")
    assert paid(result) == 30


@pytest.mark.parametrize(
    ("registered", "setting", "expected"),
    [
        ("2026-03-12T23:59:59+01:00", "at_risk", {"sure": 30}),
        ("2026-03-13T00:00:00+01:00", "at_risk", {"at_risk": 30}),
        ("2026-03-13T00:00:00+01:00", "locked_out", {"locked_out": 30}),
        ("2026-03-13T00:00:00+01:00", "paid", {"sure": 30}),
    ],
)
def test_h07_h10_registered_at_the_latest_two_days_after(registered, setting, expected):
    row = visit("V1", "2026-03-10T08:00", 30, "S1", registered=registered, method="manual")
    assert by_status(done(row, settings={"late_registration": setting})) == expected


def test_h06_registering_by_hand_is_followed_up_and_paid():
    assert paid(done(visit("V1", "2026-03-10T08:00", 30, "S1", method="manual"))) == 30


def test_h08_what_somebody_wrote_is_in_no_line():
    row = visit("V1", "2026-03-10T08:00", 30, "S1", motivation="hemligt")
    assert "hemligt" not in repr(done(row).lines)


@pytest.mark.parametrize(
    ("kind", "price"),
    [
        ("escort", "hour.escort"),
        ("respite", "hour.respite"),
        ("housing_support", "hour.housing_support"),
        ("simplified", "hour.home_care"),
        ("phone_visit", "hour.home_care"),
    ],
)
def test_h12_every_service_has_its_rate(kind, price):
    result = done(visit("V1", "2026-03-10T08:00", 20, "E1"), orders=[order(("E1", kind))])
    assert [line.price for line in result.lines] == [price]


def test_h12_the_rate_of_mixed_visits_is_a_setting():
    row = visit("V1", "2026-03-10T08:00", 60, "S1", "E1", times=[1200, 2400])
    both = order(("S1", "personal_care"), ("E1", "respite"))
    kept = done(row, orders=[both], settings={"mixed": "own_rate"})
    found = {line.price: minutes(line.time) for line in kept.lines}
    assert found == {"hour.home_care": 20, "hour.respite": 40}


@pytest.mark.parametrize(("kind", "rule"), [("check", "H13"), ("simplified", "H15")])
def test_h13_h15_some_services_are_visits_of_their_own(kind, rule):
    row = visit("V1", "2026-03-10T08:00", 60, "S1", "T1", times=[1200, 2400])
    result = done(row, orders=[order(("S1", "personal_care"), ("T1", kind))])
    assert paid(result) == 60
    (fault,) = [one for one in result.faults if one.code == "services_not_together"]
    assert fault.parameters["rule"] == rule


def test_h14_h30_declined_at_the_door_gives_nothing():
    row = {"id": "D1", "client": "C1", "services": ["S1"], **span("2026-03-10T08:00", 30)}
    row["declined"] = row["start"]
    result = settled(HU, "2026-03", orders=[CARE], declined=[row])
    assert by_status(result) == {"denied": 30}
    assert (result.lines[0].reason, billed(result)) == (Reason.DECLINED_NO_PAY, 0)


def test_h30_an_absence_is_a_reason_without_an_amount():
    stay = {"id": "F1", "client": "C1", "start": "2026-03-10T08:00:00+01:00"}
    result = settled(HU, "2026-03", orders=[CARE], absences=[stay])
    (line,) = result.lines
    assert (line.source, line.paid, line.rules) == (Source.ABSENCE, 0, ("H30", "H31"))


def test_h22_what_the_second_does_alone_is_paid():
    rows = [
        visit("V1", "2026-03-10T08:00", 20, "S1"),
        visit("V2", "2026-03-10T08:10", 20, "S1", caregiver="A2"),
    ]
    assert by_status(done(*rows)) == {"sure": 30, "denied": 10}


def test_h23_a_locked_out_row_makes_no_second_of_the_other():
    rows = [
        visit("V1", "2026-01-30T08:00", 20, "S1"),
        visit("V2", "2026-01-30T08:00", 20, "S1", caregiver="A2")
        | {"approved": "2026-01-30T12:00:00+01:00"},
    ]
    result = done(*rows, month="2026-01", settled="2026-02-05T12:00:00+01:00")
    assert by_status(result) == {"sure": 20, "locked_out": 20}


COUPLE = [{"id": "C1", "household": "H1"}, {"id": "C2", "household": "H1"}]
BOTH = [CARE, order(("S2", "personal_care"), id="O2", client="C2")]


def planned(name, client, service, length):
    times = span("2026-03-10T08:00", length)
    return {"id": name, "client": client, "services": [service], **times}


@pytest.mark.parametrize("named", [True, False])
def test_h25_a_joint_visit_is_split_by_planned_time(named):
    plan = [planned("P1", "C1", "S1", 40), planned("P2", "C2", "S2", 20)]
    row = visit("V1", "2026-03-10T08:00", 48, "S1", "S2", joint=["C2"])
    row |= {"planned": ["P1", "P2"]} if named else {}
    result = done(row, orders=BOTH, clients=COUPLE, planned=plan)
    found = {line.client: (line.service, minutes(line.paid)) for line in result.lines}
    assert found == {"C1": ("S1", 32), "C2": ("S2", 16)}
    assert (minutes(result.total.staff), billed(result)) == (48, 48)
    assert "H25" in rules(result.lines)


def test_h25_without_a_plan_the_time_is_split_by_what_is_granted_or_evenly():
    row = visit("V1", "2026-03-10T08:00", 45, "S1", "S2", joint=["C2"])
    granted = [CARE, order(("S2", "personal_care", 15), id="O2", client="C2")]
    result = done(row, orders=granted, clients=COUPLE)
    assert [(line.client, line.paid) for line in result.lines] == [("C1", 1800), ("C2", 900)]
    even = done(row, orders=BOTH, clients=COUPLE)
    assert [line.paid for line in even.lines] == [1350, 1350]


def test_h22_h25_a_couple_by_two_staff_is_paid_once():
    rows = [
        visit("V1", "2026-03-10T08:00", 40, "S1", "S2", joint=["C2"]),
        visit("V2", "2026-03-10T08:00", 40, "S1", "S2", joint=["C1"])
        | {"client": "C2", "caregiver": "A2"},
    ]
    assert by_status(done(*rows, orders=BOTH, clients=COUPLE)) == {"sure": 40, "denied": 40}


def test_h24_one_after_the_other_each_has_its_own():
    rows = [
        visit("V1", "2026-03-10T08:00", 20, "S1"),
        visit("V2", "2026-03-10T08:20", 25, "S2", client="C2"),
    ]
    result = done(*rows, orders=BOTH, clients=COUPLE)
    assert [(line.client, minutes(line.paid)) for line in result.lines] == [("C1", 20), ("C2", 25)]


def test_h26_only_what_is_granted_that_day():
    ended = order(("S1", "personal_care"), end="2026-03-09")
    result = done(visit("V1", "2026-03-10T08:00", 30, "S1"), orders=[ended])
    assert by_status(result) == {"pending": 30}
    assert "extra_visit_not_reported" in {fault.code for fault in result.faults}


def test_h27_h28_food_that_did_not_come_gives_no_hour():
    meals = [
        {"id": "B1", "client": "C1", "boxes": 1, "ordered_for": "2026-03-10"},
        {"id": "B2", "client": "C2", "boxes": 3, "delivered": "2026-03-10", "wrong": True},
        {"id": "B3", "client": "C3", "boxes": 2, "delivered": "2026-03-31", "duration": 300},
    ]
    result = settled(HU, "2026-03", meals=meals, settled="2026-04-10T12:00:00+02:00")
    assert by_status(result) == {"sure": 60}
    assert result.total.billed_count == 2, "H29: the boxes that came are the client's fee"


def test_the_hour_and_the_lock_are_settings():
    meals = [{"id": "B1", "client": "C1", "boxes": 1, "delivered": "2026-03-10"}]
    assert paid(settled(HU, "2026-03", meals=meals, settings={"meal_hour": 1800})) == 30
    row = visit("V1", "2026-01-30T08:00", 30, "S1", approved="2026-02-02T13:00:00+01:00")
    late = done(row, month="2026-01", settings={"lock_hour": 12})
    assert by_status(late) == {"locked_out": 30}


def test_alarms_are_no_granted_service():
    call = {"id": "L1", "client": "C1", "called": "2026-03-10T20:00:00+01:00", "by_phone": True}
    result = settled(HU, "2026-03", orders=[CARE], alarms=[call])
    assert [(line.status, line.reason) for line in result.lines] == [
        (Status.DENIED, Reason.ALARM_ELSEWHERE)
    ]
