"""Botkyrka rule by rule: an order of an hour a day in September, at the edges of each rule."""

from typing import Any

import pytest

from tests.build.by_hand import away, granted
from tests.build.months import billed, by_status, paid, settled, visit

HOUR = 60
SERVICE = {"id": "S1", "kind": "personal_care"}


def september(**lists: Any) -> Any:
    return settled("botkyrka", "2026-09", **lists)


def day(number: int, clock: str = "08:00") -> str:
    return f"2026-09-{number:02d}T{clock}:00+02:00"


def seen(name: str, number: int, length: int = HOUR, **more: Any) -> Any:
    times = {"start": day(number, "09:00"), "end": day(number, f"{9 + length // 60:02d}:00")}
    return visit(name, "2026-03-01T09:00", HOUR, "S1") | times | more


def every_day(first: int = 1, last: int = 30) -> list[Any]:
    return [seen(f"V{number}", number) for number in range(first, last + 1)]


def ending(told: int, need_ends: int | None = None, **more: Any) -> dict[str, Any]:
    need = {} if need_ends is None else {"need_ends": f"2026-09-{need_ends:02d}"}
    return {"ending": {"told": day(told), **need, **more}}


ABSENT = [
    ("B01 unplanned", away(day(10), end=day(13), planned=False), 30),
    ("B01 known as it begins", away(day(10), end=day(13), known=day(10)), 30),
    ("B01 planned, whole days", away(day(10, "00:00"), end=day(13, "00:00"), planned=True), 27),
    (
        "B01 known 24 hours before",
        away(day(10, "06:00"), end=day(13, "00:00"), known=day(9, "06:00")),
        27,
    ),
    (
        "B01 known 23 hours before",
        away(day(10, "06:00"), end=day(13, "00:00"), known=day(9, "07:00")),
        30,
    ),
    ("B01 still away", away("2026-08-10T00:00:00+02:00", planned=True), 0),
]


@pytest.mark.parametrize(("about", "absence", "hours"), ABSENT)
def test_absence(about: str, absence: Any, hours: int) -> None:
    assert paid(september(orders=[granted(HOUR)], absences=[absence])) == hours * HOUR, about


def test_a_planned_absence_from_noon_to_noon_takes_the_visits_in_it() -> None:
    """B01: visits at nine on the 11th, 12th and 13th; the one on the 10th was before."""
    stay = away(day(10, "12:00"), end=day(13, "12:00"), planned=True)
    lists = {"orders": [granted(HOUR)], "absences": [stay], "planned": every_day()}
    assert paid(september(**lists)) == 27 * HOUR


@pytest.mark.parametrize(("told", "hours"), [(day(5), 30), (day(3), 29)])
def test_a_single_visit_declined(told: str, hours: int) -> None:
    """B01: on the day itself unplanned, two days before planned."""
    missed = seen("D1", 5, declined=told, planned="V5")
    del missed["caregiver"]
    lists = {"orders": [granted(HOUR)], "planned": every_day(), "declined": [missed]}
    assert paid(september(**lists)) == hours * HOUR


STARTS = [
    ("B11 by the first visit", {"start": "2026-09-22"}, [seen("V1", 28)], 3),
    ("B12 by execution", {"start": "2026-09-22", "execution": "2026-09-28"}, [], 3),
    ("B11 the last day", {"start": "2026-09-22"}, [seen("V1", 30)], 1),
    ("B11 from before the month", {"start": "2026-08-22"}, [seen("V1", 28)], 30),
]


@pytest.mark.parametrize(("about", "more", "visits", "hours"), STARTS)
def test_execution(about: str, more: Any, visits: list[Any], hours: int) -> None:
    result = september(orders=[granted(HOUR, **more)], performed=visits)
    assert paid(result) == hours * HOUR, about


def test_a_changed_order_takes_over_on_its_execution_day() -> None:
    """B14: 17 days of an hour, 13 of an hour and a half."""
    more = granted(90, version=2, start="2026-09-15", execution="2026-09-18")
    assert paid(september(orders=[granted(HOUR), more])) == 17 * 60 + 13 * 90


ENDS = [
    ("B18 at once", 10, None, 15, 10),
    ("B18 four days ahead", 10, 14, 15, 10),
    ("B19 exactly five days ahead", 10, 15, 15, 10),
    ("B19 six days ahead", 10, 16, 16, 10),
    ("B19 ten days ahead", 10, 20, 20, 10),
    ("B18 over the end of the month", 28, None, 30, 10),
]


@pytest.mark.parametrize(("about", "told", "need_ends", "days", "client"), ENDS)
def test_the_end(about: str, told: int, need_ends: int | None, days: int, client: int) -> None:
    orders = [granted(HOUR, **ending(told, need_ends))]
    result = september(orders=orders, performed=every_day(1, 10))
    assert (paid(result), billed(result)) == (days * HOUR, client * HOUR), about


def test_the_days_after_the_end_run_into_the_next_month() -> None:
    """B18: told on the 28th; 1 to 3 October are paid."""
    result = settled("botkyrka", "2026-10", orders=[granted(HOUR, **ending(28))])
    assert (paid(result), billed(result)) == (3 * HOUR, 0)


def test_with_the_alarm_kept_the_rest_ends_at_once() -> None:
    """B20, X5: home care goes on, so no notice; a setting says otherwise."""
    orders = [granted(HOUR, keeps_alarm=True, **ending(10))]
    assert paid(september(orders=orders)) == 10 * HOUR
    result = september(orders=orders, settings={"alarm_keeps_notice": True})
    assert paid(result) == 15 * HOUR


@pytest.mark.parametrize(
    ("order", "hours"),
    [
        (granted(7 * HOUR, "week"), 30),
        (granted(30 * HOUR, "month"), 30),
        (granted(30 * HOUR, "month", start="2026-09-22", execution="2026-09-28"), 3),
    ],
)
def test_weeks_and_months_of_granted_time(order: Any, hours: int) -> None:
    """B02, B12."""
    assert paid(september(orders=[order])) == hours * HOUR


@pytest.mark.parametrize(("basis", "client"), [("performed", 30), ("granted", 30)])
def test_more_performed_than_granted_pays_nothing_more(basis: str, client: int) -> None:
    """B02, B05, B06: two staff for 45 minutes are a cost only as well (B-8)."""
    visits = [seen(f"V{number}", number, 120) for number in range(1, 31)]
    lists = {"orders": [granted(HOUR)], "performed": visits, "settings": {"fee_basis": basis}}
    result = september(**lists)
    assert (by_status(result), billed(result)) == ({"sure": 30 * HOUR}, client * HOUR)


def test_alarms_are_another_units() -> None:
    """B08: an hour of staff time and no pay."""
    times = {"called": day(10), "arrived": day(10), "left": day(10, "09:00")}
    result = september(alarms=[{"id": "L1", "client": "C1", **times}])
    assert (by_status(result), result.total.staff) == ({}, 3600)
