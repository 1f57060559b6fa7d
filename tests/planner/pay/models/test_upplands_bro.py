"""Upplands-Bro's rules one by one, at their edges."""

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

UB = "upplands_bro"
FORTY = order(("S1", "personal_care", 40))


def declined(told, start="2026-03-11T09:00", length=40, **more):
    row = {"id": "D1", "client": "C1", "services": ["S1"], "declined": f"{told}:00+01:00"}
    return {**row, **span(start, length), **more}


def declining(told, start="2026-03-11T09:00", **settings):
    return settled(
        UB, "2026-03", orders=[FORTY], declined=[declined(told, start)], settings=settings
    )


@pytest.mark.parametrize(("late", "expected"), [(False, 0), (True, 20)])
def test_noon_itself_is_a_setting(late, expected):
    assert paid(declining("2026-03-10T12:00", noon_is_late=late)) == expected


def test_a_second_after_noon_is_late():
    row = declined("2026-03-10T12:00")
    row["declined"] = "2026-03-10T12:00:01+01:00"
    assert paid(settled(UB, "2026-03", orders=[FORTY], declined=[row])) == 20


@pytest.mark.parametrize(
    ("reading", "sure", "at_risk"),
    [("at_risk", 0, 20), ("nothing", 0, 0), ("half", 20, 0), ("full", 40, 0)],
)
def test_late_but_more_than_a_day_ahead_is_a_setting(reading, sure, at_risk):
    result = declining("2026-03-10T13:00", "2026-03-11T20:00", beyond_day=reading)
    times = by_status(result)
    assert (times.get("sure", 0), times.get("at_risk", 0)) == (sure, at_risk)
    assert billed(result) == 0


def test_twenty_four_hours_ahead_to_the_second_is_within_a_day():
    assert paid(declining("2026-03-10T20:00", "2026-03-11T20:00")) == 20


def test_twenty_four_hours_are_elapsed_time_on_the_spring_night():
    row = {"id": "D1", "client": "C1", "services": ["S1"]}
    row |= {"declined": "2026-03-28T20:00:00+01:00"}
    row |= {"start": "2026-03-29T21:00:00+02:00", "end": "2026-03-29T21:40:00+02:00"}
    assert paid(settled(UB, "2026-03", orders=[FORTY], declined=[row])) == 20


def test_half_of_an_odd_second_is_rounded_up_and_never_above_the_order():
    services = [{"id": "S1", "kind": "meal", "grant": {"time": 1801, "per": "visit"}}]
    row = declined("2026-03-10T13:00", length=40)
    result = settled(UB, "2026-03", orders=[order(services=services)], declined=[row])
    assert result.total.paid == 901


def test_only_wholly_declined_visits_are_registered():
    result = settled(
        UB, "2026-03", orders=[FORTY], declined=[declined("2026-03-11T08:00", partly=True)]
    )
    assert (paid(result), result.lines[0].reason) == (0, Reason.DECLINED_PARTLY)


def hospital(known, **more):
    stay = {"id": "F1", "client": "C1", "start": known, "known": known, **more}
    days = (10, 11, 12)
    planned = [
        {"id": f"P{day}", "client": "C1", "services": ["S1"], **span(f"2026-03-{day}T09:00", 40)}
        for day in days
    ]
    return settled(UB, "2026-03", orders=[FORTY], planned=planned, absences=[stay])


def test_an_unplanned_hospital_stay_pays_half_for_a_day():
    result = hospital("2026-03-10T08:00:00+01:00")
    assert [(line.day.day, minutes(line.paid)) for line in result.lines if line.paid] == [(10, 20)]
    unpaid = {line.day.day for line in result.lines if line.reason is Reason.ABSENCE_UNPAID}
    assert unpaid == {11, 12}
    assert "U50" in rules(result.lines)


def test_the_day_is_counted_from_when_the_provider_learns_of_it():
    result = hospital("2026-03-10T09:00:00+01:00")
    assert paid(result) == 20, "24 hours later to the second is over"
    later = hospital("2026-03-10T08:00:00+01:00", start="2026-03-09T20:00:00+01:00")
    assert paid(later) == 20


