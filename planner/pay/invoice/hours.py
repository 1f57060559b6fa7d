"""The hours behind an invoice (N30): registered, granted and paid, side by side.

The attachment of an invoice sums by reference and service and names nobody. The economist's own
basis sums by client too; it stays in the house.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner.model.units import ClientId, Seconds
from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import Insats, Role
from planner.pay.model.month import Month
from planner.pay.model.orders import MonthOrder
from planner.pay.settlement import Settlement
from planner.pay.steps.days import day_of, days_between
from planner.pay.steps.grants import daily
from planner.pay.steps.spells import Spell, spells

Group = tuple[str, ClientId | None, Insats | None]
"""What hours are summed for: a reference, a client in the economist's basis, a service."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Seconds of one group.

    ``granted`` without a service of its own is granted to a whole order. ``registered`` are
    performed visits; ``paid`` is on the invoice, ``waiting`` may come to be, ``refused`` not.
    """

    reference: str
    client: ClientId | None
    insats: Insats | None
    registered: Seconds
    granted: Seconds
    paid: Seconds
    waiting: Seconds
    refused: Seconds


def hours_of(
    settlement: Settlement, month: Month, default: str, *, by_client: bool
) -> tuple[Hours, ...]:
    """Return the hours of a settled month, sorted; ``default`` is the reference of the rest."""
    granted = _granted(month, default, by_client=by_client)
    lines: dict[Group, list[Line]] = defaultdict(list)
    for line in settlement.lines:
        if line.time and line.client is not None:
            client = line.client if by_client else None
            lines[line.reference or default, client, line.insats].append(line)
    groups = sorted({*granted, *lines}, key=lambda key: tuple(part or "" for part in key))
    return tuple(_hours(group, lines[group], granted[group]) for group in groups)


def _hours(group: Group, lines: Iterable[Line], granted: int) -> Hours:
    """Return the hours of one group."""
    rows = tuple(lines)

    def total(*statuses: Status) -> Seconds:
        return Seconds(sum(line.time for line in rows if line.status in statuses))

    return Hours(
        *group,
        registered=Seconds(sum(line.time for line in rows if line.source is Source.PERFORMED)),
        granted=Seconds(granted),
        paid=total(Status.SURE),
        waiting=total(Status.PENDING, Status.AT_RISK),
        refused=total(Status.DENIED, Status.LOCKED_OUT),
    )


def _granted(month: Month, default: str, *, by_client: bool) -> Counter[Group]:
    """Return what was granted in the month, by group.

    A grant per visit counts the planned visits; where none are planned, the performed ones.
    """
    references = {client.id: client.reference for client in month.clients}
    visits = _planned(month)
    found: Counter[Group] = Counter()
    for spell in spells(month.orders):
        order = spell.order
        reference = order.reference or references.get(order.client) or default
        client = order.client if by_client else None
        for insats, time in _grants(spell, month, visits(order)):
            found[reference, client, insats] += time
    return found


def _grants(
    spell: Spell, month: Month, visits: Callable[[str], Mapping[date, int]]
) -> Iterator[tuple[Insats | None, int]]:
    """Yield what a version of an order grants in the month: as a whole, or by service."""
    days = days_between(max(spell.first, month.first), min(spell.last, month.last))
    if spell.order.grant is not None:
        yield None, sum(daily(spell.order.grant, days, visits("")).values())
        return
    for service in spell.order.services:
        if service.grant is not None:
            yield service.kind, sum(daily(service.grant, days, visits(service.id)).values())


def _planned(month: Month) -> Callable[[MonthOrder], Callable[[str], Mapping[date, int]]]:
    """Return how many visits were planned, by order and service and day; "" is any service."""
    found: dict[tuple[str, str], Counter[date]] = defaultdict(Counter)
    for visit in month.planned or month.performed:
        if visit.role is not Role.MAIN:
            continue
        for service in ("", *visit.services):
            found[visit.client, service][day_of(visit.start)] += 1
    return lambda order: lambda service: found[order.client, service]
