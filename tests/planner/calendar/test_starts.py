"""Dated deadlines of orders that come in, and what they do to windows."""

from datetime import UTC, date, datetime, timedelta

import pytest

from planner.calendar.clock import ZONE, moment
from planner.calendar.demand import expand
from planner.calendar.starts import start_by
from planner.checker.book import open_book
from planner.checks import check_case
from planner.model.case import Horizon
from planner.model.orders import OrderStart
from tests.build.cases import small_case
from tests.build.parts import DAY, order, service, window

MORNING = service("S1", "morning", window=window("8:00", "10:00", "9:00", "9:30"))
EVENING = service("S2", "evening", window=window("17:00", "20:00"))


def at(text: str) -> datetime:
    """Return the moment when Swedish clocks show ``2026-03-02 09:30``."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("begins", "received", "due"),
    [
        ("acute", "2026-03-02 09:30", "2026-03-02 11:30:00"),
        ("ordinary", "2026-03-02 09:30", "2026-03-03 09:30:00"),
        ("discharge", "2026-03-02 10:59", "2026-03-02 23:59:59"),
        ("discharge", "2026-03-02 11:00", "2026-03-03 23:59:59"),
        ("discharge", "2026-03-07 09:00", "2026-03-08 23:59:59"),
        ("discharge_more", "2026-03-02 13:00", "2026-03-03 13:00:00"),
        ("discharge_more", "2026-03-06 13:00", "2026-03-09 13:00:00"),
        ("discharge_more", "2026-03-07 13:00", "2026-03-10 00:00:00"),
        ("discharge_more", "2026-04-02 13:00", "2026-04-07 13:00:00"),
        ("discharge_more", "2026-12-23 13:00", "2026-12-28 13:00:00"),
        ("acute", "2026-03-29 01:30", "2026-03-29 04:30:00"),
        ("ordinary", "2026-03-28 12:00", "2026-03-29 13:00:00"),
        ("ordinary", "2026-10-24 12:00", "2026-10-25 11:00:00"),
    ],
)
def test_when_an_order_begins_at_the_latest(begins: str, received: str, due: str):
    row = order("O1", "C1", MORNING, received=at(received), begins=OrderStart(begins))
    latest = start_by(row)
    assert latest is not None
    assert f"{moment(latest):%Y-%m-%d %H:%M:%S}" == due


def test_no_deadline_without_receipt_or_for_a_later_start():
    assert start_by(order("O1", "C1", MORNING)) is None
    later = order("O1", "C1", MORNING, received=at("2026-03-02 09:00"), start=date(2026, 3, 9))
    assert start_by(later) is None


def windows(received: str, begins: str, days: int = 2) -> dict[str, tuple[str, str]]:
    """Return the windows of an order that begins on the first day, as both readings have them."""
    own = order(
        "O1", "C1", MORNING, EVENING, received=at(received), begins=OrderStart(begins), start=DAY
    )
    case = small_case(orders=(own,), meal_deliveries=(), horizon=Horizon(first=DAY, days=days))
    by_demand = {v.id: (v.window.earliest, v.window.latest) for v in expand(case).visits}
    needs = open_book(case).needs.values()
    assert {need.id: (need.earliest, need.latest) for need in needs} == by_demand
    return {
        name.partition(":")[2][5:]: (f"{moment(span[0]):%H:%M}", f"{moment(span[1]):%H:%M}")
        for name, span in by_demand.items()
    }


def test_the_first_visit_starts_by_the_deadline_and_none_before_the_order_was_known():
    tomorrow = {"03-03:morning": ("08:00", "10:00"), "03-03:evening": ("17:00", "20:00")}
    assert windows("2026-03-02 07:00", "acute") == {
        "03-02:morning": ("08:00", "09:00"),
        "03-02:evening": ("17:00", "20:00"),
        **tomorrow,
    }
    assert windows("2026-03-02 08:40", "acute")["03-02:morning"] == ("08:40", "10:00")
    assert windows("2026-03-02 16:00", "acute") == {"03-02:evening": ("17:00", "18:00"), **tomorrow}
    assert windows("2026-03-02 21:00", "acute") == tomorrow


def told(received: str, begins: str, days: int = 2) -> list[str]:
    own = order("O1", "C1", EVENING, received=at(received), begins=OrderStart(begins), start=DAY)
    case = small_case(orders=(own,), meal_deliveries=(), horizon=Horizon(first=DAY, days=days))
    return [fault.path for fault in check_case(case) if fault.code == "order_starts_late"]


def test_an_order_without_a_visit_in_time_is_told():
    assert told("2026-03-02 16:00", "acute") == []
    assert told("2026-03-02 09:00", "acute") == ["$.orders[0].received"]
    assert told("2026-03-02 21:00", "acute") == ["$.orders[0].received"]
    assert told("2026-03-02 21:00", "discharge", days=1) == []
    assert told("2026-03-02 10:00", "discharge") == []


def test_an_old_order_keeps_its_windows():
    old = order("O1", "C1", MORNING, received=at("2026-02-20 09:00"))
    case = small_case(orders=(old,), meal_deliveries=())
    (visit,) = expand(case).visits
    assert visit.window.latest - visit.window.earliest == timedelta(hours=2).total_seconds()
