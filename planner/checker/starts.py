"""Orders that came in late: no visit before they were known, the first one by its deadline."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from planner.checker.clock import on_the_wall, seconds
from planner.checker.recurrence import Calendar
from planner.model.case import Case
from planner.model.orders import Order, OrderStart
from planner.model.units import ServiceId

if TYPE_CHECKING:
    from planner.checker.needs import Need

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_HOUR = 3600
_SAME_DAY_BEFORE = 11


def with_starts(case: Case, needs: Sequence["Need"]) -> list["Need"]:
    """Return ``needs`` as the orders' moments of arrival and their deadlines leave them."""
    orders = {service.id: order for order in case.orders for service in order.services}
    left = list(_after_arrival(needs, orders))
    for order in case.orders:
        due = _due(order)
        if due is None or order.start < case.horizon.first:
            continue
        own = [n for n in left if any(orders[s.id] is order for s in n.services)]
        first = min(own, key=lambda need: (need.earliest, need.id), default=None)
        if first is not None and first.earliest <= due < first.latest:
            left[left.index(first)] = _moved(first, first.earliest, due)
    return left


def _after_arrival(needs: Sequence["Need"], orders: Mapping[ServiceId, Order]) -> Iterator["Need"]:
    """Yield visits from when the first of their orders was known; none that closed before."""
    for need in needs:
        known = [orders[service.id].received for service in need.services]
        moments = [seconds(moment) for moment in known if moment is not None]
        if not known or len(moments) < len(known) or min(moments) <= need.earliest:
            yield need
        elif min(moments) <= need.latest:
            yield _moved(need, min(moments), need.latest)


def _moved(need: "Need", earliest: int, latest: int) -> "Need":
    usual = need.usual if earliest <= need.usual <= latest else earliest
    return replace(need, earliest=earliest, latest=latest, usual=usual)


def _due(order: Order) -> int | None:
    """Return when the first visit starts at the latest (U06, U07, B16, B17)."""
    if order.received is None:
        return None
    came = seconds(order.received)
    local = datetime.fromtimestamp(came, _STOCKHOLM)
    if order.begins is OrderStart.ACUTE:
        return came + 2 * _HOUR
    if order.begins is OrderStart.DISCHARGE:
        same = _works(local.date()) and local.hour < _SAME_DAY_BEFORE
        return on_the_wall(local.date() + timedelta(days=1 if same else 2), time()) - 1
    if order.begins is OrderStart.DISCHARGE_MORE:
        return _office_day_later(came, local.date())
    due = came + 24 * _HOUR
    return due if order.start <= datetime.fromtimestamp(due, _STOCKHOLM).date() else None


def _office_day_later(came: int, day: date) -> int:
    """Count 24 hours, days on which nobody works left out."""
    left = 24 * _HOUR
    while True:
        ends = on_the_wall(day + timedelta(days=1), time())
        begins = max(came, on_the_wall(day, time()))
        if _works(day) and ends - begins >= left:
            return begins + left
        left -= (ends - begins) * _works(day)
        day += timedelta(days=1)


def _works(day: date) -> bool:
    """Tell whether ``day`` is a working day: Monday to Friday, no holiday."""
    eve = day - timedelta(days=1)
    return Calendar(day, day).working_day_from(eve, timedelta(days=1)) == day
