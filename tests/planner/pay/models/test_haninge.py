"""Haninge's rules one by one, at their edges."""

from typing import Any

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
    sure,
    visit,
)

HA = "haninge"
CARE = order(("S1", "personal_care", 40))
MONTHLY = order(("S1", "personal_care"), grant={"time": 218_880, "per": "month"})
DAILY = order(("S1", "personal_care"), grant={"time": 7200, "per": "day"})


def done(*rows, orders=(CARE,), month="2026-03", **more):
    return settled(HA, month, orders=list(orders), performed=list(rows), **more)


@pytest.mark.parametrize(
    ("per", "times", "expected"),
    [
        ("visit", (40, 60), {"sure": 80, "pending": 20}),
        ("day", (40, 60), {"sure": 50, "pending": 50}),
        ("week", (40, 60), {"sure": 50, "pending": 50}),
        ("month", (40, 5), {"sure": 45}),
    ],
)
def test_n06_n07_granted_time_counts_for_its_stretch(per, times, expected):
    size = {"time": 2400 if per == "visit" else 3000, "per": per}
    rows = [
        visit(f"V{hour}", f"2026-03-10T{hour}:00", time, "S1")
        for hour, time in zip(("08", "12"), times, strict=True)
    ]
    each = order(services=[{"id": "S1", "kind": "personal_care", "grant": size}])
    assert by_status(done(*rows, orders=[each])) == expected


@pytest.mark.parametrize(
    ("even_out", "expected"),
    [("as_granted", {"sure": 70, "pending": 10}), ("month", {"sure": 80})],
)
def test_n07_granted_time_may_even_out_over_the_month(even_out, expected):
    rows = [
        visit("V1", "2026-03-10T08:00", 30, "S1"),
        visit("V2", "2026-03-11T08:00", 50, "S1"),
    ]
    assert by_status(done(*rows, settings={"even_out": even_out})) == expected


def test_n07_evened_out_time_ends_with_the_month():
    rows = [visit(f"V{day}", f"2026-03-{day}T08:00", 45, "S1") for day in (10, 11)]
    result = done(*rows, settings={"even_out": "month"})
    assert by_status(result) == {"sure": 80, "pending": 10}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"verdict": "accepted"}, {"sure": 47}),
        ({"verdict": "accepted", "time": 300}, {"sure": 45, "denied": 2}),
        ({"verdict": "denied"}, {"sure": 40, "denied": 7}),
        ({"verdict": "open"}, {"sure": 40, "pending": 7}),
    ],
)
def test_n08_the_handler_answers_about_more_than_granted(answer, expected):
    answers = [{"id": "A1", "record": "V1", **answer}]
    row = visit("V1", "2026-03-10T08:00", 47, "S1")
    assert by_status(done(row, answers=answers)) == expected


def test_n08_what_is_not_granted_waits():
    result = done(visit("V1", "2026-03-10T08:00", 20))
    assert by_status(result) == {"pending": 20}
    assert "N08" in rules(result.lines)


@pytest.mark.parametrize("kind", ["travel", "documentation", "administration"])
def test_n09_work_beside_the_visits_is_in_the_rate(kind):
    work = {"id": "W1", "kind": kind, "day": "2026-03-10", "time": 900, "client": "C1"}
    result = settled(HA, "2026-03", orders=[CARE], other_work=[work])
    assert (paid(result), minutes(result.total.staff)) == (0, 15)
    assert rules(result.lines) == {"N09"}


def test_n10_nights_and_sundays_have_the_same_rate():
    rows = [
        visit("V1", "2026-03-10T08:00", 20, "S1"),
        visit("V2", "2026-03-15T23:00", 20, "S1"),
    ]
    assert {line.price for line in done(*rows).lines} == {"hour.home_care"}


@pytest.mark.parametrize(
    ("more", "setting", "expected"),
    [
        ({"method": "lock"}, "at_risk", {"sure": 20}),
        ({"method": "nfc"}, "at_risk", {"sure": 20}),
        ({"method": "manual"}, "at_risk", {"at_risk": 20}),
        ({"method": "manual"}, "paid", {"sure": 20}),
        ({"method": "manual"}, "denied", {"denied": 20}),
        ({"method": "manual", "exempted": True}, "denied", {"sure": 20}),
    ],
)
def test_n11_n18_n20_paid_is_what_was_registered_digitally(more, setting, expected):
    row = visit("V1", "2026-03-10T08:00", 20, "S1", **more)
    assert by_status(done(row, settings={"manual": setting})) == expected


