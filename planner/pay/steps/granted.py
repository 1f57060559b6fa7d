"""Granted time of clients over days, as the orders say it, whatever a model makes of it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from planner.model.units import ClientId, ServiceId
from planner.pay.model.kinds import Per, Role
from planner.pay.model.month import Month
from planner.pay.model.orders import MonthOrder
from planner.pay.steps.days import day_of
from planner.pay.steps.grants import daily
from planner.pay.steps.spells import spells

Visits = Mapping[tuple[ClientId, ServiceId], Counter[date]]
"""How many main visits with a service a client has each day."""


def granted_seconds(month: Month, days: Collection[date]) -> Mapping[ClientId, int]:
    """Return the granted seconds of each client on ``days``.

    Grants per visit count the planned visits (where none are planned, the performed ones).
    """
    visits = _visits(month)
    found: dict[ClientId, int] = defaultdict(int)
    for spell in spells(month.orders):
        own = [day for day in days if spell.holds(day)]
        found[spell.order.client] += _granted(spell.order, own, visits)
    return dict(found)


def _granted(order: MonthOrder, days: Collection[date], visits: Visits) -> int:
    """Return what ``order`` grants on ``days``: in total if it says so, else service by service."""
    names = [service.id for service in order.services]
    grants = [(order.grant, names)] if order.grant is not None else []
    if not grants:
        grants = [(row.grant, [row.id]) for row in order.services if row.grant is not None]
    total = 0
    for grant, services in grants:
        counted: Counter[date] = Counter()
        if grant.per is Per.VISIT:
            for name in services:
                counted.update(visits.get((order.client, name), Counter()))
        total += sum(daily(grant, days, counted).values())
    return total


def _visits(month: Month) -> Visits:
    """Return the main visits of ``month`` by client and service."""
    found: dict[tuple[ClientId, ServiceId], Counter[date]] = defaultdict(Counter)
    for visit in month.planned or month.performed:
        if visit.role is Role.MAIN:
            for service in visit.services:
                found[visit.client, service][day_of(visit.start)] += 1
    return found
