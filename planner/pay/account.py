"""An account: everything about the clients of one household in one month, in a fixed order.

A model sees one account at a time and nothing else, so settling household by household gives the
same as all at once. Clients without a household have an account each. Work without a client is in
one more account without clients. Rows with a fault are left out before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from planner.calendar.working_days import WorkingDays
from planner.model.units import ClientId, Instant, VisitId
from planner.pay.model.events import (
    Absence,
    Answer,
    CarePlan,
    Correction,
    Goal,
    NeedChange,
    OtherWork,
    ProviderChange,
)
from planner.pay.model.meals import MealRow
from planner.pay.model.month import MonthClient
from planner.pay.model.orders import MonthOrder
from planner.pay.model.visits import AlarmCall, DeclinedVisit, PerformedVisit, PlannedVisit


@dataclass(frozen=True, slots=True)
class Period:
    """The month that is settled: ``first`` to ``last``; ``settled`` as in ``Month``."""

    first: date
    last: date
    settled: Instant | None
    working_days: WorkingDays

    @property
    def days(self) -> int:
        """The number of days of the month."""
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        """Say whether ``day`` lies in the month."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Account:
    """One household's month. Every list is sorted by time, then by id.

    ``orders`` are all versions; ``answers`` those about this account's rows, by the row's id.
    """

    period: Period
    clients: tuple[MonthClient, ...]
    orders: tuple[MonthOrder, ...] = ()
    planned: tuple[PlannedVisit, ...] = ()
    performed: tuple[PerformedVisit, ...] = ()
    declined: tuple[DeclinedVisit, ...] = ()
    alarms: tuple[AlarmCall, ...] = ()
    meals: tuple[MealRow, ...] = ()
    absences: tuple[Absence, ...] = ()
    care_plans: tuple[CarePlan, ...] = ()
    goals: tuple[Goal, ...] = ()
    provider_changes: tuple[ProviderChange, ...] = ()
    need_changes: tuple[NeedChange, ...] = ()
    corrections: tuple[Correction, ...] = ()
    other_work: tuple[OtherWork, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def client(self) -> Mapping[ClientId, MonthClient]:
        """The clients by code."""
        return {client.id: client for client in self.clients}

    @cached_property
    def planned_by_id(self) -> Mapping[VisitId, PlannedVisit]:
        """The planned visits by id."""
        return {visit.id: visit for visit in self.planned}

    @cached_property
    def orders_of(self) -> Mapping[ClientId, tuple[MonthOrder, ...]]:
        """The versions of each client's orders, sorted by order, then by version."""
        return _by_client(sorted(self.orders, key=lambda row: (row.id, row.version)))

    @cached_property
    def performed_of(self) -> Mapping[ClientId, tuple[PerformedVisit, ...]]:
        """The performed visits by the client they are registered on."""
        return _by_client(self.performed)


class _OfClient(Protocol):
    """A row about one client."""

    @property
    def client(self) -> ClientId: ...


_Row = TypeVar("_Row", bound=_OfClient)


def _by_client(rows: Iterable[_Row]) -> Mapping[ClientId, tuple[_Row, ...]]:
    """Return ``rows`` by client, in their order."""
    found: dict[ClientId, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.client, []).append(row)
    return {client: tuple(own) for client, own in found.items()}
