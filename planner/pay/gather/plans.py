"""Add what published plans plan to a month that documents make up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from planner.model.case import Case
from planner.model.plan import Plan
from planner.model.units import ClientId, ServiceId
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import warning
from planner.pay.forecast.from_plan import months_of
from planner.pay.gather.join import Joined
from planner.pay.model.month import Month
from planner.pay.model.visits import PlannedVisit
from planner.pay.settlement import MonthKey
from planner.pay.steps.days import day_of

Published = tuple[Plan, Case]
"""A published version and the case it was made from."""

ClientDay = tuple[ClientId, date]


def with_plans(key: MonthKey, joined: Joined, published: Sequence[Published]) -> Joined:
    """Return ``joined`` with the planned visits, clients and orders of ``published``.

    ``published`` are in the order in which they were published: for a client and a day the last
    one counts, and what documents plan for a client and a day goes before all of them. Clients,
    orders and services of documents go before those of the cases. Boxes that are planned are not
    delivered ones and are left out.
    """
    parts = [_part(key, plan, case) for plan, case in published]
    month = joined.month
    last = _last_word(parts)
    own = {_place(row) for row in month.planned}
    taken = {row.id for row in month.planned}
    extra: dict[str, PlannedVisit] = {}
    aside = 0
    for number, part in enumerate(parts):
        for row in part.month.planned:
            if last.get(_place(row)) != number:
                continue
            if _place(row) in own or row.id in taken:
                aside += 1
            else:
                extra[row.id] = row
    planned = (*month.planned, *(extra[name] for name in sorted(extra)))
    made = month.model_copy(
        update={
            "planned": planned,
            "clients": (*month.clients, *_missing(month, parts, "clients")),
            "orders": (*month.orders, *_missing_orders(month, parts)),
        }
    )
    if not aside:
        return replace(joined, month=made)
    code, hint = PayCode.PLAN_GIVES_WAY, PayHint.SEE_DOCUMENTS
    told = warning(code, ("planned",), None, hint, visits=aside)
    return Joined(made, (*joined.faults, told))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one published version has of the month: its rows, and the days that it speaks of."""

    month: Month
    clients: tuple[ClientId, ...]
    first: date
    days: int

    def places(self) -> Iterator[ClientDay]:
        """Yield every client and day that the version speaks of, visits or not."""
        for client in self.clients:
            for number in range(self.days):
                yield client, self.first + timedelta(days=number)


def _part(key: MonthKey, plan: Plan, case: Case) -> _Part:
    """Return what ``plan`` has of the month, of orders that go to the provider."""
    empty = Month(id=plan.id, municipality=key.municipality, month=key.month, clients=())
    months = months_of(case, plan, key.municipality)
    month = next((row for row in months if row.month == key.month), empty)
    strange = {
        service.id
        for order in case.orders
        if key.provider and order.provider not in (None, key.provider)
        for service in order.services
    }
    planned = tuple(row for row in month.planned if not strange.intersection(row.services))
    orders = tuple(row for row in month.orders if not strange & {part.id for part in row.services})
    rows = month.model_copy(update={"planned": planned, "orders": orders})
    clients = tuple(row.id for row in case.clients)
    return _Part(rows, clients, case.horizon.first, case.horizon.days)


def _last_word(parts: Sequence[_Part]) -> dict[ClientDay, int]:
    """Return which of ``parts`` speaks last of each client and day."""
    return {place: number for number, part in enumerate(parts) for place in part.places()}


def _place(row: PlannedVisit) -> ClientDay:
    return row.client, day_of(row.start)


def _missing(month: Month, parts: Iterable[_Part], name: str) -> tuple[Any, ...]:
    """Return the rows of a list that only the plans have, the last word of each."""
    known = {row.id for row in getattr(month, name)}
    found = {row.id: row for part in parts for row in getattr(part.month, name)}
    return tuple(found[row] for row in sorted(found) if row not in known)


def _missing_orders(month: Month, parts: Iterable[_Part]) -> tuple[Any, ...]:
    """Return the orders that only the cases have, without services that documents order."""
    ordered: set[ServiceId] = {part.id for row in month.orders for part in row.services}
    found = []
    for row in _missing(month, parts, "orders"):
        services = tuple(part for part in row.services if part.id not in ordered)
        if services or not row.services:
            found.append(row.model_copy(update={"services": services}))
    return tuple(found)
