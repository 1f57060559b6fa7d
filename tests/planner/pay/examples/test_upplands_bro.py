"""The worked examples of Upplands-Bro, each under its id."""

import pytest

from planner.pay.lines import Status
from planner.pay.reasons import Reason
from tests.build.months import billed, by_status, minutes, order, paid, rules, settled, span, visit

UB = "upplands_bro"
DAY = "2026-03-10"
CARE = order(("S1", "personal_care"))


def call(name, start, length, **more):
    times = span(f"{DAY}T{start}", length)
    return {
        "id": name,
        "client": "C1",
        "called": times["start"],
        "arrived": times["start"],
        "left": times["end"],
        **more,
    }


def test_u1_alarms_count_and_pay_a_quarter_of_an_hour():
    result = settled(
        UB,
        "2026-03",
        orders=[CARE],
        alarms=[
            call("L1", "10:00", 12),
            call("L2", "12:00", 27, motivation="fall"),
            {"id": "L3", "client": "C1", "called": f"{DAY}T15:00:00+01:00", "by_phone": True},
        ],
    )
    times = [(line.record, minutes(line.paid), line.reason) for line in result.lines]
    assert times == [
        ("L1", 15, Reason.ALARM_FLAT),
        ("L2", 12, Reason.ALARM_EXCESS),
        ("L2", 15, Reason.ALARM_FLAT),
        ("L3", 0, Reason.ALARM_BY_PHONE),
    ]
    assert result.total.count[Status.SURE] == 2
    assert {"U59", "U60", "U83"} <= rules(result.lines)


def test_u2_an_alarm_that_was_the_ordered_evening_help():
    result = settled(UB, "2026-03", orders=[CARE], alarms=[call("L1", "19:00", 20, became="S1")])
    (line,) = result.lines
    assert (minutes(line.paid), minutes(line.billed), line.count) == (20, 20, 0)
    assert line.service == "S1"
    assert "U62" in line.rules


@pytest.mark.parametrize(
    ("in_text", "expected"), [(True, (60, 45)), (False, (45, 45))], ids=["u3", "u4"]
)
def test_u3_and_u4_double_staffing_in_the_order_text_or_not(in_text, expected):
    result = settled(
        UB,
        "2026-03",
        orders=[order(("S1", "personal_care", 45), double_in_text=in_text)],
        performed=[
            visit("V1", f"{DAY}T08:00", 45, "S1"),
            visit("V2", f"{DAY}T08:00", 15, caregiver="A2", role="double"),
        ],
    )
    assert (paid(result), billed(result)) == expected
    warned = [fault for fault in result.faults if fault.code == "double_not_in_order"]
    assert [fault.parameters["seconds"] for fault in warned] == ([] if in_text else [15 * 60])
    assert by_status(result).get("denied", 0) == (0 if in_text else 15)


def test_u6_cleaning_by_two_shares_the_time_and_a_companion_is_not_paid():
    result = settled(
        UB,
        "2026-03",
        orders=[order(("S1", "cleaning", 60))],
        performed=[
            visit("V1", f"{DAY}T09:00", 30, "S1"),
            visit("V2", f"{DAY}T09:00", 30, "S1", caregiver="A2"),
            visit("V3", f"{DAY}T09:00", 30, caregiver="A3", role="companion"),
        ],
    )
    assert (paid(result), billed(result)) == (60, 60)
    (companion,) = [line for line in result.lines if line.record == "V3"]
    assert (companion.paid, companion.billed) == (0, 0)
    assert {"U75", "U76"} <= rules(result.lines)


def declined(told, start, length, service="S1", **more):
    return {
        "id": "D1",
        "client": "C1",
        "services": [service],
        "declined": told,
        **span(start, length),
        **more,
    }


@pytest.mark.parametrize(
    ("told", "expected"),
    [("2026-03-10T13:00:00+01:00", 20), ("2026-03-10T11:59:00+01:00", 0)],
    ids=["u7", "u8"],
)
def test_u7_and_u8_a_visit_declined_after_noon_or_before_it(told, expected):
    result = settled(
        UB,
        "2026-03",
        orders=[order(("S1", "personal_care", 40))],
        declined=[declined(told, "2026-03-11T09:00", 45)],
    )
    assert (paid(result), billed(result)) == (expected, 0)
    assert ("U51" in rules(result.lines)) == (expected == 0)


def test_u11_ledsagning_cancelled_late_is_paid_and_used_up():
    week = {"time": 120 * 60, "per": "week"}
    escort = {"id": "S1", "kind": "escort", "grant": week}
    result = settled(
        UB,
        "2026-03",
        orders=[order(services=[escort])],
        declined=[declined("2026-03-10T14:00:00+01:00", "2026-03-11T09:00", 120)],
        performed=[visit("V9", "2026-03-12T09:00", 60, "S1")],
    )
    by_row = {line.record: line for line in result.lines}
    assert (minutes(by_row["D1"].paid), by_row["D1"].billed) == (120, 0)
    assert by_row["V9"].status is Status.AT_RISK, "the week's ledsagning is used up (U55)"


def test_u13_boxes_for_five_days_on_a_friday():
    boxes = {
        "id": "B1",
        "client": "C1",
        "boxes": 5,
        "delivered": "2026-03-13",
        "serving_days": [f"2026-03-{day}" for day in (13, 14, 15, 16, 17)],
        "duration": 360,
    }
    (line,) = settled(UB, "2026-03", meals=[boxes]).lines
    assert (line.count, line.billed_count, line.paid) == (5, 5, 0)
    assert line.day.isoformat() == "2026-03-13"
    assert line.price == "box"


def test_u15_more_time_than_ordered_without_a_motivation():
    result = settled(
        UB,
        "2026-03",
        orders=[order(("S1", "personal_care", 30))],
        performed=[visit("V1", f"{DAY}T08:00", 38, "S1")],
    )
    assert by_status(result) == {"sure": 30, "at_risk": 8}
    assert billed(result) == 30
