"""Haninge rule by rule: small months by hand, at the edges of each rule."""

from typing import Any

import pytest

from tests.build.by_hand import at, away, done
from tests.build.months import billed, by_status, order, paid, settled

FORTY = order(("S1", "personal_care", 40))
MONTHLY = {
    "id": "O1",
    "client": "C1",
    "start": "2025-01-01",
    "grant": {"time": 218_880, "per": "month"},
    "services": [{"id": "S1", "kind": "personal_care"}],
}
SETTLED = {"settled": "2026-04-20T08:00:00+02:00"}


def march(**lists: Any) -> Any:
    return settled("haninge", "2026-03", **lists)


ABSENT = [
    ("N14 N15 two days", {}, 240),
    ("N14 one day", {"end": at(10, "20:00")}, 120),
    ("N14 back the second day", {"end": at(11, "20:00")}, 240),
    ("N14 short-term care", {"reason": "short_term"}, 240),
    ("N14 known the day after", {"known": at(11, "09:00")}, 240),
    ("N14 travelling", {"reason": "travel"}, 0),
    ("N14 emergency ward only", {"reason": "emergency_ward"}, 0),
    ("N14 admitted", {"reason": "emergency_ward", "admitted": at(10, "15:00")}, 240),
    ("N16 exactly 48 hours", {"known": at(8, "06:00")}, 0),
    ("N16 said to be planned", {"planned": True}, 0),
    ("N14 known the day before, at home that day", {"known": at(9, "10:00")}, 120),
]


@pytest.mark.parametrize(("about", "more", "expected"), ABSENT)
def test_absence(about: str, more: Any, expected: int) -> None:
    result = march(orders=[MONTHLY], absences=[away(at(10, "06:00"), **more)])
    assert (paid(result), billed(result)) == (expected, 0), about


def test_when_the_two_days_begin_is_a_setting() -> None:
    """N14: known the day before; from the day it is known, or from the first day of absence."""
    stay = away(at(10, "06:00"), known=at(9, "10:00"))
    lists = {"orders": [MONTHLY], "absences": [stay], "settings": {"absence_from": "first_day"}}
    assert paid(march(**lists)) == 240


def test_a_thirtieth_is_a_setting() -> None:
    """N15: 60 hours a month are two a day by 1/30."""
    order_ = MONTHLY | {"grant": {"time": 216_000, "per": "month"}}
    stay = away(at(10, "06:00"))
    lists = {"orders": [order_], "absences": [stay], "settings": {"month_tenths": 300}}
    assert paid(march(**lists)) == 240


ENDS = [
    ("N17 client", {"ending": {"told": at(10, "10:00"), "cause": "client_ended"}}, {"sure": 600}),
    ("N17 misconduct", {"ending": {"told": at(10, "10:00"), "cause": "misconduct"}}, {}),
    ("N17 unclear", {"ending": {"told": at(10, "10:00"), "cause": "other"}}, {"at_risk": 600}),
]


@pytest.mark.parametrize(("about", "more", "expected"), ENDS)
def test_the_end(about: str, more: Any, expected: dict[str, int]) -> None:
    assert by_status(march(orders=[MONTHLY | more])) == expected, about


def test_a_client_who_left_ended_too() -> None:
    """N17."""
    left = {"id": "X1", "client": "C1", "kind": "left", "day": "2026-03-20"}
    assert paid(march(orders=[MONTHLY], provider_changes=[left])) == 600


VISITS = [
    ("N06", [done("V1", 10, "08:00", 38, "S1")], {"sure": 38}, 38),
    ("N08", [done("V1", 10, "08:00", 47, "S1")], {"sure": 40, "pending": 7}, 40),
    ("N10 Saturday at nine in the evening", [done("V1", 14, "21:00", 30, "S1")], {"sure": 30}, 30),
    ("N18 by hand", [done("V1", 10, "08:00", 30, "S1", method="manual")], {"at_risk": 30}, 0),
    (
        "N18 by hand, allowed",
        [done("V1", 10, "08:00", 30, "S1", method="manual", exempted=True)],
        {"sure": 30},
        30,
    ),
    ("N02 tag", [done("V1", 10, "08:00", 30, "S1", method="nfc")], {"sure": 30}, 30),
    (
        "N24 both register",
        [done("V1", 10, "08:00", 20, "S1"), done("V2", 10, "08:00", 20, "S1", caregiver="A2")],
        {"sure": 40},
        20,
    ),
    (
        "N25 one presses double staffing",
        [
            done("V1", 10, "08:00", 20, "S1"),
            done("V2", 10, "08:00", 20, caregiver="A2", role="double"),
        ],
        {"sure": 40},
        20,
    ),
]


