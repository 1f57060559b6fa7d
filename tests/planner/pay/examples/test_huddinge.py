"""The worked examples of Huddinge, each under its id."""

from datetime import date
from typing import Any

import pytest

from planner.pay.lines import Status
from planner.pay.reasons import Reason
from tests.build.months import billed, by_status, minutes, order, paid, rules, settled, sure, visit

HU = "huddinge"


@pytest.mark.parametrize("second", [{"role": "double"}, {}], ids=["marked", "registered too"])
def test_h1_two_staff_are_paid_once(second):
    services = [] if second else ["S1"]
    result = settled(
        HU,
        "2026-03",
        orders=[order(("S1", "personal_care"))],
        performed=[
            visit("V1", "2026-03-10T08:00", 45, "S1"),
            visit("V2", "2026-03-10T08:00", 45, *services, caregiver="A2", **second),
        ],
    )
    assert (paid(result), billed(result)) == (45, 45)
    assert minutes(result.total.staff) == 90
    assert {"H22", "H23"} <= rules(result.lines)


def test_h2_an_hour_for_each_client_who_got_food():
    deliveries = {"C1": 1, "C2": 2, "C3": 4, "C4": 9, "C5": 17, "C6": 22, "C7": 30}
    meals = [
        {"id": f"B{client}-{day}", "client": client, "boxes": 1, "delivered": f"2026-03-{day:02d}"}
        for client, number in deliveries.items()
        for day in range(1, number + 1)
    ]
    result = settled(HU, "2026-03", meals=meals)
    assert paid(result) == 420
    hours = [line for line in result.lines if line.reason is Reason.MEAL_HOUR]
    assert len(hours) == 7
    assert rules(hours) >= {"H27", "H28"}


ESCORTED = [order(("E1", "escort"), ("S1", "personal_care"))]


def by_price(result):
    found: dict[str | None, Any] = {}
    for line in sure(result):
        found[line.price] = found.get(line.price, 0) + minutes(line.time)
    return found


def test_h4_mixed_with_ledsagning_all_is_paid_at_that_rate():
    mixed = visit("V1", "2026-03-10T08:00", 110, "E1", "S1", times=[5400, 1200])
    result = settled(HU, "2026-03", orders=ESCORTED, performed=[mixed])
    assert by_price(result) == {"hour.escort": 110}
    (fault,) = [fault for fault in result.faults if fault.code == "services_not_together"]
    assert fault.parameters["rule"] == "H12"


def test_h4_kept_apart_each_has_its_rate():
    rows = [
        visit("V1", "2026-03-10T08:00", 90, "E1"),
        visit("V2", "2026-03-10T09:30", 20, "S1"),
    ]
    result = settled(HU, "2026-03", orders=ESCORTED, performed=rows)
    assert by_price(result) == {"hour.escort": 90, "hour.home_care": 20}


def test_h5_not_approved_by_the_first_weekday_at_three():
    result = settled(
        HU,
        "2026-01",
        settled="2026-02-02T15:00:00+01:00",
        orders=[order(("S1", "personal_care"))],
        performed=[visit("V1", "2026-01-31T08:00", 30, "S1")],
    )
    assert paid(result) == 0
    assert by_status(result) == {"locked_out": 30}
    assert rules(result.lines) == {"H04", "H05"}


def test_h8_an_extra_visit_waits_for_the_handler_and_is_reported_by_monday():
    content: dict[str, Any] = {
        "orders": [order(("S1", "personal_care"))],
        "performed": [visit("V1", "2026-03-14T08:00", 25)],
    }
    result = settled(HU, "2026-03", **content)
    assert (paid(result), billed(result)) == (0, 0)
    assert by_status(result) == {"pending": 25}
    (fault,) = [fault for fault in result.faults if fault.code == "extra_visit_not_reported"]
    assert fault.parameters["by"] == date(2026, 3, 16)
    answer = {"id": "A1", "record": "V1", "verdict": "accepted"}
    answer |= {"reported": "2026-03-16T09:00:00+01:00", "answered": "2026-03-17T09:00:00+01:00"}
    acted = settled(HU, "2026-03", **content, answers=[answer])
    assert (paid(acted), billed(acted)) == (25, 25)
    assert acted.total.time[Status.PENDING] == 0
    assert "extra_visit_not_reported" not in {fault.code for fault in acted.faults}
