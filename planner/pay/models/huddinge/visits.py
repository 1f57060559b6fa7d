"""Performed time (H02, H03, H05, H07, H12, H22, H23, H25, H26)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from planner.model.units import Seconds
from planner.pay.lines import NO_TIME, Line, Status
from planner.pay.model.kinds import APART, Insats, Role
from planner.pay.model.visits import PerformedVisit
from planner.pay.models.huddinge.prices import price_of
from planner.pay.models.huddinge.settings import Beyond, HuddingeSettings, Late, Mixed
from planner.pay.reasons import Reason
from planner.pay.steps.asks import Ask, Done, asks_of, done_rows, undecided
from planner.pay.steps.caps import Fit
from planner.pay.steps.days import day_of
from planner.pay.steps.desk import Desk
from planner.pay.steps.parts import Part
from planner.pay.steps.takes import Pots, fits_of

Verdict = tuple[Status, Reason, tuple[str, ...]]
"""What becomes of time, why, and by which rules."""


def visit_lines(desk: Desk, settings: HuddingeSettings) -> Iterator[Line]:
    """Yield the lines of every performed row."""
    rows = [(done, ask) for done in done_rows(desk) for ask in asks_of(done)]
    refused = [_refused(settings, done, ask) for done, ask in rows]
    takes = [verdict is None for verdict in refused]
    fits = fits_of(rows, Pots(desk), capped=settings.beyond is not Beyond.PAID, taking=takes)
    shown: set[tuple[str, str]] = set()
    for (done, ask), verdict, fit in zip(rows, refused, fits, strict=True):
        base = _base(desk, settings, done, ask)
        for line in _lines(settings, base, done, ask, verdict or fit):
            key = (done.visit.id, done.client)
            yield line if key in shown else replace(line, staff=done.staff)
            shown.add(key)


def _lines(
    settings: HuddingeSettings, base: Line, done: Done, ask: Ask, found: Verdict | Fit
) -> Iterator[Line]:
    """Yield the lines of one ask: refused as a whole, or within what is granted and beyond it."""
    if not isinstance(found, Fit):
        yield _with(base, found, ask.time)
        return
    if found.within or not ask.time:
        yield _with(base, _paid(done, ask.part), found.within)
    if found.beyond:
        verdict = Status(settings.beyond), Reason.MORE_THAN_ORDERED, ("H02", "H26")
        yield _with(base, verdict, found.beyond)


def _refused(settings: HuddingeSettings, done: Done, ask: Ask) -> Verdict | None:
    """Return why ``ask`` is not paid at all, if so."""
    visit = done.visit
    if ask.second:
        reason = Reason.DOUBLE_NOT_PAID
        if visit.role is Role.COMPANION:
            reason = Reason.COMPANION
        return Status.DENIED, reason, ("H22", "H23")
    if done.approval is Status.LOCKED_OUT:
        return Status.LOCKED_OUT, Reason.NOT_APPROVED_IN_TIME, ("H04", "H05")
    if _adjusted_late(settings, visit):
        return Status.LOCKED_OUT, Reason.ADJUSTED_AFTER_LOCK, ("H03", "H09")
    if ask.part.ordered is None:
        return Status.PENDING, Reason.NOT_ORDERED, ("H02", "H26")
    if _registered_late(settings, visit):
        return Status(settings.late_registration), Reason.REGISTERED_LATE, ("H07", "H10")
    return None


def _paid(done: Done, part: Part) -> Verdict:
    """Return what becomes of granted time: paid once it is approved (H05)."""
    rules = ("H02", "H05", "H25") if done.visit.joint else ("H02", "H05")
    if part.ordered is not None and part.ordered.service.kind in APART:
        rules = (*rules, "H12")
    if done.approval is Status.PENDING:
        return Status.PENDING, Reason.NOT_APPROVED_YET, rules
    return Status.SURE, Reason.PERFORMED, rules


def _adjusted_late(settings: HuddingeSettings, visit: PerformedVisit) -> bool:
    """Say whether the times were changed after the visit was locked for editing (H03)."""
    if visit.adjusted is None or visit.approved is None:
        return False
    return visit.adjusted > visit.approved + timedelta(seconds=settings.edit_window)


def _registered_late(settings: HuddingeSettings, visit: PerformedVisit) -> bool:
    """Say whether the visit was registered so late that it is not paid (H07)."""
    if visit.registered is None or settings.late_registration is Late.PAID:
        return False
    last = day_of(visit.end) + timedelta(days=settings.registration_days)
    return day_of(visit.registered) > last


def _base(desk: Desk, settings: HuddingeSettings, done: Done, ask: Ask) -> Line:
    """Return a line about ``ask`` with nothing decided."""
    return undecided(desk, done, ask, price_of(_rate(settings, done.parts, ask.part)).name)


def _rate(settings: HuddingeSettings, parts: Sequence[Part], part: Part) -> Insats | None:
    """Return the kind at whose rate ``part`` is paid (H12)."""
    own = part.ordered.service.kind if part.ordered else None
    if own in APART or settings.mixed is Mixed.OWN_RATE:
        return own
    kinds = (row.ordered.service.kind for row in parts if row.ordered)
    return next((kind for kind in kinds if kind in APART), own)


def _with(base: Line, verdict: Verdict, time: Seconds) -> Line:
    """Return ``base`` with what becomes of ``time`` seconds; the client pays for what is paid."""
    status, reason, rules = verdict
    billed = time if status is Status.SURE else NO_TIME
    return replace(base, status=status, reason=reason, rules=rules, time=time, billed=billed)
