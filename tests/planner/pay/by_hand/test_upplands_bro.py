"""Upplands-Bro rule by rule: small months by hand, at the edges of each rule."""

from typing import Any

import pytest

from planner.pay.lines import Status
from tests.build.by_hand import alarm, at, away, done, fell_out, planned
from tests.build.months import billed, by_status, order, settled

CARE = order(("S1", "personal_care", 40))
HOUR = order(("S1", "personal_care", 60))
TEXT = order(("S1", "personal_care", 45), ("S2", "meal", 20), double_in_text=True)
ESCORT = order(("S1", "escort", 120))
CLEANING = order(("S1", "cleaning", 60))
PLAN = {"id": "K1", "client": "C1", "sent": at(12, "10:00"), "registered": "2026-03-12"}
BOXES = {"id": "M1", "client": "C1", "boxes": 5}
SETTLED = {"settled": "2026-04-10T08:00:00+02:00"}

Rows = dict[str, Any]


def weekly(minutes: int, kind: str) -> Any:
    row = order(("S1", kind))
    row["services"][0]["grant"] = {"time": minutes * 60, "per": "week"}
    return row


def second(day: int, clock: str, minutes: int, *services: str, **more: Any) -> Any:
    return done("V2", day, clock, minutes, *services, **{"caregiver": "A2", **more})


TIMES = [
    pytest.param(
        {
            "orders": [TEXT],
            "performed": [
                done("V1", 10, "08:00", 45, "S1"),
                second(10, "08:00", 15, role="double"),
                done("V3", 10, "08:15", 20, "S2", caregiver="A2"),
            ],
        },
        {"sure": 80},
        65,
        id="U73 U74 the second goes on with another service",
    ),
    pytest.param(
        {
            "orders": [TEXT],
            "performed": [
                done("V1", 10, "08:00", 50, "S1"),
                second(10, "08:00", 50, role="double"),
            ],
        },
        {"sure": 90, "at_risk": 10},
        45,
        id="U45 U71 both longer than ordered",
    ),
    pytest.param(
        {
            "orders": [TEXT],
            "performed": [
                done("V1", 10, "08:00", 50, "S1"),
                second(10, "08:00", 50, role="double"),
            ],
            "answers": [
                {"id": "X1", "record": "V1", "verdict": "accepted"},
                {"id": "X2", "record": "V2", "verdict": "accepted"},
            ],
        },
        {"sure": 100},
        50,
        id="U72 accepted double staffing is not billed",
    ),
    pytest.param(
        {
            "orders": [TEXT],
            "performed": [
                done("V1", 10, "08:00", 45, "S1"),
                second(10, "07:55", 20, role="double"),
            ],
        },
        {"sure": 60, "at_risk": 5},
        45,
        id="U70 waiting alone is no double staffing",
    ),
    pytest.param(
        {
            "orders": [CLEANING],
            "performed": [
                done("V1", 10, "08:00", 40, "S1"),
                second(10, "08:00", 40, "S1"),
            ],
        },
        {"sure": 60, "at_risk": 20},
        60,
        id="U75 two who clean longer than assessed",
    ),
    pytest.param(
        {
            "orders": [order(("S1", "meal", 20), ("S2", "personal_care", 30))],
            "performed": [done("V1", 10, "08:00", 55, "S1", "S2")],
        },
        {"sure": 50, "at_risk": 5},
        50,
        id="U45 two services of one visit, not timed apart",
    ),
    pytest.param(
        {
            "orders": [order(("S1", "personal_care"), grant={"time": 3600, "per": "day"})],
            "performed": [
                done("V1", 10, "08:00", 40, "S1"),
                done("V2", 10, "18:00", 40, "S1"),
            ],
        },
        {"sure": 60, "at_risk": 20},
        60,
        id="U45 two visits of an ordered hour a day",
    ),
    pytest.param(
        {"orders": [CARE], "performed": [done("V1", 10, "08:00", 40, "S1", signed=False)]},
        {"at_risk": 40},
        0,
        id="U57 not signed",
    ),
    pytest.param(
        {
            **SETTLED,
            "orders": [CARE],
            "performed": [
                done("V1", 10, "08:00", 40, "S1", approved="2026-04-07T23:59:59+02:00"),
                done("V2", 11, "08:00", 40, "S1", approved="2026-04-08T00:00:00+02:00"),
                done("V3", 12, "08:00", 40, "S1"),
            ],
        },
        {"sure": 40, "locked_out": 80},
        40,
        id="U26 U58 third working day after Easter Monday",
    ),
    pytest.param({"alarms": [alarm("10:00", 15)]}, {"sure": 15}, 0, id="U59 exactly 15"),
    pytest.param({"alarms": [alarm("10:00", 3)]}, {"sure": 15}, 0, id="U59 three minutes"),
    pytest.param(
        {"alarms": [alarm("10:00", 27)]}, {"sure": 15, "at_risk": 12}, 0, id="U60 no reason"
    ),
    pytest.param(
        {"alarms": [alarm("10:00", 16, motivation="x")]}, {"sure": 16}, 0, id="U60 reason"
    ),
    pytest.param(
        {"orders": [order(("S1", "meal", 15))], "alarms": [alarm("19:00", 20, became="S1")]},
        {"sure": 15, "at_risk": 5},
        15,
        id="U62 more than ordered",
    ),
]


