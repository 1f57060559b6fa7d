"""Granted time: how much of it falls on a day, and the pot that a visit's time is taken from."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from planner.model.units import Seconds
from planner.pay.model.kinds import Per
from planner.pay.model.orders import Grant
from planner.pay.steps.shares import share
from planner.pay.steps.spells import Ordered

Pot = tuple[str, ...]
"""What time is taken from: whose grant it is, and which visit, day, week or month."""


def grant_of(ordered: Ordered) -> tuple[str, Grant | None]:
    """Return the grant of a service and whose it is: its own, or that of its whole order."""
    if ordered.service.grant is not None:
        return f"service {ordered.service.id}", ordered.service.grant
    return f"order {ordered.order.id}", ordered.order.grant


def pot_of(ordered: Ordered, day: date, occasion: str) -> tuple[Pot, int | None]:
    """Return the pot of a service on ``day`` and its size in seconds (``None``: no cap).

    ``occasion`` names the visit: rows with the same one share a grant per visit. The pot of a
    week is its Monday's, that of a month the month's.
    """
    owner, grant = grant_of(ordered)
    if grant is None:
        return (owner,), None
    stretch = {
        Per.VISIT: occasion,
        Per.DAY: day.isoformat(),
        Per.WEEK: (day - timedelta(days=day.weekday())).isoformat(),
        Per.MONTH: f"{day:%Y-%m}",
    }[grant.per]
    return (ordered.order.client, owner, str(ordered.order.version), stretch), grant.time


def daily(grant: Grant, days: Iterable[date], visits: Mapping[date, int]) -> dict[date, Seconds]:
    """Return what ``grant`` gives on each of ``days``.

    Per day: as it is. Per week: a seventh; per month: a part of the month's days; both rounded
    so that whole weeks and months add up. Per visit: once for each of ``visits``.
    """
    return {day: _on(grant, day, visits.get(day, 0)) for day in days}


def _on(grant: Grant, day: date, visits: int) -> Seconds:
    """Return what ``grant`` gives on ``day``."""
    if grant.per is Per.DAY:
        return grant.time
    if grant.per is Per.VISIT:
        return Seconds(grant.time * visits)
    number, whole = day.weekday(), 7
    if grant.per is Per.MONTH:
        number, whole = day.day - 1, monthrange(day.year, day.month)[1]
    before, after = share(grant.time, number, whole), share(grant.time, number + 1, whole)
    return Seconds(after - before)
