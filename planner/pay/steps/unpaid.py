"""Lines of rows that give no pay of their own, under whatever rules say so."""

from collections.abc import Iterator

from planner.model.units import Seconds
from planner.pay.lines import Line, Source, Status
from planner.pay.model.events import Absence
from planner.pay.model.meals import MealRow
from planner.pay.model.visits import AlarmCall, DeclinedVisit
from planner.pay.reasons import Reason
from planner.pay.steps.days import day_of, seconds_between
from planner.pay.steps.desk import Desk
from planner.pay.steps.overlap import length


def declined_line(desk: Desk, row: DeclinedVisit, reason: Reason, rules: tuple[str, ...]) -> Line:
    """Return the line of a declined visit that is not paid, with its planned time."""
    day, service = day_of(row.start), row.services[0] if row.services else None
    ordered = desk.ordered(row.client, service, day) if service else None
    return Line(
        source=Source.DECLINED,
        record=row.id,
        client=row.client,
        day=day,
        status=Status.DENIED,
        reason=Reason.DECLINED_PARTLY if row.partly else reason,
        rules=rules,
        insats=ordered.service.kind if ordered else None,
        service=service,
        reference=desk.reference(row.client, ordered.order if ordered else None),
        time=length(row),
    )


def absence_line(desk: Desk, row: Absence, rules: tuple[str, ...]) -> Iterator[Line]:
    """Yield the line of an absence that is not paid, if a part of it lies in the month."""
    period = desk.account.period
    first = max(day_of(row.start), period.first)
    if first > period.last or (row.end is not None and day_of(row.end) < period.first):
        return
    yield Line(
        source=Source.ABSENCE,
        record=row.id,
        client=row.client,
        day=first,
        status=Status.DENIED,
        reason=Reason.ABSENCE_UNPAID,
        rules=rules,
        reference=desk.reference(row.client),
    )


def alarm_line(desk: Desk, call: AlarmCall, rules: tuple[str, ...]) -> Line:
    """Return the line of an alarm call-out that another unit answers for."""
    spent = seconds_between(call.arrived, call.left) if call.arrived and call.left else Seconds(0)
    return Line(
        source=Source.ALARM,
        record=call.id,
        client=call.client,
        day=day_of(call.arrived or call.called),
        status=Status.DENIED,
        reason=Reason.ALARM_ELSEWHERE,
        rules=rules,
        reference=desk.reference(call.client),
        staff=spent,
    )


def meal_line(desk: Desk, row: MealRow, rules: tuple[str, ...]) -> Iterator[Line]:
    """Yield the line of meal boxes that no rule pays for, if they belong to the month."""
    day = row.delivered or row.ordered_for
    if day is None or not desk.account.period.holds(day):
        return
    yield Line(
        source=Source.MEAL,
        record=row.id,
        client=row.client,
        day=day,
        status=Status.DENIED,
        reason=Reason.NOT_PAID_APART,
        rules=rules,
        reference=desk.reference(row.client),
        count=row.boxes,
        staff=row.duration,
    )