@pytest.mark.parametrize(("lists", "expected", "client"), TIMES)
def test_performed_time(lists: Any, expected: dict[str, int], client: int) -> None:
    result = settled("upplands_bro", "2026-03", **{"clients": [{"id": "C1"}], **lists})
    assert (by_status(result), billed(result)) == (expected, client)


TOLD = [
    ("U51 noon the day before", CARE, (11, "09:00", 45), at(10, "12:00"), {"denied": 45}),
    ("U47 a second later", CARE, (11, "09:00", 45), at(10, "12:00:01"), {"sure": 20, "denied": 25}),
    ("U48 24 hours", CARE, (11, "13:00", 40), at(10, "13:00"), {"sure": 20, "denied": 20}),
    ("U48 31 hours", CARE, (11, "20:00", 40), at(10, "13:00"), {"at_risk": 20, "denied": 20}),
    (
        "U49 shorter than ordered",
        CARE,
        (11, "09:00", 30),
        at(11, "08:00"),
        {"sure": 15, "denied": 15},
    ),
    (
        "U47 after it should start",
        CARE,
        (10, "09:00", 40),
        at(10, "09:05"),
        {"sure": 20, "denied": 20},
    ),
    ("U51 Sunday morning for Monday", CARE, (16, "09:00", 40), at(15, "11:00"), {"denied": 40}),
    (
        "U54 more than ordered",
        ESCORT,
        (11, "09:00", 150),
        at(10, "13:00"),
        {"sure": 120, "denied": 30},
    ),
    ("U54 more than 24 hours", ESCORT, (11, "20:00", 90), at(10, "12:30"), {"sure": 90}),
    ("U56 before noon", ESCORT, (11, "20:00", 90), at(10, "11:59:59"), {"denied": 90}),
]


@pytest.mark.parametrize(("about", "ordered", "when", "told", "expected"), TOLD)
def test_declined_visits(
    about: str, ordered: Any, when: tuple[int, str, int], told: str, expected: dict[str, int]
) -> None:
    missed = fell_out(*when, told, "S1")
    result = settled("upplands_bro", "2026-03", orders=[ordered], declined=[missed])
    assert (by_status(result), billed(result)) == (expected, 0), about


def test_half_of_the_summer_night_of_28_march_is_counted_by_the_wall_clock() -> None:
    """U47: noon the day before; U48: the 20 hours that are left."""
    missed = fell_out(29, "09:00", 40, at(28, "12:01"), "S1")
    missed |= {"start": "2026-03-29T09:00:00+02:00", "end": "2026-03-29T09:40:00+02:00"}
    result = settled("upplands_bro", "2026-03", orders=[CARE], declined=[missed])
    assert by_status(result) == {"sure": 20, "denied": 20}


def test_a_declined_visit_without_services_is_the_planned_one() -> None:
    """U52: "ställ in" with planned length; what was planned is what fell out."""
    plan = planned("P1", 11, "09:00", 40, "S1")
    for named in ({"planned": "P1"}, {}):
        missed = fell_out(11, "09:00", 40, at(11, "08:00"), **named)
        lists: Rows = {"orders": [CARE], "planned": [plan], "declined": [missed]}
        assert by_status(settled("upplands_bro", "2026-03", **lists))["sure"] == 20


