"""Lund rule by rule: schablon times of 15 and 10 minutes a day in April, and premiums."""

from typing import Any

import pytest

from planner.pay.lines import Status
from tests.build.by_hand import away
from tests.build.months import billed, by_status, order, paid, settled, visit

DAILY = [
    {"id": "S1", "kind": "meal", "grant": {"time": 900, "per": "day"}},
    {"id": "S2", "kind": "personal_care", "grant": {"time": 600, "per": "day"}},
]
ORDER = {"id": "O1", "client": "C1", "start": "2025-01-01", "services": DAILY}


def april(**lists: Any) -> Any:
    return settled("lund", "2026-04", **lists)


def day(number: int, clock: str = "00:00") -> str:
    return f"2026-04-{number:02d}T{clock}:00+02:00"


def grown(**more: Any) -> list[Any]:
    row = {"id": "N1", "client": "C1", "service": "S1", "since": "2026-04-01", "time": 1200}
    return [row | more]


NEEDS = [
    ("L07 no decision", grown(), {"sure": 750, "denied": 280, "pending": 320}),
    ("L07 decided from day 15", grown(decided="2026-04-15"), {"sure": 1070, "denied": 280}),
    ("L07 decided at once", grown(decided="2026-04-02"), {"sure": 1070, "denied": 280}),
    (
        "L07 decided on day 20",
        grown(decided="2026-04-20"),
        {"sure": 750 + 220, "denied": 280, "pending": 100},
    ),
    ("L07 for ten days", grown(until="2026-04-10"), {"sure": 750, "denied": 200}),
    (
        "L07 for sixteen days",
        grown(until="2026-04-16"),
        {"sure": 750, "denied": 280, "pending": 40},
    ),
    ("L07 from the 20th", grown(since="2026-04-20"), {"sure": 750, "denied": 220}),
]


@pytest.mark.parametrize(("about", "rows", "expected"), NEEDS)
def test_a_need_that_grows(about: str, rows: Any, expected: dict[str, int]) -> None:
    assert by_status(april(orders=[ORDER], need_changes=rows)) == expected, about


ABSENT = [
    ("L07 fourteen days", {"end": day(14, "20:00")}, {"sure": 750}),
    ("L07 sixteen days", {"end": day(16, "20:00")}, {"sure": 700, "at_risk": 50}),
]


@pytest.mark.parametrize(("about", "more", "expected"), ABSENT)
def test_absence(about: str, more: Any, expected: dict[str, int]) -> None:
    result = april(orders=[ORDER], absences=[away(day(1), **more)])
    assert by_status(result) == expected, about


@pytest.mark.parametrize("length", [0, 23, 60])
def test_what_was_performed_changes_nothing(length: int) -> None:
    """L05, L06: only the bill of the client follows it, within the schablon."""
    times = {"start": day(10, "08:00"), "end": day(10, f"{8 + length // 60:02d}:{length % 60:02d}")}
    done = [visit("V1", "2026-03-10T08:00", 10, "S1") | times] if length else []
    result = april(orders=[ORDER], performed=done)
    assert (paid(result), billed(result)) == (750, length)


def test_a_declined_visit_is_within_the_schablon() -> None:
    """X3: no rule for it."""
    missed = visit("D1", "2026-03-10T08:00", 10, "S1", declined=day(10, "07:00"))
    missed |= {"start": day(10, "08:00"), "end": day(10, "08:10")}
    del missed["caregiver"]
    assert paid(april(orders=[ORDER], declined=[missed])) == 750


def test_an_order_that_begins_in_the_month() -> None:
    """L05: eleven days from the 20th."""
    assert paid(april(orders=[ORDER | {"start": "2026-04-20"}])) == 11 * 25


def test_a_schablon_per_visit_and_double_staffing() -> None:
    """L05, X2: two at once are one visit."""
    times = {"start": day(10, "08:00"), "end": day(10, "08:20")}
    visits = [
        visit("V1", "2026-03-10T08:00", 20, "S1") | times,
        visit("V2", "2026-03-10T08:00", 20, "S1", caregiver="A2") | times,
    ]
    result = april(orders=[order(("S1", "meal", 15))], performed=visits)
    assert (paid(result), result.total.staff) == (15, 2400)


@pytest.mark.parametrize(("fulfilled", "premiums"), [(0, 0), (3, 3), (4, 4)])
def test_goals(fulfilled: int, premiums: int) -> None:
    """L08."""
    goals = [
        {"id": f"G{row}", "client": "C1", "judged": "2026-04-10", "fulfilled": row < fulfilled}
        for row in range(4)
    ]
    assert april(goals=goals).total.count[Status.SURE] == premiums


def test_coordination_is_inside_the_schablon() -> None:
    """L06, L38."""
    work = [{"id": "W1", "kind": "coordination", "day": "2026-04-01", "time": 3600, "client": "C1"}]
    result = april(orders=[ORDER], other_work=work)
    assert (paid(result), result.total.staff) == (750, 3600)