@pytest.mark.parametrize(("per", "count"), [("visit", 2), ("month", 1)])
def test_n12_n13_supplements_by_visit_or_month(per, count):
    rows = [
        visit("V1", "2026-03-10T08:00", 20, "S1"),
        visit("V2", "2026-03-11T08:00", 20, "S1"),
        visit("V3", "2026-03-12T08:00", 20),
    ]
    clients = [{"id": "C1", "supplements": ["island", "sparse"]}]
    result = done(*rows, clients=clients, settings={"supplement_per": per})
    found = [str(line.price) for line in sure(result) if line.reason is Reason.SUPPLEMENT]
    assert sorted(found) == ["supplement.island"] * count + ["supplement.sparse"] * count
    assert paid(result) == 40
    assert {"N12", "N13"} <= rules(result.lines)


def stay(**more):
    return {"id": "F1", "client": "C1", "start": "2026-03-10T07:00:00+01:00", **more}


def days_paid(row, **more):
    result = settled(HA, "2026-03", orders=[MONTHLY], absences=[row], **more)
    assert all(minutes(line.paid) == 120 for line in sure(result))
    return [line.day.day for line in sure(result)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, [10, 11]),
        ({"known": "2026-03-11T09:00:00+01:00"}, [11, 12]),
        ({"known": "2026-03-10T05:00:00+01:00"}, [10, 11]),
        ({"known": "2026-03-09T09:00:00+01:00"}, [10]),
        ({"end": "2026-03-10T20:00:00+01:00"}, [10]),
        ({"end": "2026-03-11T00:00:00+01:00"}, [10]),
        ({"end": "2026-03-20T00:00:00+01:00"}, [10, 11]),
        ({"reason": "short_term"}, [10, 11]),
        ({"reason": "travel"}, []),
        ({"reason": "emergency_ward"}, []),
        ({"reason": "emergency_ward", "admitted": "2026-03-11T02:00:00+01:00"}, [11, 12]),
        ({"planned": True}, []),
    ],
)
def test_n14_two_calendar_days_from_the_day_it_is_known(more, expected):
    assert days_paid(stay(**more)) == expected


@pytest.mark.parametrize(("counted", "expected"), [("known", [10]), ("first_day", [10, 11])])
def test_n14_from_which_day_is_a_setting(counted, expected):
    row = stay(known="2026-03-09T09:00:00+01:00")
    assert days_paid(row, settings={"absence_from": counted}) == expected


def test_n14_days_of_another_month_are_paid_there():
    late = stay(start="2026-03-31T07:00:00+02:00", known="2026-03-31T09:00:00+02:00")
    assert days_paid(late) == [31]
    april = settled(HA, "2026-04", orders=[MONTHLY], absences=[late])
    assert [line.day.day for line in sure(april)] == [1]


@pytest.mark.parametrize(
    ("per", "time", "expected"),
    [("month", 218_880, 7200), ("day", 7200, 7200), ("week", 25_200, 3600), ("visit", 3040, 1000)],
)
def test_n15_a_day_is_a_part_of_the_granted_month(per, time, expected):
    grant = {"id": "S1", "kind": "personal_care", "grant": {"time": time, "per": per}}
    plan = [
        {"id": f"P{day}", "client": "C1", "services": ["S1"], **span(f"2026-03-{day}T08:00", 50)}
        for day in range(10, 20)
    ]
    result = settled(
        HA, "2026-03", orders=[order(services=[grant])], absences=[stay()], planned=plan
    )
    assert [line.paid for line in sure(result)] == [expected, expected]


def test_n15_a_thirtieth_is_a_setting():
    grant = order(("S1", "personal_care"), grant={"time": 216_000, "per": "month"})
    thirty = {"month_tenths": 300}
    result = settled(HA, "2026-03", orders=[grant], absences=[stay()], settings=thirty)
    assert paid(result) == 240