@pytest.mark.parametrize("services", [(), ("S1",)])
def test_a_declined_double_staffing_is_half_paid_for_both(services: tuple[str, ...]) -> None:
    """U48, U71: half of 45 and of 15 minutes."""
    both = [
        fell_out(11, "09:00", 45, at(11, "08:00"), "S1"),
        fell_out(11, "09:00", 15, at(11, "08:00"), *services, id="D2", role="double"),
    ]
    result = settled("upplands_bro", "2026-03", orders=[TEXT], declined=both)
    assert by_status(result) == {"sure": 30, "denied": 30}


def test_a_late_cancelled_escort_is_used_up() -> None:
    """U55: nothing ordered is left that week; cancelled in time, all of it is (U56)."""
    later = done("V1", 12, "10:00", 120, "S1")
    for told, expected in (
        (at(10, "09:00"), {"sure": 120, "at_risk": 120}),
        (at(9, "11:00"), {"denied": 120, "sure": 120}),
    ):
        missed = fell_out(10, "10:00", 120, told, "S1")
        lists: Rows = {
            "orders": [weekly(120, "escort")],
            "declined": [missed],
            "performed": [later],
        }
        assert by_status(settled("upplands_bro", "2026-03", **lists)) == expected


VISITS = [
    planned("P1", 9, "12:00", 60, "S1"),
    planned("P2", 10, "08:00", 60, "S1"),
    planned("P3", 10, "10:00", 60, "S1"),
    planned("P4", 10, "12:00", 60, "S1"),
]
STAYS = [
    ("U50 learnt at 10", {"known": at(9, "10:00")}, {"sure": 60, "denied": 180}),
    ("U50 until the return", {"end": at(10, "07:00")}, {"sure": 30, "denied": 30}),
    ("U51 known the week before", {"known": at(2, "10:00")}, {"denied": 240}),
    (
        "U99 admitted at 11",
        {"reason": "emergency_ward", "admitted": at(9, "11:00")},
        {"sure": 90, "denied": 150},
    ),
    (
        "U99 never admitted",
        {"reason": "emergency_ward", "end": at(9, "18:00")},
        {"sure": 30, "denied": 30},
    ),
]


@pytest.mark.parametrize(("about", "more", "expected"), STAYS)
def test_stays_in_hospital(about: str, more: Any, expected: dict[str, int]) -> None:
    stay = away(at(9, "09:00"), **more)
    lists: Rows = {"orders": [HOUR], "planned": VISITS, "absences": [stay]}
    result = settled("upplands_bro", "2026-03", **lists)
    assert (by_status(result), billed(result)) == (expected, 0), about


STARTS = [
    ("U36 U41", {}, [], {"sure": 180}),
    ("U37 revised", {"revision": True}, [], {"denied": 180}),
    ("U43", {"consent": False}, [], {"denied": 180}),
    ("U38", {}, [("arrived", None)], {"sure": 180}),
    ("U39 two months", {}, [("returned", "2026-01-10")], {"denied": 180}),
    ("U39 two months and a day", {}, [("returned", "2026-01-09")], {"sure": 180}),
    ("U36 not sent", {"sent": None}, [], {"pending": 180}),
]


@pytest.mark.parametrize(("about", "more", "changes", "expected"), STARTS)
def test_start_up(
    about: str, more: Any, changes: list[tuple[str, Any]], expected: dict[str, int]
) -> None:
    rows = [
        {"id": "X1", "client": "C1", "kind": kind, "day": "2026-03-10", "last_left": left}
        for kind, left in changes
    ]
    lists: Rows = {
        "orders": [CARE],
        "care_plans": [PLAN | more],
        "provider_changes": rows,
    }
    result = settled("upplands_bro", "2026-03", **lists)
    assert (by_status(result), billed(result)) == (expected, 0), about


def test_registering_the_plan_makes_no_care_of_service() -> None:
    """U40, U41: the order names the visit of 0 minutes beside the cleaning."""
    ordered = order(("S1", "cleaning", 60), ("S2", "care_plan"))
    visit = done("V1", 12, "10:00", 0, "S2")
    lists: Rows = {"orders": [ordered], "performed": [visit], "care_plans": [PLAN]}
    assert by_status(settled("upplands_bro", "2026-03", **lists)) == {"denied": 180}


