"""A month under examination: look-ups that the checks share, each made once when asked for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from planner.model.units import ClientId, Instant, OrderId, ServiceId, VisitId
from planner.pay.accounts import period_of
from planner.pay.compensation import CompensationModel
from planner.pay.model.month import Month, MonthClient
from planner.pay.model.orders import MonthOrder
from planner.pay.model.visits import AlarmCall, DeclinedVisit, PerformedVisit, PlannedVisit
from planner.pay.steps.days import at, end_of

VISITS = ("planned", "performed", "declined", "alarms")
"""The lists whose identifiers must differ from each other."""

AnyVisit = PlannedVisit | PerformedVisit | DeclinedVisit
Place = tuple[str, int]
"""A row of the document: its list and its number there."""


@dataclass(frozen=True)
class MonthSubject:
    """A month with its model and its look-ups; of identifiers that occur twice the last counts."""

    month: Month
    model: CompensationModel

    @cached_property
    def clients(self) -> Mapping[ClientId, MonthClient]:
        """Clients by code."""
        return {client.id: client for client in self.month.clients}

    @cached_property
    def orders(self) -> Mapping[ClientId, tuple[MonthOrder, ...]]:
        """The orders of each client."""
        found: dict[ClientId, list[MonthOrder]] = defaultdict(list)
        for order in self.month.orders:
            found[order.client].append(order)
        return {client: tuple(own) for client, own in found.items()}

    @cached_property
    def services(self) -> Mapping[ClientId, frozenset[ServiceId]]:
        """The services in the orders of each client."""
        return {
            client: frozenset(service.id for order in own for service in order.services)
            for client, own in self.orders.items()
        }

    @cached_property
    def performed(self) -> Mapping[ClientId, tuple[PerformedVisit, ...]]:
        """The performed visits by the client they are registered on."""
        found: dict[ClientId, list[PerformedVisit]] = defaultdict(list)
        for visit in self.month.performed:
            found[visit.client].append(visit)
        return {client: tuple(own) for client, own in found.items()}

    @cached_property
    def planned(self) -> Mapping[VisitId, PlannedVisit]:
        """Planned visits by id."""
        return {visit.id: visit for visit in self.month.planned}

    @cached_property
    def clients_of_orders(self) -> Mapping[OrderId, frozenset[ClientId]]:
        """The clients that each order's versions name."""
        found: dict[OrderId, set[ClientId]] = defaultdict(set)
        for order in self.month.orders:
            found[order.id].add(order.client)
        return {name: frozenset(clients) for name, clients in found.items()}

    @cached_property
    def begins(self) -> datetime:
        """The first moment of the month."""
        return at(self.month.first, datetime.min.time())

    @cached_property
    def ends(self) -> datetime:
        """The first moment after the month."""
        return end_of(self.month.last)

    @cached_property
    def lock(self) -> Instant | None:
        """The moment after which nothing can be approved; ``None`` without one."""
        return self.model.lock(period_of(self.month))

    def visits(self) -> Iterator[tuple[Place, AnyVisit]]:
        """Yield every planned, performed and declined visit with its place."""
        for name in ("planned", "performed", "declined"):
            for number, row in enumerate(getattr(self.month, name)):
                yield (name, number), row

    def approvable(self) -> Iterator[tuple[Place, PerformedVisit | DeclinedVisit | AlarmCall]]:
        """Yield every row that somebody approves, with its place."""
        for name in ("performed", "declined", "alarms"):
            for number, row in enumerate(getattr(self.month, name)):
                yield (name, number), row
