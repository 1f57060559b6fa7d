"""Performed time (U19, U44, U45, U57-U62, U69-U76)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from planner.model.units import Seconds
from planner.pay.lines import Line, Source, Status
from planner.pay.model.kinds import SHARED_BY_TWO, Role
from planner.pay.models.upplands_bro.desk import Desk
from planner.pay.models.upplands_bro.entries import Entry, twice
from planner.pay.models.upplands_bro.prices import CARE
from planner.pay.reasons import Reason
from planner.pay.steps.caps import Fit
from planner.pay.steps.overlap import length, shared_with
from planner.pay.steps.parts import Part

DEVIATES = ("U44", "U45")
APPROVAL = ("U26", "U58")


@dataclass(frozen=True, slots=True)
class Mains:
    """The rows that register services on one occasion, and the seconds of them that are ordered."""

    rows: Sequence[Entry] = ()
    ordered: int = 0


def performed_lines(desk: Desk, entry: Entry, fits: Sequence[Fit], mains: Mains) -> Iterator[Line]:
    """Yield the lines of one performed row; ``mains`` are those of the same occasion."""
    lines = _by_role(desk, entry, fits, mains)
    first = True
    for line in lines:
        yield replace(line, staff=length(entry)) if first else line
        first = False


def _by_role(desk: Desk, entry: Entry, fits: Sequence[Fit], mains: Mains) -> Iterator[Line]:
    """Yield the lines of ``entry`` by what its caregiver registered."""
    if entry.role is Role.COMPANION:
        base = _base(desk, entry, entry.parts[0])
        reason = Reason.COMPANION
        yield base(status=Status.DENIED, reason=reason, rules=("U76",), time=length(entry))
    elif entry.approval is Status.LOCKED_OUT:
        for part in entry.parts:
            base = _base(desk, entry, part)
            reason = Reason.NOT_APPROVED_IN_TIME
            yield base(status=Status.LOCKED_OUT, reason=reason, rules=APPROVAL, time=part.time)
    elif entry.role is Role.DOUBLE:
        yield from _double(desk, entry, mains)
    else:
        for part, fit in zip(entry.parts, fits, strict=True):
            yield from _part(desk, entry, part, fit, mains.rows)


def _double(desk: Desk, entry: Entry, mains: Mains) -> Iterator[Line]:
    """Yield the lines of time marked as double staffing: paid when the order text has it.

    What lies outside the colleague's visit is no double staffing and so at risk, and so is what is
    longer than the colleague's ordered time (U45).
    """
    part = _double_part(entry, mains.rows)
    base = partial(_base(desk, entry, part), rules=("U69", "U70", "U71", "U72"))
    whole = length(entry)
    if part.ordered is None or not part.ordered.order.double_in_text:
        reason = Reason.DOUBLE_NOT_IN_ORDER
        yield base(status=Status.DENIED, reason=reason, time=whole)
        return
    inside = shared_with(entry, mains.rows)
    paid = Seconds(min(inside, mains.ordered))
    status, reason = _sure(entry, Reason.DOUBLE_STAFFING)
    if paid or not whole:
        yield base(status=status, reason=reason, time=paid)
    if inside > paid:
        time = Seconds(inside - paid)
        longer = partial(base, reason=Reason.DOUBLE_BEYOND, rules=(*DEVIATES, "U71"))
        yield longer(status=Status.AT_RISK, time=time)
    if whole > inside:
        alone = Seconds(whole - inside)
        yield base(status=Status.AT_RISK, reason=Reason.DOUBLE_ALONE, time=alone)


def _double_part(entry: Entry, mains: Sequence[Entry]) -> Part:
    """Return the service that a double row is about: its own, or else its colleague's."""
    candidates = [part for row in (entry, *mains) for part in row.parts]
    with_text = [part for part in candidates if part.ordered and part.ordered.order.double_in_text]
    return next(iter(with_text or [part for part in candidates if part.ordered]), entry.parts[0])


def _part(desk: Desk, entry: Entry, part: Part, fit: Fit, mains: Sequence[Entry]) -> Iterator[Line]:
    """Yield the lines of one service of a main row: within what is ordered, and beyond it."""
    base = _base(desk, entry, part)
    again = twice(entry, part, mains)
    if again:
        reason = Reason.REGISTERED_TWICE
        yield base(status=Status.AT_RISK, reason=reason, rules=("U69", "U70"), time=again)
    within, beyond = fit.within, fit.beyond
    if part.ordered and (within or not part.time):
        status, reason = _sure(entry, Reason.PERFORMED)
        billed = within if status is Status.SURE else 0
        rules = (*_rules(entry, part), "U19")
        yield base(status=status, reason=reason, rules=rules, time=within, billed=billed)
    if beyond or not part.ordered:
        pending = entry.motivated and desk.settings.motivated_pending
        reason = Reason.MORE_THAN_ORDERED if part.ordered else Reason.NOT_ORDERED
        status = Status.PENDING if pending else Status.AT_RISK
        yield base(status=status, reason=reason, rules=DEVIATES, time=beyond)


def _sure(entry: Entry, reason: Reason) -> tuple[Status, Reason]:
    """Return status and reason of time that is paid as soon as it is signed and approved."""
    if not entry.signed:
        return Status.AT_RISK, Reason.NOT_SIGNED
    if entry.approval is Status.PENDING:
        return Status.PENDING, Reason.NOT_APPROVED_YET
    return Status.SURE, reason


def _rules(entry: Entry, part: Part) -> tuple[str, ...]:
    """Return the rules by which ordered time is paid."""
    if entry.source is Source.ALARM:
        return ("U57", "U62")
    shared = part.ordered is not None and part.ordered.service.kind in SHARED_BY_TWO
    return ("U57", "U75") if shared else ("U57",)


def _base(desk: Desk, entry: Entry, part: Part) -> partial[Line]:
    """Return what makes lines about ``part``; the caller says what is decided."""
    return partial(
        Line,
        source=entry.source,
        record=entry.record,
        client=entry.client,
        day=entry.day,
        insats=part.ordered.service.kind if part.ordered else None,
        service=part.service,
        reference=desk.reference(entry.client, part.ordered),
        price=CARE.name,
    )
