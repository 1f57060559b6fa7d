"""What has been granted and what is planned: time, providers, even laundry, cancellations."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise

from planner.calendar.recurrence import dates
from planner.calendar.series import UnreadableRuleError
from planner.checks.codes import Code, Hint
from planner.checks.report import warning
from planner.checks.subject import Subject
from planner.model.findings import Fault
from planner.model.orders import Order, Service, ServiceKind

WEEKS = 4
"""How many weeks from the horizon's first day are looked at."""

UNEVEN = 2
"""Intervals of which the longest is more than this many times the shortest are uneven."""


def granted_time(subject: Subject) -> Iterator[Fault]:
    """Yield orders whose services take more than the granted time, per week on average (B02, N06).

    An order without granted time says nothing.
    """
    first = subject.case.horizon.first
    for number, order in enumerate(subject.case.orders):
        planned = sum(row.duration * len(_due(order, row, first)) for row in order.services)
        if order.granted_time and planned > order.granted_time * WEEKS:
            yield warning(
                Code.GRANTED_TIME_EXCEEDED,
                ("orders", number, "granted_time"),
                order.granted_time,
                Hint.ASK_CASE_OFFICER,
                order=order.id,
                planned=planned // WEEKS,
            )


def providers(subject: Subject) -> Iterator[Fault]:
    """Yield orders by which a client has two day providers at once (U24)."""
    own: dict[str, list[tuple[int, Order]]] = defaultdict(list)
    for number, order in enumerate(subject.case.orders):
        own[order.client].append((number, order))
    for rows in own.values():
        for (_, one), (number, other) in combinations(rows, 2):
            named = (_provider(subject, one), _provider(subject, other))
            if _at_once(one, other) and None not in named and named[0] != named[1]:
                yield warning(
                    Code.TWO_PROVIDERS,
                    ("orders", number, "provider"),
                    named[1],
                    Hint.KEEP_ONE_PROVIDER,
                    client=other.client,
                    other=named[0],
                )


def laundry(subject: Subject) -> Iterator[Fault]:
    """Yield laundry that does not come at even intervals (L35)."""
    for steps, order, service in subject.services():
        if service.kind is ServiceKind.LAUNDRY:
            due = _due(order, service, subject.case.horizon.first)
            apart = [(two - one).days for one, two in pairwise(due)]
            if apart and max(apart) > UNEVEN * min(apart):
                yield warning(
                    Code.LAUNDRY_UNEVEN,
                    (*steps, "recurrence", "rule"),
                    service.recurrence.rule[:60],
                    Hint.SPREAD_LAUNDRY,
                    least=min(apart),
                    most=max(apart),
                )


def cancellations(subject: Subject) -> Iterator[Fault]:
    """Yield cancellations of visits that nobody has ordered (U47, U51)."""
    if not subject.case.cancellations:
        return
    whole = Subject(subject.case.model_copy(update={"cancellations": ()}))
    known = {visit.id for visit in whole.demand.visits} | whole.bundles.keys()
    for number, row in enumerate(subject.case.cancellations):
        if row.visit not in known:
            where = ("cancellations", number, "visit")
            yield warning(Code.CANCELLED_VISIT_UNKNOWN, where, row.visit, Hint.REMOVE_CANCELLATION)


def _due(order: Order, service: Service, first: date) -> list[date]:
    last = first + timedelta(weeks=WEEKS) - timedelta(days=1)
    try:
        days = dates(service.recurrence, first, last)
    except UnreadableRuleError:
        return []
    return [day for day in days if order.start <= day and (order.end is None or day <= order.end)]


def _at_once(one: Order, other: Order) -> bool:
    starts = max(one.start, other.start)
    return all(order.end is None or starts <= order.end for order in (one, other))


def _provider(subject: Subject, order: Order) -> str | None:
    client = subject.rows.clients.get(order.client)
    return order.provider or (client.provider if client else None)
