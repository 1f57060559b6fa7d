"""When each version of an order is in force, and which service was ordered on a day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from planner.model.units import ClientId, ServiceId
from planner.pay.model.orders import GrantedService, MonthOrder

_DAY = timedelta(days=1)
_NEVER_ENDS = date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Spell:
    """One version of an order from ``first`` to ``last``, both included."""

    order: MonthOrder
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Say whether the version is in force on ``day``."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Ordered:
    """A service on a day: the order it stands in, and the service."""

    order: MonthOrder
    service: GrantedService


Begin = Callable[[MonthOrder], date | None]
"""Says on which day a version begins; ``None``: it has not begun."""

End = Callable[[MonthOrder], date | None]
"""Says which day is the last of a version; ``None``: it goes on."""


def written_begin(order: MonthOrder) -> date:
    """Return the day of execution, or else the start of ``order``."""
    return order.execution or order.start


def written_end(order: MonthOrder) -> date | None:
    """Return the end of ``order`` as it stands there."""
    return order.end


def spells(
    orders: Iterable[MonthOrder], begin: Begin = written_begin, end: End = written_end
) -> tuple[Spell, ...]:
    """Return the spells of ``orders``; a version that has not begun, or ends before, has none.

    A later version takes over on the day it begins (B14).
    """
    found: list[Spell] = []
    ordered = sorted(orders, key=lambda row: (row.id, row.version))
    for _, group in groupby(ordered, key=lambda row: row.id):
        until = _NEVER_ENDS
        for order in reversed(tuple(group)):
            first = begin(order)
            if first is None:
                continue
            last = min(end(order) or _NEVER_ENDS, until)
            if first <= last:
                found.append(Spell(order, first, last))
            until = min(until, first - _DAY)
    return tuple(sorted(found, key=lambda row: (row.order.id, row.order.version)))


Services = Mapping[tuple[ClientId, ServiceId], tuple[tuple[Spell, GrantedService], ...]]
"""Where each service of a client stands."""


def services_of(rows: Iterable[Spell]) -> Services:
    """Return ``rows`` by client and service."""
    found: dict[tuple[ClientId, ServiceId], list[tuple[Spell, GrantedService]]] = {}
    for spell in rows:
        for service in spell.order.services:
            found.setdefault((spell.order.client, service.id), []).append((spell, service))
    return {key: tuple(own) for key, own in found.items()}


def ordered_on(
    services: Services, client: ClientId, service: ServiceId, day: date
) -> Ordered | None:
    """Return the order and the service in force on ``day``; ``None``: not ordered."""
    for spell, granted in services.get((client, service), ()):
        if spell.holds(day):
            return Ordered(spell.order, granted)
    return None