def test_n15_what_was_performed_that_day_may_be_taken_off():
    rows = [visit("V1", "2026-03-10T06:00", 30, "S1")]
    both = {"absences": [stay()], "orders": [MONTHLY]}
    assert paid(done(*rows, **both)) == 270
    assert paid(done(*rows, **both, settings={"less_performed": True})) == 240


@pytest.mark.parametrize(
    ("known", "expected", "rule"),
    [("2026-03-08T07:00:00+01:00", 0, "N16"), ("2026-03-08T07:00:01+01:00", 240, "N15")],
)
def test_n16_announced_48_hours_before_gives_nothing(known, expected, rule):
    both: dict[str, Any] = {"orders": [MONTHLY], "absences": [stay(known=known)]}
    result = settled(HA, "2026-03", **both, settings={"absence_from": "first_day"})
    assert paid(result) == expected
    assert rule in rules(result.lines)


def test_n16_hours_are_elapsed_ones_over_the_change_of_clocks():
    """From Saturday 07:00 to Monday 07:00 summer time are 47 hours."""
    row = stay(start="2026-03-30T07:00:00+02:00", known="2026-03-28T07:00:00+01:00")
    result = settled(HA, "2026-03", orders=[MONTHLY], absences=[row])
    assert "N16" not in rules(result.lines)


def test_a_declined_visit_gives_nothing():
    row = {"id": "D1", "client": "C1", "services": ["S1"], **span("2026-03-10T08:00", 30)}
    row["declined"] = "2026-03-10T07:00:00+01:00"
    result = settled(HA, "2026-03", orders=[CARE], declined=[row])
    assert by_status(result) == {"denied": 30}


@pytest.mark.parametrize(
    ("ending", "settings", "expected"),
    [
        ({"cause": "client_ended"}, {}, {"sure": 600}),
        ({"cause": "need_ended"}, {"need_ended_pays": False}, {"denied": 600}),
        ({"cause": "misconduct"}, {}, {}),
        ({"cause": "other"}, {}, {"at_risk": 600}),
        ({"cause": "client_ended"}, {"end_days": 3}, {"sure": 360}),
        ({"cause": "client_ended", "need_ends": "2026-04-03"}, {}, {}),
    ],
)
def test_n17_five_days_when_the_client_ends(ending, settings, expected):
    told = {"told": "2026-03-29T09:00:00+02:00", **ending}
    ended = {**MONTHLY, "ending": told}
    result = settled(HA, "2026-03", orders=[ended], settings=settings)
    assert by_status(result) == expected
    if ending["cause"] == "misconduct":
        assert [line.reason for line in result.lines] == [Reason.MISCONDUCT]


def test_n17_a_client_who_left_for_another_provider_has_ended():
    left = {"id": "B1", "client": "C1", "kind": "left", "day": "2026-03-20"}
    result = settled(HA, "2026-03", orders=[MONTHLY], provider_changes=[left])
    assert by_status(result) == {"sure": 600}
    told = {"told": "2026-03-20T09:00:00+01:00", "cause": "misconduct"}
    ended = {**MONTHLY, "ending": told}
    assert paid(settled(HA, "2026-03", orders=[ended], provider_changes=[left])) == 0


def test_n17_an_earlier_version_has_no_end_of_its_own():
    told = {"told": "2026-03-20T09:00:00+01:00", "cause": "client_ended"}
    versions = [{**DAILY, "ending": told}, {**DAILY, "version": 2, "start": "2026-03-10"}]
    versions[1]["ending"] = told
    result = settled(HA, "2026-03", orders=versions)
    assert by_status(result) == {"sure": 600}


@pytest.mark.parametrize(
    ("approved", "status"),
    [
        ("2026-04-07T23:59:59+02:00", "sure"),
        ("2026-04-08T00:00:00+02:00", "locked_out"),
        (None, "locked_out"),
    ],
)
def test_n19_the_lock_is_three_weekdays_into_the_month(approved, status):
    """1 and 2 April, then Easter, Tuesday 7 April 2026."""
    more = {"approved": approved} if approved else {}
    row = visit("V1", "2026-03-30T08:00", 20, "S1", **more)
    assert by_status(done(row, settled="2026-04-10T12:00:00+02:00")) == {status: 20}


