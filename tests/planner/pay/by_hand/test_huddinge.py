"""Huddinge rule by rule: small months by hand, at the edges of each rule."""

from typing import Any

import pytest

from planner.pay.lines import Line
from tests.build.by_hand import at, away, done, fell_out, planned
from tests.build.months import billed, by_status, minutes, order, paid, settled, sure

CARE = order(("S1", "personal_care", 60))
MIXED = order(("S1", "escort", 90), ("S2", "personal_care", 20))
APRIL = {"settled": "2026-04-02T08:00:00+02:00"}
WEDNESDAY = "2026-04-01T{}+02:00"


def march(**lists: Any) -> Any:
    return settled("huddinge", "2026-03", **lists)


def at_rates(lines: list[Line]) -> dict[str | None, int]:
    found: dict[str | None, int] = {}
    for line in lines:
        found[line.price] = found.get(line.price, 0) + minutes(line.time)
    return found


APPROVED = [
    ("H04 a second before 15", {"approved": WEDNESDAY.format("14:59:59")}, {"sure": 30}),
    ("H04 at 15", {"approved": WEDNESDAY.format("15:00:00")}, {"locked_out": 30}),
    ("H05 never", {}, {"locked_out": 30}),
    (
        "H03 edited within 72 hours",
        {"approved": at(10, "10:00"), "adjusted": at(13, "10:00")},
        {"sure": 30},
    ),
    (
        "H03 edited a second later",
        {"approved": at(10, "10:00"), "adjusted": at(13, "10:00:01")},
        {"locked_out": 30},
    ),
    (
        "H07 two days after",
        {"approved": at(20, "10:00"), "method": "manual", "registered": at(12, "23:59:59")},
        {"sure": 30},
    ),
    (
        "H07 three days after",
        {"approved": at(20, "10:00"), "method": "manual", "registered": at(13, "00:00")},
        {"at_risk": 30},
    ),
]


@pytest.mark.parametrize(("about", "more", "expected"), APPROVED)
def test_approval_and_registration(about: str, more: Any, expected: dict[str, int]) -> None:
    visit = done("V1", 10, "08:00", 30, "S1", **more)
    result = march(**APRIL, orders=[CARE], performed=[visit])
    assert by_status(result) == expected, about
    assert billed(result) == expected.get("sure", 0)


@pytest.mark.parametrize("more", [{"services": ["S1"]}, {"services": [], "role": "double"}])
def test_a_second_caregiver_is_never_paid(more: Any) -> None:
    """H22, H23: whichever of the two registers more."""
    visits = [
        done("V1", 10, "08:00", 45, "S1"),
        done("V2", 10, "08:00", 45, caregiver="A2", **more),
    ]
    result = march(orders=[CARE], performed=visits)
    assert (paid(result), billed(result), result.total.staff) == (45, 45, 5400)


def test_escort_with_home_care_in_one_visit_is_paid_as_escort() -> None:
    """H12: with the times of each, as granted without them, and apart."""
    together = done("V1", 10, "08:00", 110, "S1", "S2")
    for visit in (together, together | {"times": [5400, 1200]}):
        lines = sure(march(orders=[MIXED], performed=[visit]))
        assert at_rates(lines) == {"hour.escort": 110}
        assert {line.service: minutes(line.time) for line in lines} == {"S1": 90, "S2": 20}
    visits = [done("V1", 10, "08:00", 90, "S1"), done("V2", 10, "10:00", 20, "S2")]
    assert at_rates(sure(march(orders=[MIXED], performed=visits))) == {
        "hour.escort": 90,
        "hour.home_care": 20,
    }


COUPLE = {
    "clients": [{"id": "C1", "household": "H1"}, {"id": "C2", "household": "H1"}],
    "orders": [
        order(("S1", "personal_care", 40)),
        order(("S2", "personal_care", 20)) | {"id": "O2", "client": "C2"},
    ],
}
PLANS = [
    planned("P1", 10, "08:00", 40, "S1"),
    planned("P2", 10, "08:40", 20, "S2", client="C2"),
]