def test_a_planned_stay_and_one_that_has_ended_pay_nothing_more():
    assert paid(hospital("2026-03-10T08:00:00+01:00", planned=True)) == 20, "a late decline"
    early = hospital("2026-03-08T08:00:00+01:00", start="2026-03-10T08:00:00+01:00", planned=True)
    assert paid(early) == 0
    short = hospital("2026-03-10T08:00:00+01:00", end="2026-03-10T18:00:00+01:00")
    assert {line.day.day for line in short.lines} == {10}


def test_an_emergency_ward_is_a_doctors_visit_until_admission():
    ward = {"reason": "emergency_ward"}
    admitted = hospital("2026-03-10T08:00:00+01:00", admitted="2026-03-10T20:00:00+01:00", **ward)
    by_day = {line.day.day: line.rules for line in admitted.lines if line.paid}
    assert by_day == {10: ("U47", "U48", "U49"), 11: ("U50",)}
    not_admitted = hospital("2026-03-10T08:00:00+01:00", **ward)
    assert {line.source for line in not_admitted.lines} == {Source.ABSENCE}
    assert paid(not_admitted) == 20, "a visit declined an hour ahead"


def test_a_declined_visit_for_hospital_is_not_settled_twice():
    stay = {"id": "F1", "client": "C1", "start": "2026-03-10T20:00:00+01:00"}
    planned = {"id": "P1", "client": "C1", "services": ["S1"], **span("2026-03-11T09:00", 40)}
    result = settled(
        UB,
        "2026-03",
        orders=[FORTY],
        planned=[planned],
        absences=[stay],
        declined=[declined("2026-03-10T20:00", planned="P1", reason="hospital")],
    )
    assert (paid(result), {line.record for line in result.lines}) == (20, {"D1"})


def test_locked_out_and_pending_by_the_third_working_day():
    late = {"approved": "2026-04-09T08:00:00+02:00"}

    def at(settled_at, **more):
        done = visit("V1", "2026-03-10T08:00", 40, "S1", **more)
        return by_status(
            settled(UB, "2026-03", orders=[FORTY], performed=[done], settled=settled_at)
        )

    assert at("2026-04-07T12:00:00+02:00") == {"pending": 40}, "7 April is the third: Easter"
    assert at("2026-04-08T00:00:00+02:00") == {"locked_out": 40}
    assert at("2026-04-10T00:00:00+02:00", **late) == {"locked_out": 40}
    in_time = {"approved": "2026-04-07T23:59:00+02:00"}
    assert at("2026-04-10T00:00:00+02:00", **in_time) == {"sure": 40}


def test_what_was_not_ordered_is_at_risk_until_it_is_answered():
    row = visit("V1", "2026-03-10T08:00", 25)
    answer = {"id": "Q1", "record": "V1", "verdict": "accepted", "time": 900}
    before = settled(UB, "2026-03", orders=[FORTY], performed=[row])
    after = settled(UB, "2026-03", orders=[FORTY], performed=[row], answers=[answer])
    denied = settled(
        UB, "2026-03", orders=[FORTY], performed=[row], answers=[{**answer, "verdict": "denied"}]
    )
    assert by_status(before) == {"at_risk": 25}
    assert (by_status(after), billed(after)) == ({"sure": 15, "denied": 10}, 15)
    assert by_status(denied) == {"denied": 25}


def test_an_answer_about_the_whole_row_denies_what_was_sure():
    row = visit("V1", "2026-03-10T08:00", 45, "S1")
    answer = {"id": "Q1", "record": "V1", "verdict": "denied", "whole": True}
    result = settled(UB, "2026-03", orders=[FORTY], performed=[row], answers=[answer])
    assert (by_status(result), billed(result)) == ({"denied": 45}, 0)
    boxes = {"id": "B1", "client": "C1", "boxes": 3, "delivered": "2026-03-10"}
    counted = settled(UB, "2026-03", meals=[boxes], answers=[{**answer, "record": "B1"}])
    assert (counted.total.count[Status.SURE], counted.total.billed_count) == (0, 0)


