"""What a model looks up for every row: its order, its approval, its reference."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from planner.model.units import ClientId, Instant, ServiceId
from planner.pay.account import Account
from planner.pay.lines import Status
from planner.pay.model.orders import MonthOrder
from planner.pay.steps.days import day_of
from planner.pay.steps.locks import approval
from planner.pay.steps.spells import (
    Ordered,
    Services,
    Spell,
    ordered_on,
    services_of,
    spells,
    written_begin,
)


def mission_end(order: MonthOrder) -> date | None:
    """Return the last day of ``order``: its end, or the end of the need when that comes first."""
    if order.ending is None:
        return order.end
    need_ends = order.ending.need_ends or day_of(order.ending.told)
    return need_ends if order.end is None else min(order.end, need_ends)


@dataclass(frozen=True)
class Desk:
    """One account, and the moment after which nothing of it can be approved."""

    account: Account
    lock: Instant | None = None

    @cached_property
    def spells(self) -> tuple[Spell, ...]:
        """When each version of the orders is in force, until its mission ends."""
        return spells(self.account.orders, written_begin, mission_end)

    @cached_property
    def services(self) -> Services:
        """Where each service of a client is ordered."""
        return services_of(self.spells)

    def ordered(self, client: ClientId, service: ServiceId, day: date) -> Ordered | None:
        """Return the order and service in force on ``day``."""
        return ordered_on(self.services, client, service, day)

    def approval(self, approved: datetime | None) -> Status:
        """Return what approval makes of a row."""
        return approval(approved, self.lock, self.account.period)

    def reference(self, client: ClientId, order: MonthOrder | None = None) -> str | None:
        """Return the invoice reference: the order's, or else the client's."""
        own = None if order is None else order.reference
        return own or self.account.client[client].reference
