"""The compensation model of Upplands-Bro: performed time, registered and approved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.model.units import Instant
from planner.pay.account import Account, Period
from planner.pay.lines import Line, Status
from planner.pay.model.kinds import WorkKind
from planner.pay.models.upplands_bro.alarms import alarm_lines
from planner.pay.models.upplands_bro.declined import missed_lines
from planner.pay.models.upplands_bro.desk import Desk
from planner.pay.models.upplands_bro.entries import (
    Entry,
    fits_of,
    key_of,
    mains_of,
    performed_entries,
    place_of,
)
from planner.pay.models.upplands_bro.fallout import PAID, missed_visits
from planner.pay.models.upplands_bro.meals import meal_lines
from planner.pay.models.upplands_bro.settings import UpplandsBroSettings
from planner.pay.models.upplands_bro.start_up import registered_plans, start_up_lines
from planner.pay.models.upplands_bro.visits import Mains, performed_lines
from planner.pay.steps.answers import answered_rows
from planner.pay.steps.aside import correction_line, work_line
from planner.pay.steps.caps import Fit
from planner.pay.steps.locks import lock_after
from planner.pay.steps.overlap import length

_ANSWERED = ("U27", "U44", "U46")
_WORK_RULES = {WorkKind.HANDOVER: ("U22",), WorkKind.KEYS: ("U85",)}


@dataclass(frozen=True, slots=True)
class UpplandsBro:
    """Upplands-Bro's rules (U01-U108) under ``settings``."""

    settings: UpplandsBroSettings

    def lines(self, account: Account) -> Iterator[Line]:
        """Yield the lines of ``account``; see ``CompensationModel``."""
        desk = Desk(account, self.settings, self.lock(account.period))
        yield from answered_rows(_lines(desk), account.answers, _ANSWERED)

    def lock(self, period: Period) -> Instant:
        """Return the end of the third working day after the month (U26, U58)."""
        return lock_after(period, self.settings.lock_day)


def _lines(desk: Desk) -> Iterator[Line]:
    """Yield the lines of every row, before answers."""
    account = desk.account
    yield from _visit_lines(desk)
    for call in account.alarms:
        if call.became is None or call.arrived is None:
            yield from alarm_lines(desk, call)
    for row in account.meals:
        yield from meal_lines(desk, row)
    for plan in (*account.care_plans, *registered_plans(desk)):
        yield from start_up_lines(desk, plan)
    for work in account.other_work:
        yield work_line(account, work, _WORK_RULES.get(work.kind, ("U57",)))
    for correction in account.corrections:
        yield correction_line(account, correction, ("U20",))


def _ordered(entry: Entry, fits: Sequence[Fit]) -> int:
    """Return the seconds of ``entry`` that are ordered; all of what nobody approved in time."""
    if entry.approval is Status.LOCKED_OUT:
        return length(entry)
    return sum(fit.within for fit in fits)


def _visit_lines(desk: Desk) -> Iterator[Line]:
    """Yield the lines of visits performed and visits that fell out, in one pool of ordered time."""
    performed, missed = performed_entries(desk), missed_visits(desk)
    late = [row.entry for row in missed if row.fallout in PAID]
    fits, mains = fits_of((*performed, *late)), mains_of(performed)
    for entry in performed:
        own = mains.get(place_of(entry), ())
        ordered = sum(_ordered(row, fits[key_of(row)]) for row in own)
        yield from performed_lines(desk, entry, fits[key_of(entry)], Mains(own, ordered))
    for row in missed:
        none = fits_of((row.entry,)) if row.fallout not in PAID else fits
        yield from missed_lines(desk, row, none[key_of(row.entry)])
