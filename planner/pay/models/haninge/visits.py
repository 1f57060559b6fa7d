"""Performed time within granted time (N06-N08, N10, N11, N18, N19, N23-N25)."""

from collections.abc import Iterator
from dataclasses import replace

from planner.pay.lines import NO_TIME, Line, Status
from planner.pay.model.kinds import Method, Role
from planner.pay.model.visits import PerformedVisit
from planner.pay.models.haninge.prices import CARE
from planner.pay.models.haninge.references import HaningeDesk
from planner.pay.models.haninge.settings import Double, EvenOut, HaningeSettings, Manual
from planner.pay.reasons import Reason
from planner.pay.steps.asks import Ask, Done, asks_of, done_rows, undecided
from planner.pay.steps.caps import Fit
from planner.pay.steps.days import instant
from planner.pay.steps.takes import Pots, fits_of

Verdict = tuple[Status, Reason, tuple[str, ...]]
"""What becomes of time, why, and by which rules."""

_BEYOND = ("N08", "N23")


def visit_lines(desk: HaningeDesk) -> Iterator[Line]:
    """Yield the lines of every performed row."""
    settings = desk.settings
    rows = [(done, ask) for done in done_rows(desk) for ask in asks_of(done)]
    refused = [_refused(desk, done, ask) for done, ask in rows]
    each = settings.double is Double.REGISTERED
    pots = Pots(desk, month=settings.even_out is EvenOut.MONTH, seconds_apart=each)
    fits = fits_of(rows, pots, capped=True, taking=[verdict is None for verdict in refused])
    shown: set[tuple[str, str]] = set()
    for (done, ask), verdict, fit in zip(rows, refused, fits, strict=True):
        for line in _lines(desk, done, ask, verdict or fit):
            key = (done.visit.id, done.client)
            yield line if key in shown else replace(line, staff=done.staff)
            shown.add(key)


def _lines(desk: HaningeDesk, done: Done, ask: Ask, fit: Verdict | Fit) -> Iterator[Line]:
    """Yield the lines of one ask: refused as a whole, or within what is granted and beyond it."""
    base = _base(desk, done, ask)
    if not isinstance(fit, Fit):
        status, reason, rules = fit
        yield replace(base, status=status, reason=reason, rules=rules, time=ask.time)
        return
    if fit.within or not ask.time:
        status, reason, rules = _paid(desk.settings, done, ask)
        pays = status is Status.SURE and (desk.settings.double_billed or not ask.second)
        billed = fit.within if pays else NO_TIME
        line = replace(base, status=status, reason=reason, rules=rules)
        yield replace(line, time=fit.within, billed=billed)
    if fit.beyond:
        unbilled = ask.second and not desk.settings.double_billed
        reason = Reason.DOUBLE_BEYOND if unbilled else Reason.MORE_THAN_ORDERED
        line = replace(base, status=Status.PENDING, reason=reason)
        yield replace(line, rules=_BEYOND, time=fit.beyond)


def _refused(desk: HaningeDesk, done: Done, ask: Ask) -> Verdict | None:
    """Return why ``ask`` does not take granted time at all, if so."""
    visit = done.visit
    if visit.role is Role.COMPANION or (ask.second and desk.settings.double is Double.ONE):
        companion = visit.role is Role.COMPANION
        reason = Reason.COMPANION if companion else Reason.DOUBLE_NOT_PAID
        return Status.DENIED, reason, ("N06", "N24", "N25")
    if done.approval is Status.LOCKED_OUT:
        return Status.LOCKED_OUT, Reason.NOT_APPROVED_IN_TIME, ("N19",)
    if _adjusted_late(desk, visit):
        return Status.LOCKED_OUT, Reason.ADJUSTED_AFTER_LOCK, ("N19", "N21")
    if ask.part.ordered is None:
        return Status.PENDING, Reason.NOT_ORDERED, ("N06", "N08")
    if _by_hand(visit) and desk.settings.manual is Manual.DENIED:
        return Status.DENIED, Reason.NOT_DIGITAL, ("N11", "N18")
    return None


def _paid(settings: HaningeSettings, done: Done, ask: Ask) -> Verdict:
    """Return what becomes of time within what is granted."""
    if _by_hand(done.visit) and settings.manual is Manual.AT_RISK:
        return Status.AT_RISK, Reason.NOT_DIGITAL, ("N11", "N18", "N20")
    rules = ("N06", "N11", "N24", "N25") if ask.second else ("N06", "N10", "N11")
    if done.approval is Status.PENDING:
        return Status.PENDING, Reason.NOT_APPROVED_YET, rules
    return Status.SURE, Reason.DOUBLE_STAFFING if ask.second else Reason.PERFORMED, rules


def _by_hand(visit: PerformedVisit) -> bool:
    """Say whether the visit was registered by hand without a reason that allows it (N18)."""
    return visit.method is Method.MANUAL and not visit.exempted


def _adjusted_late(desk: HaningeDesk, visit: PerformedVisit) -> bool:
    """Say whether the times were changed after the lock date (N21)."""
    if visit.adjusted is None or desk.lock is None:
        return False
    return instant(visit.adjusted) >= desk.lock


def _base(desk: HaningeDesk, done: Done, ask: Ask) -> Line:
    """Return a line about ``ask`` with nothing decided."""
    return undecided(desk, done, ask, CARE.name)