@pytest.mark.parametrize(("about", "visits", "expected", "client"), VISITS)
def test_performed_time(
    about: str, visits: list[Any], expected: dict[str, int], client: int
) -> None:
    result = march(orders=[FORTY], performed=visits)
    assert (by_status(result), billed(result)) == (expected, client), about


def test_the_second_caregivers_accepted_time_is_not_billed() -> None:
    """N08, N24: both 47 minutes with 40 granted, and both accepted."""
    visits = [
        done("V1", 10, "08:00", 47, "S1"),
        done("V2", 10, "08:00", 47, "S1", caregiver="A2"),
    ]
    answers = [{"id": f"X{row}", "record": f"V{row}", "verdict": "accepted"} for row in (1, 2)]
    result = march(orders=[FORTY], performed=visits, answers=answers)
    assert (by_status(result), billed(result)) == ({"sure": 94}, 47)


@pytest.mark.parametrize(("even_out", "pays"), [("as_granted", 73), ("month", 80)])
def test_granted_time_may_vary_by_day(even_out: str, pays: int) -> None:
    """N07: 47 and 33 minutes with 40 granted for each."""
    visits = [done("V1", 10, "08:00", 47, "S1"), done("V2", 11, "08:00", 33, "S1")]
    result = march(orders=[FORTY], performed=visits, settings={"even_out": even_out})
    assert paid(result) == pays


@pytest.mark.parametrize(
    ("approved", "adjusted", "expected"),
    [
        ("2026-04-07T23:59:59+02:00", None, {"sure": 30}),
        ("2026-04-08T00:00:00+02:00", None, {"locked_out": 30}),
        ("2026-04-02T10:00:00+02:00", "2026-04-07T23:59:59+02:00", {"sure": 30}),
        ("2026-04-02T10:00:00+02:00", "2026-04-08T00:00:00+02:00", {"locked_out": 30}),
    ],
)
def test_the_lock_date(approved: str, adjusted: str | None, expected: dict[str, int]) -> None:
    """N19, N21: Good Friday and Easter Monday are no working days."""
    visit = done("V1", 10, "08:00", 30, "S1", approved=approved, adjusted=adjusted)
    assert by_status(march(**SETTLED, orders=[FORTY], performed=[visit])) == expected


BORN = [
    ("1961-03", False, "780201"),
    ("1961-04", False, "350101"),
    ("1961-04", True, "333601"),
    ("1940-01", True, "780201"),
]


@pytest.mark.parametrize(("born", "psychiatric", "reference"), BORN)
def test_the_reference_follows_age(born: str, psychiatric: bool, reference: str) -> None:
    """N31: 65 in the month counts as over 65, a setting."""
    clients = [{"id": "C1", "born": born, "psychiatric": psychiatric}]
    visit = done("V1", 10, "08:00", 30, "S1")
    (line,) = march(clients=clients, orders=[FORTY], performed=[visit]).lines
    assert line.reference == reference


@pytest.mark.parametrize(("per", "count"), [("visit", 2), ("month", 1)])
def test_supplements(per: str, count: int) -> None:
    """N12, N13: no amount is given, so they are counted by price."""
    clients = [{"id": "C1", "supplements": ["island", "sparse"]}]
    visits = [done("V1", 10, "08:00", 30, "S1"), done("V2", 11, "08:00", 30, "S1")]
    result = march(
        clients=clients, orders=[FORTY], performed=visits, settings={"supplement_per": per}
    )
    for price in ("supplement.island", "supplement.sparse"):
        assert sum(line.count for line in result.lines if line.price == price) == count
    assert paid(result) == 60


def test_a_temporary_guest_and_travel() -> None:
    """N28 registers its own code; N09: travel is inside the rate."""
    visit = done("V1", 10, "08:00", 30, "S1")
    road = {"id": "W1", "kind": "travel", "day": "2026-03-10", "time": 1500, "client": "C1"}
    guest = order(("S1", "visitor", 30))
    result = march(orders=[guest], performed=[visit], other_work=[road])
    assert (paid(result), result.total.staff) == (30, 55 * 60)