def test_a_motivation_makes_more_time_wait_instead():
    row = visit("V1", "2026-03-10T08:00", 50, "S1", motivation="fall")
    waits = settled(UB, "2026-03", orders=[FORTY], performed=[row])
    strict = settled(
        UB, "2026-03", orders=[FORTY], performed=[row], settings={"motivated_pending": False}
    )
    assert by_status(waits) == {"sure": 40, "pending": 10}
    assert by_status(strict) == {"sure": 40, "at_risk": 10}


def test_the_second_carer_goes_on_with_another_service():
    both = order(("S1", "personal_care", 45), ("S2", "cleaning", 15), double_in_text=True)
    result = settled(
        UB,
        "2026-03",
        orders=[both],
        performed=[
            visit("V1", "2026-03-10T08:00", 45, "S1"),
            visit("V2", "2026-03-10T08:00", 15, caregiver="A2", role="double"),
            visit("V3", "2026-03-10T08:15", 15, "S2", caregiver="A2"),
        ],
    )
    assert (paid(result), billed(result)) == (75, 60)


def test_the_same_service_by_two_without_double_staffing_is_paid_once():
    result = settled(
        UB,
        "2026-03",
        orders=[order(("S1", "personal_care"))],
        performed=[
            visit("V1", "2026-03-10T08:00", 30, "S1"),
            visit("V2", "2026-03-10T08:10", 30, "S1", caregiver="A2"),
        ],
    )
    assert by_status(result) == {"sure": 40, "at_risk": 20}


def test_a_visit_of_several_services_is_held_against_each():
    both = order(("S1", "personal_care", 30), ("S2", "meal", 10))
    row = visit("V1", "2026-03-10T08:00", 45, "S1", "S2", times=[1800, 900])
    result = settled(UB, "2026-03", orders=[both], performed=[row])
    by_service = {(line.service, line.status.value): minutes(line.time) for line in result.lines}
    assert by_service == {("S1", "sure"): 30, ("S2", "sure"): 10, ("S2", "at_risk"): 5}
    assert sum(line.staff for line in result.lines) == 45 * 60


def test_a_new_version_of_an_order_counts_from_its_execution():
    new = order(("S1", "personal_care", 60), version=2, execution="2026-03-11")
    rows = [visit(f"V{day}", f"2026-03-{day}T08:00", 60, "S1") for day in (10, 11)]
    result = settled(UB, "2026-03", orders=[FORTY, new], performed=rows)
    assert [minutes(line.paid) for line in result.lines if line.paid] == [40, 60]


def test_a_week_of_granted_time_is_used_up_in_order():
    week = order(services=[{"id": "S1", "kind": "shopping"}], grant={"time": 5400, "per": "week"})
    rows = [visit(f"V{day}", f"2026-03-{day:02d}T08:00", 60, "S1") for day in (3, 5, 9)]
    result = settled(UB, "2026-03", orders=[week], performed=rows)
    assert [minutes(line.paid) for line in result.lines if line.paid] == [60, 30, 60]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, Reason.START_UP),
        ({"revision": True}, Reason.START_UP_REVISION),
        ({"consent": False}, Reason.START_UP_NO_CONSENT),
        ({"sent": None}, Reason.START_UP_NOT_SENT),
    ],
)
def test_start_up_pay_of_a_new_case(changes, reason):
    plan = {"id": "G1", "client": "C1", "sent": "2026-03-12T10:00:00+01:00", **changes}
    (line,) = settled(UB, "2026-03", orders=[FORTY], care_plans=[plan]).lines
    assert (line.reason, minutes(line.time), line.price) == (reason, 180, "hour.start_up")
    assert (minutes(line.paid), line.count) == ((180, 1) if reason is Reason.START_UP else (0, 0))


