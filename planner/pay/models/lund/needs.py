"""A need that grows: absorbed for 14 days, then it needs a new decision (L07)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from planner.model.units import Seconds
from planner.pay.lines import Line, Source, Status
from planner.pay.model.events import NeedChange
from planner.pay.models.lund.prices import CARE
from planner.pay.models.lund.settings import LundSettings
from planner.pay.reasons import Reason
from planner.pay.steps.days import days_between
from planner.pay.steps.desk import Desk


def need_lines(desk: Desk, settings: LundSettings) -> Iterator[Line]:
    """Yield the lines of every grown need: absorbed, waiting for a decision, decided."""
    for change in desk.account.need_changes:
        later = change.since + timedelta(days=settings.absorbed_days)
        until = _held_until(desk, change)
        decided = until if change.decided is None else max(later, change.decided)
        base = _base(desk, change)
        yield from _part(desk, base, change, change.since, min(later, until))
        waits = replace(base, status=Status.PENDING, reason=Reason.NEEDS_DECISION)
        yield from _part(desk, waits, change, later, min(decided, until))
        paid = replace(base, status=Status.SURE, reason=Reason.STANDARD_TIME)
        yield from _part(desk, paid, change, decided, until)


def _held_until(desk: Desk, change: NeedChange) -> date:
    """Return the first day that ``change`` no longer counts.

    That is the day after its last one. A version of the order that begins later, at the earliest
    when the need grew, has the need in its schablon; no order at all has no need.
    """
    after = desk.account.period.last + timedelta(days=1)
    if change.until is not None:
        after = min(after, change.until + timedelta(days=1))
    mine = [
        spell
        for spell in desk.spells
        if spell.order.client == change.client
        and any(service.id == change.service for service in spell.order.services)
    ]
    newer = [
        spell.first for spell in mine if spell.first >= change.since and spell.order.version > 1
    ]
    ends = [spell.last + timedelta(days=1) for spell in mine]
    return min(after, *newer, max(ends, default=after))


def _base(desk: Desk, change: NeedChange) -> Line:
    """Return the line of a need that the schablon absorbs."""
    ordered = desk.ordered(change.client, change.service, change.since)
    return Line(
        source=Source.NEED_CHANGE,
        record=change.id,
        client=change.client,
        day=change.since,
        status=Status.DENIED,
        reason=Reason.ABSORBED,
        rules=("L07",),
        insats=ordered.service.kind if ordered else None,
        service=change.service,
        reference=desk.reference(change.client, ordered.order if ordered else None),
        price=CARE.name,
    )


def _part(desk: Desk, line: Line, change: NeedChange, first: date, end: date) -> Iterator[Line]:
    """Yield ``line`` with the time of the days from ``first`` until ``end`` in the month."""
    period = desk.account.period
    days = days_between(max(first, period.first), min(end - timedelta(days=1), period.last))
    if days:
        yield replace(line, day=days[0], time=Seconds(change.time * len(days)))
