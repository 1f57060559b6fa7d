"""Absence: unplanned stays in hospital or short-term care give two days at most (N14-N16)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from planner.model.units import Seconds
from planner.pay.lines import Line, Source, Status
from planner.pay.model.events import Absence
from planner.pay.model.kinds import Away
from planner.pay.models.haninge.day_value import value_of
from planner.pay.models.haninge.prices import CARE
from planner.pay.models.haninge.references import HaningeDesk
from planner.pay.reasons import Reason
from planner.pay.steps.days import day_of, days_between
from planner.pay.steps.overlap import length
from planner.pay.steps.spells import Spell
from planner.pay.steps.unpaid import absence_line

_PAYING = (Away.HOSPITAL, Away.SHORT_TERM)
_RULES = ("N14", "N15")


def absence_lines(desk: HaningeDesk) -> Iterator[Line]:
    """Yield the lines of every absence; a day of a client is paid once, whatever overlaps."""
    paid: set[tuple[str, date]] = set()
    for row in desk.account.absences:
        lines = [line for line in _stay(desk, row) if (line.client or "", line.day) not in paid]
        paid |= {(line.client or "", line.day) for line in lines}
        yield from lines or _unpaid(desk, row)


def is_announced(desk: HaningeDesk, row: Absence) -> bool:
    """Say whether ``row`` was announced in time; exactly 48 hours ahead is in time (N16)."""
    if row.planned is not None:
        return row.planned
    notice = timedelta(seconds=desk.settings.absence_notice)
    return row.known is not None and row.known <= _begun(row) - notice


def _stay(desk: HaningeDesk, row: Absence) -> Iterator[Line]:
    """Yield a line for each paid day and order of an unplanned stay."""
    stays = row.reason in _PAYING or (
        row.reason is Away.EMERGENCY_WARD and row.admitted is not None
    )
    if not stays or is_announced(desk, row):
        return
    begun = _begun(row)
    first = max(day_of(begun), day_of(row.known or begun))
    known = day_of(row.known or begun)
    last = known + timedelta(days=desk.settings.absence_days - 1)
    if row.end is not None:
        last = min(last, day_of(row.end - timedelta(seconds=1)))
    for day in days_between(first, last):
        if desk.account.period.holds(day):
            yield from _day(desk, row, day)


def _begun(row: Absence) -> datetime:
    """Return when the stay began: for an emergency ward at the admission."""
    return row.admitted if row.admitted is not None else row.start


def _day(desk: HaningeDesk, row: Absence, day: date) -> Iterator[Line]:
    """Yield the lines of one paid day, one per order."""
    done = _performed(desk, row, day) if desk.settings.less_performed else 0
    for spell in desk.spells:
        if spell.order.client != row.client or not spell.holds(day):
            continue
        value = value_of(desk, spell.order, 1)
        taken = min(done, value)
        done -= taken
        yield _line(desk, row, spell, day, Seconds(value - taken))


def _performed(desk: HaningeDesk, row: Absence, day: date) -> int:
    """Return the seconds performed at the client on ``day``."""
    visits = desk.account.performed_of.get(row.client, ())
    return sum(length(visit) for visit in visits if day_of(visit.start) == day)


def _line(desk: HaningeDesk, row: Absence, spell: Spell, day: date, time: Seconds) -> Line:
    """Return the line of a paid day; the client pays nothing."""
    return Line(
        source=Source.ABSENCE,
        record=row.id,
        client=row.client,
        day=day,
        status=Status.SURE,
        reason=Reason.ABSENCE_UNPLANNED,
        rules=_RULES,
        reference=desk.reference(row.client, spell.order),
        time=time,
        price=CARE.name,
    )


def _unpaid(desk: HaningeDesk, row: Absence) -> Iterator[Line]:
    """Yield the line of an absence that gives nothing."""
    announced = is_announced(desk, row)
    rules = ("N16",) if announced else ("N14",)
    for line in absence_line(desk, row, rules):
        yield replace(line, reason=Reason.ABSENCE_ANNOUNCED) if announced else line
