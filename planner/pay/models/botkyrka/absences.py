"""Absence in Botkyrka: planned absence is deducted, unplanned stays paid (B01)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.model.units import ClientId, Seconds
from planner.pay.account import Account
from planner.pay.model.events import Absence
from planner.pay.model.kinds import Role
from planner.pay.model.visits import PlannedVisit
from planner.pay.models.botkyrka.settings import BotkyrkaSettings
from planner.pay.steps.days import at, day_of
from planner.pay.steps.overlap import length


@dataclass(frozen=True, slots=True)
class Away:
    """What absence makes of a client's day.

    ``whole``: planned absence all day; ``deducted``: seconds of visits that fell out in planned
    absence; ``unplanned``: some absence that was not planned.
    """

    whole: bool
    deducted: Seconds
    unplanned: bool


def away_on(account: Account, settings: BotkyrkaSettings, client: ClientId, day: date) -> Away:
    """Return what absence makes of ``client``'s ``day``."""
    own = [row for row in account.absences if row.client == client and _touches(row, day)]
    planned = [row for row in own if is_planned(row, settings)]
    whole = any(_covers(row, day, settings) for row in planned)
    missed = [
        length(visit)
        for visit in (_visits_on(account, client, day) if planned else ())
        if any(_holds(row, visit.start) for row in planned)
    ]
    deducted = sum(missed) + sum(_declined_in_time(account, settings, client, day))
    unplanned = any(_covers(row, day, settings) for row in own if row not in planned)
    return Away(whole, Seconds(deducted), unplanned)


def is_planned(absence: Absence, settings: BotkyrkaSettings) -> bool:
    """Say whether ``absence`` is a planned one; not when nobody says so."""
    if absence.planned is not None:
        return absence.planned
    notice = timedelta(seconds=settings.planned_notice)
    return absence.known is not None and absence.known <= absence.start - notice


def _declined_in_time(
    account: Account, settings: BotkyrkaSettings, client: ClientId, day: date
) -> Iterator[int]:
    """Yield the seconds of single visits declined so early that it is planned absence."""
    notice = timedelta(seconds=settings.planned_notice)
    for row in account.declined:
        early = row.declined <= row.start - notice and not row.partly
        if row.client == client and row.role is Role.MAIN and day_of(row.start) == day and early:
            yield length(row)


def _visits_on(account: Account, client: ClientId, day: date) -> Iterator[PlannedVisit]:
    """Yield the planned visits of ``client`` on ``day``, one row of each."""
    for visit in account.planned:
        if visit.client == client and visit.role is Role.MAIN and day_of(visit.start) == day:
            yield visit


def _touches(absence: Absence, day: date) -> bool:
    """Say whether ``absence`` has a part of ``day``."""
    end = absence.end
    return absence.start < at(day + timedelta(days=1), time()) and (
        end is None or end > at(day, time())
    )


def _covers(absence: Absence, day: date, settings: BotkyrkaSettings) -> bool:
    """Say whether ``absence`` lasts all of the hours of care of ``day``."""
    ends = at(day + timedelta(days=settings.day_ends // 24), time(settings.day_ends % 24))
    begins = at(day, time(settings.day_begins))
    return absence.start <= begins and (absence.end is None or absence.end >= ends)


def _holds(absence: Absence, moment: datetime) -> bool:
    """Say whether ``moment`` lies in ``absence``."""
    return absence.start <= moment and (absence.end is None or moment < absence.end)