@pytest.mark.parametrize(
    ("left", "expected"), [("2026-01-02", 0), ("2026-01-01", 180), (None, 180)]
)
def test_a_return_within_two_months_gives_no_start_up_pay(left, expected):
    plan = {"id": "G1", "client": "C1", "sent": "2026-03-12T10:00:00+01:00"}
    back = {"id": "Y1", "client": "C1", "kind": "returned", "day": "2026-03-02"}
    changes = [{**back, "last_left": left}]
    result = settled(UB, "2026-03", orders=[FORTY], care_plans=[plan], provider_changes=changes)
    assert paid(result) == expected


def test_a_client_with_service_only_gives_no_start_up_pay():
    plan = {"id": "G1", "client": "C1", "sent": "2026-03-12T10:00:00+01:00"}
    cleaning = order(("S1", "cleaning"), ("S2", "shopping"))
    result = settled(UB, "2026-03", orders=[cleaning], care_plans=[plan])
    assert [line.reason for line in result.lines] == [Reason.START_UP_SERVICE_ONLY]


def meal(**more):
    return {"id": "B1", "client": "C1", "boxes": 3, "ordered_for": "2026-03-13", **more}


@pytest.mark.parametrize(
    ("cancelled", "expected"), [("2026-03-10", 0), ("2026-03-11", 3)], ids=["in time", "late"]
)
def test_a_box_cancelled_too_late_is_billed_and_not_paid(cancelled, expected):
    row = meal(cancelled=f"{cancelled}T10:00:00+01:00")
    result = settled(UB, "2026-03", meals=[row])
    assert (result.total.billed_count, result.total.count[Status.SURE]) == (expected, 0)


def test_boxes_of_the_first_three_days_in_hospital_are_billed():
    stay = {"id": "F1", "client": "C1", "start": "2026-03-12T08:00:00+01:00"}
    days = [f"2026-03-{day}" for day in (13, 14, 15)]
    row = meal(reason="hospital", cancelled="2026-03-12T10:00:00+01:00", serving_days=days)
    result = settled(UB, "2026-03", meals=[row], absences=[stay])
    assert (result.total.billed_count, result.total.count[Status.SURE]) == (2, 0)


def test_wrong_content_is_neither_paid_nor_billed():
    result = settled(UB, "2026-03", meals=[meal(delivered="2026-03-13", wrong=True)])
    assert (result.total.billed_count, result.total.count[Status.SURE]) == (0, 0)


def test_handing_over_and_keys_give_no_pay_and_corrections_change_the_bill_only():
    work = [
        {"id": "W1", "kind": kind, "day": "2026-03-10", "time": 1800, "client": "C1"}
        for kind in ("handover",)
    ]
    fix = {"id": "K1", "client": "C1", "month": "2026-02", "time": -600, "boxes": -1}
    result = settled(UB, "2026-03", other_work=work, corrections=[fix])
    total = result.total
    assert (total.paid, total.staff, total.billed, total.billed_count) == (0, 1800, -600, -1)
    assert {"U22", "U20"} <= rules(result.lines)


def test_a_long_alarm_without_a_reason_is_at_risk():
    call = {"id": "L1", "client": "C1", "called": "2026-03-10T20:00:00+01:00"}
    call |= {"arrived": "2026-03-10T20:10:00+01:00", "left": "2026-03-10T20:37:00+01:00"}
    result = settled(UB, "2026-03", alarms=[call])
    assert by_status(result) == {"sure": 15, "at_risk": 12}
    assert billed(result) == 0
    told = settled(UB, "2026-03", alarms=[call], settings={"alarm_billed": True})
    assert billed(told) == 15


def test_an_unsigned_visit_is_at_risk():
    row = visit("V1", "2026-03-10T08:00", 40, "S1", signed=False)
    result = settled(UB, "2026-03", orders=[FORTY], performed=[row])
    assert [line.reason for line in result.lines] == [Reason.NOT_SIGNED]