@pytest.mark.parametrize(
    ("more", "plans"),
    [
        ({"services": ["S1", "S2"], "planned": ["P1", "P2"]}, PLANS),
        ({"services": ["S1", "S2"]}, PLANS),
        ({"services": ["S1"], "planned": ["P1", "P2"]}, PLANS),
        ({"services": ["S1", "S2"]}, []),
    ],
)
def test_a_couples_joint_visit_is_split(more: Any, plans: list[Any]) -> None:
    """H25: by the planned time of each; without a plan as granted."""
    visit = done("V1", 10, "08:00", 60, joint=["C2"], **more)
    result = march(**COUPLE, planned=plans, performed=[visit])
    found = {line.client: minutes(line.time) for line in result.lines if line.time}
    assert found == {"C1": 40, "C2": 20}


def test_a_couple_one_after_the_other() -> None:
    """H24: two visits."""
    visits = [
        done("V1", 10, "08:00", 40, "S1"),
        done("V2", 10, "08:40", 20, "S2", client="C2"),
    ]
    assert paid(march(**COUPLE, performed=visits)) == 60


EXTRA = [
    (13, "2026-03-16"),
    (14, "2026-03-16"),
    (12, "2026-03-13"),
]


@pytest.mark.parametrize(("day", "by"), EXTRA)
def test_an_extra_visit_waits_and_is_reported_by_the_next_working_day(day: int, by: str) -> None:
    """H26."""
    result = march(orders=[CARE], performed=[done("V1", day, "08:00", 25)])
    assert by_status(result) == {"pending": 25}
    (told,) = (row for row in result.faults if row.code == "extra_visit_not_reported")
    assert str(told.parameters["by"]) == by


@pytest.mark.parametrize(
    ("verdict", "expected"), [("accepted", {"sure": 25}), ("denied", {"denied": 25})]
)
def test_the_case_officer_answers_for_an_extra_visit(verdict: str, expected: Any) -> None:
    """H26."""
    answers = [{"id": "X1", "record": "V1", "verdict": verdict}]
    visit = done("V1", 13, "08:00", 25)
    assert by_status(march(orders=[CARE], performed=[visit], answers=answers)) == expected


def test_an_hour_a_month_for_each_client_who_got_food() -> None:
    """H27, H29: by client, not by delivery; a wrong box and one that never came give nothing."""
    meals = [
        {"id": "M1", "client": "C1", "boxes": 3, "delivered": "2026-03-02"},
        {"id": "M2", "client": "C1", "boxes": 4, "delivered": "2026-03-09"},
        {"id": "M3", "client": "C2", "boxes": 1, "delivered": "2026-03-09"},
        {"id": "M4", "client": "C3", "boxes": 1, "delivered": "2026-03-09", "wrong": True},
        {"id": "M5", "client": "C4", "boxes": 1, "ordered_for": "2026-03-09"},
        {"id": "M6", "client": "C5", "boxes": 1, "delivered": "2026-04-01"},
    ]
    result = march(meals=meals)
    assert (paid(result), result.total.billed_count) == (120, 8)


def test_declined_visits_and_absences_have_no_amount() -> None:
    """H14, H30."""
    missed = fell_out(10, "08:00", 30, at(10, "08:00"), "S1")
    stays = [
        away(at(20, "08:00"), id=reason, reason=reason, end=at(21, "08:00"))
        for reason in ("hospital", "short_term", "declined")
    ]
    result = march(orders=[CARE], declined=[missed], absences=stays)
    assert (paid(result), billed(result)) == (0, 0)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("phone_visit", {"method": "app", "outside_home": True}),
        ("laundry", {"method": "manual", "registered": at(10, "18:00"), "outside_home": True}),
        ("escort", {"method": "manual", "registered": at(10, "18:00"), "outside_home": True}),
        ("housing_support", {}),
        ("simplified", {}),
    ],
)
def test_granted_services_are_paid_wherever_they_begin(kind: str, more: Any) -> None:
    """H01, H15, H16, H19, H20, H21."""
    visit = done("V1", 10, "08:00", 30, "S1", **more)
    assert paid(march(orders=[order(("S1", kind, 30))], performed=[visit])) == 30


def test_what_is_not_granted_any_more_waits() -> None:
    """H02: the order ended the day before."""
    ended = CARE | {"end": "2026-03-09"}
    visit = done("V1", 10, "08:00", 30, "S1")
    assert by_status(march(orders=[ended], performed=[visit])) == {"pending": 30}
