"""Times of visits: the right way round, in the month, not too long, adding up."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from planner.model.findings import Fault
from planner.pay.checks.codes import PayCode, PayHint
from planner.pay.checks.report import error, warning
from planner.pay.checks.subject import AnyVisit, MonthSubject, Place
from planner.pay.model.visits import PerformedVisit
from planner.pay.steps.overlap import length

LONGEST = timedelta(hours=16)
"""No visit lasts longer; a registration that does was never ended."""


def visit_times(subject: MonthSubject) -> Iterator[Fault]:
    """Yield visits that end before they start, lie outside the month or last too long."""
    for place, row in subject.visits():
        if row.end < row.start:
            yield _reversed(place, "end", row.end, row.start)
            continue
        if not subject.begins <= row.start < subject.ends:
            code, hint = PayCode.OUTSIDE_MONTH, PayHint.CHECK_TIMES
            month = subject.month.month
            yield error(code, (*place, "start"), row.start, hint, month=month)
        elif row.end - row.start > LONGEST:
            code, hint = PayCode.VISIT_TOO_LONG, PayHint.CHECK_REGISTRATION
            limit = LONGEST // timedelta(hours=1)
            yield error(code, (*place, "end"), row.end, hint, limit=limit)
        elif isinstance(row, PerformedVisit):
            yield from _performed(subject, place, row)


def times_of_services(subject: MonthSubject) -> Iterator[Fault]:
    """Yield visits whose times of services do not add up to them."""
    for place, row in subject.visits():
        if not row.times:
            continue
        whole, given = length(row), sum(row.times)
        if len(row.times) != len(row.services) or given != whole:
            code, hint = PayCode.TIMES_MISMATCH, PayHint.CHECK_TIMES
            yield error(code, (*place, "times"), given, hint, expected=whole)


def alarm_times(subject: MonthSubject) -> Iterator[Fault]:
    """Yield call-outs whose moments are the wrong way round or outside the month."""
    for number, call in enumerate(subject.month.alarms):
        place = ("alarms", number)
        if call.arrived is not None and call.arrived < call.called:
            yield _reversed(place, "arrived", call.arrived, call.called)
        elif call.arrived is not None and call.left is not None and call.left < call.arrived:
            yield _reversed(place, "left", call.left, call.arrived)
        elif not subject.begins <= (call.arrived or call.called) < subject.ends:
            code, hint = PayCode.OUTSIDE_MONTH, PayHint.CHECK_TIMES
            month = subject.month.month
            yield error(code, (*place, "called"), call.called, hint, month=month)


def days_in_month(subject: MonthSubject) -> Iterator[Fault]:
    """Yield goals and other work of another month, and corrections that are not of an earlier."""
    month = subject.month
    for name, field in (("goals", "judged"), ("other_work", "day"), ("meals", "delivered")):
        for number, row in enumerate(getattr(month, name)):
            day = getattr(row, field)
            if day is not None and not month.first <= day <= month.last:
                code, hint = PayCode.OUTSIDE_MONTH, PayHint.CHECK_TIMES
                yield error(code, (name, number, field), day, hint, month=month.month)
    for number, correction in enumerate(month.corrections):
        if correction.month >= month.month:
            code, hint = PayCode.CORRECTION_NOT_EARLIER, PayHint.CHECK_TIMES
            where = ("corrections", number, "month")
            yield error(code, where, correction.month, hint, month=month.month)


def births(subject: MonthSubject) -> Iterator[Fault]:
    """Yield clients born after the month."""
    for number, client in enumerate(subject.month.clients):
        if client.born is not None and client.born > subject.month.month:
            code, hint = PayCode.BORN_AFTER_MONTH, PayHint.CHECK_TIMES
            yield warning(code, ("clients", number, "born"), None, hint)


def _performed(subject: MonthSubject, place: Place, row: PerformedVisit) -> Iterator[Fault]:
    """Yield performed visits that end after the settlement's moment, or take no time."""
    settled = subject.month.settled
    if settled is not None and row.end > settled:
        code, hint = PayCode.IN_THE_FUTURE, PayHint.CHECK_REGISTRATION
        yield error(code, (*place, "end"), row.end, hint, settled=settled)
    if row.end == row.start and "care_plan" not in _kinds(subject, row):
        code, hint = PayCode.VISIT_WITHOUT_TIME, PayHint.CHECK_REGISTRATION
        yield warning(code, (*place, "end"), row.end, hint)


def _kinds(subject: MonthSubject, row: AnyVisit) -> set[str]:
    """Return the kinds of service of ``row``."""
    return {
        service.kind
        for order in subject.orders.get(row.client, ())
        for service in order.services
        if service.id in row.services
    }


def _reversed(place: Place, field: str, value: datetime, start: datetime) -> Fault:
    """Return the fault of an end before its start."""
    code, hint = PayCode.END_BEFORE_START, PayHint.CHECK_TIMES
    return error(code, (*place, field), value, hint, start=start)