@pytest.mark.parametrize(
    ("adjusted", "status"),
    [("2026-04-07T23:59:59+02:00", "sure"), ("2026-04-08T00:00:00+02:00", "locked_out")],
)
def test_n21_n23_an_approved_visit_may_be_changed_until_the_lock_date(adjusted, status):
    row = visit("V1", "2026-03-30T08:00", 20, "S1", adjusted=adjusted)
    assert by_status(done(row)) == {status: 20}


def test_n24_n25_the_client_is_billed_for_one_of_two():
    rows = [
        visit("V1", "2026-03-10T08:00", 20, "S1"),
        visit("V2", "2026-03-10T08:00", 20, caregiver="A2", role="double"),
    ]
    result = done(*rows)
    assert (paid(result), billed(result)) == (40, 20)
    assert {"N24", "N25"} <= rules(result.lines)
    assert billed(done(*rows, settings={"double_billed": True})) == 40


def test_n24_the_second_has_no_more_than_is_granted():
    rows = [
        visit("V1", "2026-03-10T08:00", 50, "S1"),
        visit("V2", "2026-03-10T08:00", 50, caregiver="A2", role="double"),
    ]
    assert by_status(done(*rows)) == {"sure": 80, "pending": 20}


def test_a_companion_is_not_paid():
    rows = [
        visit("V1", "2026-03-10T08:00", 20, "S1"),
        visit("V2", "2026-03-10T08:00", 20, caregiver="A2", role="companion"),
    ]
    assert by_status(done(*rows)) == {"sure": 20, "denied": 20}


@pytest.mark.parametrize(
    ("kinds", "rule"),
    [
        (("personal_care", "check"), "N26"),
        (("personal_care", "shopping"), "N27"),
        (("escort", "shopping"), None),
    ],
)
def test_n26_n27_what_is_a_visit_of_its_own_is_warned_of_and_paid(kinds, rule):
    row = visit("V1", "2026-03-10T08:00", 60, "S1", "S2", times=[1200, 2400])
    services = [{"id": f"S{number}", "kind": kind} for number, kind in enumerate(kinds, start=1)]
    result = done(row, orders=[order(services=services)])
    found = [one for one in result.faults if one.code == "services_not_together"]
    assert [fault.parameters["rule"] for fault in found] == ([rule] if rule else [])
    assert paid(result) == 60


def test_n28_a_guest_has_a_service_of_its_own():
    guest = order(("G1", "visitor"), via="temporary")
    result = done(visit("V1", "2026-03-10T08:00", 60, "G1"), orders=[guest])
    assert (paid(result), result.lines[0].insats) == (60, "visitor")


@pytest.mark.parametrize(
    ("client", "reference"),
    [
        ({"born": "1940-01"}, "780201"),
        ({"born": "1961-03"}, "780201"),
        ({"born": "1961-04"}, "350101"),
        ({"born": "1980-01", "psychiatric": True}, "333601"),
        ({"born": "1940-01", "psychiatric": True}, "780201"),
        ({"born": "1980-01", "reference": "111111"}, "111111"),
        ({}, None),
    ],
)
def test_n31_the_reference_follows_age_and_unit(client, reference):
    row = visit("V1", "2026-03-10T08:00", 20, "S1")
    result = done(row, clients=[{"id": "C1", **client}])
    assert [line.reference for line in result.lines] == [reference]


def test_n31_exactly_65_is_a_setting():
    row = visit("V1", "2026-03-10T08:00", 20, "S1")
    clients = [{"id": "C1", "born": "1961-03"}]
    result = done(row, clients=clients, settings={"elderly_from": 66})
    assert [line.reference for line in result.lines] == ["350101"]


def test_meals_and_alarms_are_shown_without_pay():
    call = {"id": "L1", "client": "C1", "called": "2026-03-10T20:00:00+01:00", "by_phone": True}
    meal = {"id": "B1", "client": "C1", "boxes": 2, "delivered": "2026-03-10"}
    result = settled(HA, "2026-03", orders=[CARE], alarms=[call], meals=[meal])
    assert {line.source for line in result.lines} == {Source.ALARM, Source.MEAL}
    assert {line.status for line in result.lines} == {Status.DENIED}
