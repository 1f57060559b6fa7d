"""The facts that a month document holds already, for the deadlines of its unit.

What it does not hold (keys, a hospital's call) comes from the unit's own document.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from planner.pay.deadlines.done_in_month import done_in, order_name
from planner.pay.deadlines.facts import DayFact, Event, UnitFacts
from planner.pay.deadlines.kinds import DateKind, EventKind, Municipality
from planner.pay.deadlines.reading import Reading
from planner.pay.deadlines.registry import DEADLINES
from planner.pay.model.kinds import Via
from planner.pay.model.month import Month
from planner.pay.steps.days import day_of

_KINDS: Mapping[Via, EventKind] = MappingProxyType(
    {
        Via.REGULAR: EventKind.ORDER_SENT,
        Via.TEMPORARY: EventKind.TEMPORARY_ORDER,
        Via.ON_CALL: EventKind.ON_CALL_ORDER,
        Via.PHONE: EventKind.ACUTE_CALL,
    }
)


def facts_of(month: Month) -> UnitFacts:
    """Return the facts of ``month``, those only that its municipality has deadlines for.

    Raises ``ValueError`` for a municipality without deadlines.
    """
    municipality = Municipality(month.municipality)
    used = {deadline.starts for deadline in DEADLINES[municipality]}
    known = {deadline.id for deadline in DEADLINES[municipality]}
    return UnitFacts(
        unit=month.unit or month.id,
        municipality=municipality,
        reading=Reading(eves=month.calendar.eves, saturdays=month.calendar.saturdays),
        events=tuple(row for row in _events(month) if row.kind in used),
        days=tuple(row for row in _days(month) if row.kind in used),
        done=tuple(row for row in done_in(month) if row.deadline in known),
    )


def joined(facts: UnitFacts, more: UnitFacts) -> UnitFacts:
    """Return ``facts`` with what only ``more`` has; of the same fact that of ``facts`` counts."""
    events = {(row.kind, row.id): row for row in (*more.events, *facts.events)}
    days = {(row.kind, row.id): row for row in (*more.days, *facts.days)}
    done = {(row.deadline, row.about): row for row in (*more.done, *facts.done)}
    parts = {"events": tuple(events.values()), "days": tuple(days.values())}
    return facts.model_copy(update={**parts, "done": tuple(done.values())})


def _events(month: Month) -> Iterator[Event]:
    """Yield what happened at a moment."""
    for order in month.orders:
        if order.received is not None:
            kind, name = _KINDS[order.via], order_name(order)
            yield Event(id=name, kind=kind, at=order.received, client=order.client)
    approvals = {visit.approved for visit in month.performed if visit.approved is not None}
    for at in sorted(approvals):
        yield Event(id=at.isoformat(), kind=EventKind.VISITS_APPROVED, at=at)
    yield from _missing_visits(month)
    yield from _extra_visits(month)


def _missing_visits(month: Month) -> Iterator[Event]:
    """Yield the planned visits that ended before the settlement and were never registered.

    None where registrations do not say which planned visit they fulfil.
    """
    told = {name for visit in month.performed for name in visit.planned}
    if month.performed and not told:
        return
    told |= {visit.planned for visit in month.declined if visit.planned is not None}
    for visit in month.planned:
        over = month.settled is not None and visit.end <= month.settled
        if over and visit.id not in told:
            kind = EventKind.VISIT_NOT_REGISTERED
            yield Event(id=visit.id, kind=kind, at=visit.end, client=visit.client)


def _extra_visits(month: Month) -> Iterator[Event]:
    """Yield the performed visits without any service that was granted (H26)."""
    granted = {(order.client, row.id) for order in month.orders for row in order.services}
    for visit in month.performed:
        if visit.services and not any((visit.client, row) in granted for row in visit.services):
            kind = EventKind.EXTRA_VISIT
            yield Event(id=visit.id, kind=kind, at=visit.start, client=visit.client)


def _days(month: Month) -> Iterator[DayFact]:
    """Yield what happened, or will, on a day."""
    for order in month.orders:
        if order.ending is not None:
            yield DayFact(
                id=order_name(order),
                kind=DateKind.NEED_END_TOLD,
                day=day_of(order.ending.told),
                client=order.client,
                ends=order.ending.need_ends,
            )
    for change in month.provider_changes:
        if change.requested is not None:
            day, kind = day_of(change.requested), DateKind.PROVIDER_CHANGE_ASKED
            yield DayFact(id=change.id, kind=kind, day=day, client=change.client)
    for row in month.contacts:
        yield DayFact(id=row.client, kind=DateKind.CARE_STARTED, day=row.started, client=row.client)
        if row.change_wished is not None:
            kind = DateKind.CONTACT_CHANGE_WISHED
            yield DayFact(id=row.client, kind=kind, day=row.change_wished, client=row.client)
    for client, day in _last_plans(month).items():
        yield DayFact(id=client, kind=DateKind.PLAN_REVISED, day=day)
    for day in sorted({meal.ordered_for for meal in month.meals if meal.ordered_for is not None}):
        yield DayFact(id=day.isoformat(), kind=DateKind.MEAL_DELIVERY, day=day)


def _last_plans(month: Month) -> dict[str, date]:
    """Return the day of each client's last care plan."""
    found: dict[str, date] = {}
    for plan in month.care_plans:
        at = plan.approved_by_client or plan.sent
        if at is not None:
            found[plan.client] = max(day_of(at), found.get(plan.client, day_of(at)))
    return found