def test_a_registered_plan_that_nobody_says_was_sent_waits() -> None:
    """U36, U41: the visit of 0 minutes alone does not say when the plan arrived."""
    ordered = order(("S1", "personal_care", 40), ("S2", "care_plan"))
    visit = done("V1", 12, "10:00", 0, "S2")
    result = settled("upplands_bro", "2026-03", orders=[ordered], performed=[visit])
    assert by_status(result) == {"pending": 180}


SERVED = [f"2026-03-{day}" for day in range(13, 18)]
MEALS = [
    ("U65 U66 on the day of delivery", {"delivered": "2026-03-13", "duration": 360}, 5, 5),
    ("U91 three working days", {"ordered_for": "2026-03-13", "cancelled": at(10, "23:00")}, 0, 0),
    ("U94 two working days", {"ordered_for": "2026-03-13", "cancelled": at(11, "00:00")}, 0, 5),
    ("U97", {"delivered": "2026-03-13", "wrong": True}, 0, 0),
    (
        "U95 first three days",
        {
            "ordered_for": "2026-03-13",
            "cancelled": at(13, "08:00"),
            "reason": "hospital",
            "serving_days": SERVED,
        },
        0,
        3,
    ),
]


@pytest.mark.parametrize(("about", "more", "paid", "client"), MEALS)
def test_meal_boxes(about: str, more: Any, paid: int, client: int) -> None:
    stay = [away(at(13, "06:00"))] if "reason" in more else []
    result = settled("upplands_bro", "2026-03", meals=[BOXES | more], absences=stay)
    counts = (result.total.count[Status.SURE], result.total.billed_count)
    assert (by_status(result), counts) == ({}, (paid, client)), about


@pytest.mark.parametrize(
    ("lists", "record"),
    [
        ({"meals": [BOXES | {"delivered": "2026-03-13"}]}, "M1"),
        ({"alarms": [alarm("10:00", 12)]}, "L1"),
        ({"orders": [CARE], "care_plans": [PLAN]}, "K1"),
    ],
)
def test_counted_items_may_be_denied(lists: Any, record: str) -> None:
    """U46."""
    answers = [{"id": "X1", "record": record, "verdict": "denied", "whole": True}]
    lists = {"clients": [{"id": "C1"}], **lists}
    assert settled("upplands_bro", "2026-03", **lists).total.count[Status.SURE] > 0
    result = settled("upplands_bro", "2026-03", **lists, answers=answers)
    assert (result.total.paid, result.total.count[Status.SURE]) == (0, 0)
    assert result.total.billed_count == 0


@pytest.mark.parametrize(
    ("answer", "expected", "client"),
    [
        ({"verdict": "accepted", "time": 240}, {"sure": 34, "denied": 4}, 34),
        ({"verdict": "accepted", "time": 1200, "whole": True}, {"sure": 20, "denied": 18}, 20),
        ({"verdict": "denied"}, {"sure": 30, "denied": 8}, 30),
    ],
)
def test_what_both_agree_on_is_paid_and_billed(
    answer: Any, expected: dict[str, int], client: int
) -> None:
    """U27, U44, U45: 38 minutes with 30 ordered."""
    visit = done("V1", 10, "08:00", 38, "S1")
    answers = [{"id": "X1", "record": "V1", **answer}]
    lists: Rows = {
        "orders": [order(("S1", "meal", 30))],
        "performed": [visit],
        "answers": answers,
    }
    result = settled("upplands_bro", "2026-03", **lists)
    assert (by_status(result), billed(result)) == (expected, client)


def test_corrections_and_unpaid_work() -> None:
    """U20: on the next bill; U22, U85: hand-over and keys are not paid apart."""
    work = [
        {"id": name, "kind": name, "day": "2026-03-03", "time": 3600, "client": "C1"}
        for name in ("handover", "keys")
    ]
    wrong = {"id": "R1", "client": "C1", "month": "2026-02", "time": -600, "boxes": -2}
    result = settled("upplands_bro", "2026-03", other_work=work, corrections=[wrong])
    assert (by_status(result), billed(result), result.total.billed_count) == ({}, -10, -2)
    assert result.total.staff == 7200
