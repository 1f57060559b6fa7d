"""The worked examples of Haninge, each under its id."""

import pytest

from planner.model.findings import Severity
from planner.pay.lines import Source, Status
from planner.pay.reasons import Reason
from tests.build.months import by_status, minutes, order, paid, rules, settled, span, visit

HA = "haninge"
MONTHLY = {"time": 218_880, "per": "month"}
"""60.8 hours a month."""


def forty():
    return [order(("S1", "personal_care", 40))]


def test_n1_less_than_granted():
    rows = [visit("V1", "2026-03-10T08:00", 38, "S1")]
    result = settled(HA, "2026-03", orders=forty(), performed=rows)
    assert by_status(result) == {"sure": 38}
    assert "N06" in rules(result.lines)


def test_n2_more_than_granted_waits_for_approval():
    rows = [visit("V1", "2026-03-10T08:00", 47, "S1")]
    result = settled(HA, "2026-03", orders=forty(), performed=rows)
    assert by_status(result) == {"sure": 40, "pending": 7}
    assert {"N08", "N23"} <= rules(result.lines)


def test_n3_two_days_of_an_unplanned_stay_in_hospital():
    stay = {"id": "F1", "client": "C1", "reason": "hospital"}
    stay |= {"start": "2026-03-10T07:00:00+01:00", "known": "2026-03-10T09:00:00+01:00"}
    monthly = order(("S1", "personal_care"), grant=MONTHLY)
    result = settled(HA, "2026-03", orders=[monthly], absences=[stay])
    assert paid(result) == 240
    days = [(line.day.isoformat(), minutes(line.paid)) for line in result.lines]
    assert days == [("2026-03-10", 120), ("2026-03-11", 120)], "Tuesday and Wednesday"
    assert rules(result.lines) == {"N14", "N15"}


@pytest.mark.parametrize(
    ("cause", "expected"), [("client_ended", 600), ("need_ended", 600), ("misconduct", 0)]
)
def test_n5_five_days_when_a_client_ends(cause, expected):
    ending = {"told": "2026-03-10T09:00:00+01:00", "cause": cause}
    monthly = order(("S1", "personal_care"), grant=MONTHLY, ending=ending)
    result = settled(HA, "2026-03", orders=[monthly])
    assert paid(result) == expected
    assert "N17" in rules(result.lines)


def test_n6_one_rate_at_all_hours_and_no_travel():
    drive = {"id": "W1", "kind": "travel", "day": "2026-03-14", "time": 1500, "client": "C1"}
    rows = [visit("V1", "2026-03-14T21:00", 30, "S1")]
    result = settled(HA, "2026-03", orders=forty(), performed=rows, other_work=[drive])
    assert paid(result) == 30
    assert {line.price for line in result.lines if line.paid} == {"hour.home_care"}
    (travel,) = [line for line in result.lines if line.source is Source.OTHER_WORK]
    assert (travel.paid, travel.price, travel.rules) == (0, None, ("N09",))


@pytest.mark.parametrize(
    ("double", "expected"), [("registered", 40), ("within_granted", 20), ("one", 20)]
)
def test_n7_two_registered_staff_are_a_setting(double, expected):
    result = settled(
        HA,
        "2026-03",
        orders=[order(("S1", "personal_care", 20))],
        performed=[
            visit("V1", "2026-03-10T08:00", 20, "S1"),
            visit("V2", "2026-03-10T08:00", 20, caregiver="A2", role="double"),
        ],
        settings={"double": double},
    )
    assert minutes(result.total.staff) == 40
    assert paid(result) == expected


def test_n7_by_default_both_are_paid():
    result = settled(
        HA,
        "2026-03",
        orders=[order(("S1", "personal_care", 20))],
        performed=[
            visit("V1", "2026-03-10T08:00", 20, "S1"),
            visit("V2", "2026-03-10T08:00", 20, "S1", caregiver="A2"),
        ],
    )
    assert paid(result) == 40
    assert [line.reason for line in result.lines] == [Reason.PERFORMED, Reason.DOUBLE_STAFFING]


@pytest.mark.parametrize("order_says", [False, True])
def test_n8_tillsyn_is_a_visit_of_its_own(order_says):
    services = [
        {"id": "S1", "kind": "check", "with_others": order_says},
        {"id": "S2", "kind": "personal_care"},
    ]
    both = {"id": "P1", "client": "C1", "services": ["S1", "S2"], **span("2026-03-10T08:00", 30)}
    result = settled(HA, "2026-03", orders=[order(services=services)], planned=[both])
    found = [(fault.code, fault.path, fault.severity) for fault in result.faults]
    error = ("services_not_together", "$.planned[0].services", Severity.ERROR)
    assert (error in found) is not order_says
    assert result.total.time[Status.SURE] == 0
