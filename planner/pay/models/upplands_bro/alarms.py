"""Alarm call-outs (U46, U59-U63, U83)."""

from collections.abc import Iterator
from dataclasses import replace

from planner.model.units import Seconds
from planner.pay.lines import Line, Source, Status
from planner.pay.model.visits import AlarmCall
from planner.pay.models.upplands_bro.desk import Desk
from planner.pay.models.upplands_bro.prices import CARE
from planner.pay.reasons import Reason
from planner.pay.steps.days import day_of, seconds_between


def alarm_lines(desk: Desk, call: AlarmCall) -> Iterator[Line]:
    """Yield the lines of a call-out that did not become an ordered service.

    A physical visit counts once and is a flat time; what it lasted beyond that is paid through the
    invoice if the reason is documented. Solved by phone: nothing.
    """
    base = _base(desk, call)
    if call.by_phone or call.arrived is None:
        yield replace(base, reason=Reason.ALARM_BY_PHONE, rules=("U83",))
        return
    spent = seconds_between(call.arrived, call.left or call.arrived)
    flat = Seconds(desk.settings.alarm_flat)
    status, reason = _approved(desk.approval(call.approved), Reason.ALARM_FLAT)
    billed = flat if desk.settings.alarm_billed and status is Status.SURE else 0
    row = replace(base, status=status, staff=spent, time=flat, count=1, billed=billed)
    yield replace(row, reason=reason, rules=("U59", "U63"))
    excess = Seconds(max(0, spent - flat))
    if excess:
        yield _excess(desk, replace(base, time=excess, rules=("U60",)), call)


def _excess(desk: Desk, line: Line, call: AlarmCall) -> Line:
    """Return the line of what lasted longer than the flat time (U60)."""
    approval = desk.approval(call.approved)
    if not call.motivation and approval is not Status.LOCKED_OUT:
        reason = Reason.ALARM_EXCESS_UNEXPLAINED
        return replace(line, status=Status.AT_RISK, reason=reason)
    status, reason = _approved(approval, Reason.ALARM_EXCESS)
    billed = line.time if desk.settings.alarm_billed and status is Status.SURE else 0
    return replace(line, status=status, reason=reason, billed=billed)


def _approved(approval: Status, reason: Reason) -> tuple[Status, Reason]:
    """Return status and reason of what is paid once approved (U26, U58)."""
    told = {
        Status.PENDING: Reason.NOT_APPROVED_YET,
        Status.LOCKED_OUT: Reason.NOT_APPROVED_IN_TIME,
    }
    return approval, told.get(approval, reason)


def _base(desk: Desk, call: AlarmCall) -> Line:
    """Return a line about ``call`` that pays nothing."""
    return Line(
        source=Source.ALARM,
        record=call.id,
        client=call.client,
        day=day_of(call.arrived or call.called),
        status=Status.DENIED,
        reason=Reason.ALARM_BY_PHONE,
        rules=(),
        reference=desk.reference(call.client),
        price=CARE.name,
    )
