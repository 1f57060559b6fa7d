"""What the parts of the model look up for every row: its order, its approval, its reference."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from planner.model.units import ClientId, Instant, ServiceId
from planner.pay.account import Account
from planner.pay.lines import Status
from planner.pay.models.upplands_bro.settings import UpplandsBroSettings
from planner.pay.steps.locks import approval
from planner.pay.steps.spells import Ordered, Services, ordered_on, services_of, spells


@dataclass(frozen=True)
class Desk:
    """One account under one set of settings."""

    account: Account
    settings: UpplandsBroSettings
    lock: Instant

    @cached_property
    def services(self) -> Services:
        """Where each service of a client is ordered."""
        return services_of(spells(self.account.orders))

    def ordered(self, client: ClientId, service: ServiceId, day: date) -> Ordered | None:
        """Return the order and service in force on ``day``."""
        return ordered_on(self.services, client, service, day)

    def approval(self, approved: datetime | None) -> Status:
        """Return what approval makes of a row (U18, U26, U58)."""
        return approval(approved, self.lock, self.account.period)

    def reference(self, client: ClientId, ordered: Ordered | None = None) -> str | None:
        """Return the invoice reference: the order's, or else the client's."""
        own = None if ordered is None else ordered.order.reference
        return own or self.account.client[client].reference

    def holds(self, day: date) -> bool:
        """Say whether ``day`` lies in the month."""
        return self.account.period.holds(day)
