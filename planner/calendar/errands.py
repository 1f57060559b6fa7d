"""Services that fall due: which service, for which client, on which day, in which visit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.calendar.recurrence import dates
from planner.calendar.series import UnreadableRuleError
from planner.calendar.showers import REACH, with_eves
from planner.model.case import Case, Horizon
from planner.model.clients import Client
from planner.model.orders import DoublePart, Order, Service, ServiceKind
from planner.model.units import ClientId, VisitId

SOLITARY = frozenset(
    {
        ServiceKind.CHECK,
        ServiceKind.ESCORT,
        ServiceKind.RESPITE,
        ServiceKind.HOUSING_SUPPORT,
        ServiceKind.SIMPLIFIED,
        ServiceKind.PHONE_VISIT,
    }
)
"""Kinds that never share a visit, though one may follow another (H12, H13, H15, H20, H21, N26)."""

SPLIT_BETWEEN_TWO = frozenset({ServiceKind.CLEANING})
"""Kinds where a second caregiver halves the time and is no double staffing (U75)."""

UNORDERED = frozenset({DoublePart.SPLIT, DoublePart.COMPANION})
"""What two caregivers may do without a word in the order text: it is no double staffing."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One service of one order on one day."""

    client: Client
    order: Order
    service: Service
    day: date


def days_of(horizon: Horizon) -> tuple[date, ...]:
    """Return the days of a horizon in order."""
    return tuple(horizon.first + timedelta(days=number) for number in range(horizon.days))


def label_of(client: Client, service: Service) -> str:
    """Return the label of the visit that does ``service``.

    Services with the same label share a visit. What is done alone carries its own code, what is
    done away from home its place (N27, H16). A check is done alone unless the order's text says
    otherwise (N26); work that two split has another length than the rest, so it is alone as well.
    """
    solitary = service.kind in SOLITARY and not _combined(service)
    if service.alone or solitary or service.double.part is DoublePart.SPLIT:
        return f"{service.visit}.{service.id}"
    if service.place not in (None, client.place):
        return f"{service.visit}@{service.place}"
    return service.visit


def visit_id(client: str, day: date, label: str) -> VisitId:
    """Return the stable id of the visit with ``label`` to ``client`` on ``day``."""
    return VisitId(f"{client}:{day.isoformat()}:{label}")


def double_part(order: Order, service: Service) -> DoublePart:
    """Return which part of ``service`` two caregivers share.

    Only what the order text grants counts (U69), and two who clean are not double (U75). Two who
    split the work and a companion (U76) are there all the time, whatever the order says.
    """
    if service.double.part in UNORDERED:
        return service.double.part
    granted = order.double_in_text and service.kind not in SPLIT_BETWEEN_TWO
    return service.double.part if granted else DoublePart.NONE


def errands(case: Case) -> Iterator[Errand]:
    """Yield every service that falls due in the horizon, in document order.

    An order of an unknown client and a rule that cannot be read give nothing; the input checks
    report both.
    """
    days = days_of(case.horizon)
    clients = {client.id: client for client in case.clients}
    seen: dict[ClientId, list[date]] = defaultdict(list)
    for row in case.appointments:
        seen[row.client].append(row.day)
    for order in case.orders:
        client = clients.get(order.client)
        if client is None:
            continue
        for service in order.services:
            for day in _days(service, days, seen.get(client.id, ())):
                if order.start <= day <= (order.end or day):
                    yield Errand(client, order, service, day)


def bundles(case: Case) -> Mapping[VisitId, tuple[Errand, ...]]:
    """Return the errands of each visit of the horizon, absences not yet regarded."""
    found: dict[VisitId, list[Errand]] = defaultdict(list)
    for errand in errands(case):
        label = label_of(errand.client, errand.service)
        found[visit_id(errand.client.id, errand.day, label)].append(errand)
    return {visit: tuple(found[visit]) for visit in sorted(found)}


def _combined(service: Service) -> bool:
    return service.combined and service.kind is ServiceKind.CHECK


def _days(
    service: Service, horizon: Sequence[date], appointments: Sequence[date]
) -> Iterator[date]:
    """Yield the days of the horizon on which a service is done."""
    first, last = horizon[0], horizon[-1]
    if service.kind is not ServiceKind.SHOWER or not appointments:
        yield from _due(service, first, last)
        return
    around = _due(service, first - 2 * REACH, last + 2 * REACH)
    yield from (day for day in with_eves(around, appointments) if first <= day <= last)


def _due(service: Service, first: date, last: date) -> tuple[date, ...]:
    """Return the days of a service, none if its rule cannot be read."""
    try:
        return dates(service.recurrence, first, last)
    except UnreadableRuleError:
        return ()
