"""What is paid for visits that fell out (U47-U56)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.model.units import Seconds
from planner.pay.lines import Line, Status
from planner.pay.model.kinds import Role
from planner.pay.models.upplands_bro.desk import Desk
from planner.pay.models.upplands_bro.fallout import PAID, Fallout, Missed
from planner.pay.models.upplands_bro.prices import CARE
from planner.pay.models.upplands_bro.settings import BeyondDay, UpplandsBroSettings
from planner.pay.reasons import Reason
from planner.pay.steps.caps import Fit
from planner.pay.steps.parts import Part
from planner.pay.steps.shares import share


def missed_lines(desk: Desk, missed: Missed, fits: Sequence[Fit]) -> Iterator[Line]:
    """Yield the lines of one visit that fell out; the client pays nothing for any (U47)."""
    for part, fit in zip(missed.entry.parts, fits, strict=True):
        yield from _part(desk, missed, part, _second(part, missed.entry.role) or fit)


def _part(desk: Desk, missed: Missed, part: Part, fit: Fit) -> Iterator[Line]:
    """Yield the lines of one service of a visit that fell out."""
    entry = missed.entry
    base = Line(
        source=entry.source,
        record=entry.record,
        client=entry.client,
        day=entry.day,
        status=Status.DENIED,
        reason=_UNPAID.get(missed.fallout, Reason.DECLINED_LATE),
        rules=_RULES[missed.fallout],
        insats=part.ordered.service.kind if part.ordered else None,
        service=part.service,
        reference=desk.reference(entry.client, part.ordered),
        time=part.time,
        price=CARE.name,
    )
    if entry.approval is Status.LOCKED_OUT:
        reason, rules = Reason.NOT_APPROVED_IN_TIME, ("U26", "U58")
        yield replace(base, status=Status.LOCKED_OUT, reason=reason, rules=rules)
    elif missed.fallout not in PAID:
        yield base
    else:
        yield from _paid(desk.settings, missed, base, fit)


def _second(part: Part, role: Role) -> Fit | None:
    """Return how the second caregiver's part fits: only if the order text has it (U71)."""
    if role is Role.MAIN:
        return None
    paid = role is Role.DOUBLE and part.ordered and part.ordered.order.double_in_text
    return Fit(part.time, Seconds(0)) if paid else Fit(Seconds(0), part.time)


def _paid(settings: UpplandsBroSettings, missed: Missed, base: Line, fit: Fit) -> Iterator[Line]:
    """Yield what is paid of the ordered time, the rest of it, and what was not ordered (U49)."""
    pay, status, reason = _pay(settings, missed, fit.within)
    if missed.entry.approval is Status.PENDING and status is Status.SURE:
        status, reason = Status.PENDING, Reason.NOT_APPROVED_YET
    yield replace(base, status=status, reason=reason, time=pay)
    rest = Seconds(fit.within - pay)
    if rest:
        half = Reason.ABSENCE_HALF if missed.fallout is Fallout.HOSPITAL else Reason.DECLINED_HALF
        yield replace(base, reason=half, time=rest)
    if fit.beyond:
        rules = (*base.rules, "U49")
        reason = Reason.DECLINED_BEYOND_ORDER
        yield replace(base, reason=reason, rules=rules, time=fit.beyond)


def _pay(
    settings: UpplandsBroSettings, missed: Missed, ordered: Seconds
) -> tuple[Seconds, Status, Reason]:
    """Return how much of ``ordered`` seconds is paid, how surely, and why."""
    half = share(ordered, 1, 2)
    late = Reason.DECLINED_LATE
    if missed.fallout is Fallout.AS_PERFORMED:
        return ordered, Status.SURE, late
    if missed.fallout is Fallout.HOSPITAL:
        return half, Status.SURE, Reason.ABSENCE_UNPLANNED
    if missed.fallout is Fallout.WITHIN_DAY:
        return half, Status.SURE, late
    return {
        BeyondDay.AT_RISK: (half, Status.AT_RISK, late),
        BeyondDay.NOTHING: (Seconds(0), Status.DENIED, late),
        BeyondDay.HALF: (half, Status.SURE, late),
        BeyondDay.FULL: (ordered, Status.SURE, late),
    }[settings.beyond_day]


_UNPAID = {
    Fallout.IN_TIME: Reason.DECLINED_IN_TIME,
    Fallout.PARTLY: Reason.DECLINED_PARTLY,
    Fallout.HOSPITAL_LATER: Reason.ABSENCE_UNPAID,
}

_RULES = {
    Fallout.IN_TIME: ("U51", "U56"),
    Fallout.PARTLY: ("U52",),
    Fallout.WITHIN_DAY: ("U47", "U48", "U49"),
    Fallout.BEYOND_DAY: ("U47", "U48", "U49"),
    Fallout.AS_PERFORMED: ("U54", "U55"),
    Fallout.HOSPITAL: ("U50",),
    Fallout.HOSPITAL_LATER: ("U50",),
}
