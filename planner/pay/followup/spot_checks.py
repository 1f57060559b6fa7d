"""Spot checks of declined visits (U53): what looks odd, and a sample of the rest."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random

from planner.model.units import ClientId, VisitId
from planner.pay.followup.settings import FollowUpSettings
from planner.pay.model.kinds import Away
from planner.pay.model.month import Month
from planner.pay.model.visits import DeclinedVisit
from planner.pay.steps.days import day_of

_OFTEN = 4
"""So many declined visits of one client in a month are looked at."""


class Mark(StrEnum):
    """Why a declined visit is checked.

    ``after_start``: told after the planned start (U52 asks for registration at once). ``partly``:
    only whole visits are registered as declined (U52). ``not_planned``: no planned visit behind it.
    ``often``: the client declined many. ``sample``: by lot.
    """

    AFTER_START = "after_start"
    PARTLY = "partly"
    NOT_PLANNED = "not_planned"
    OFTEN = "often"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """A declined visit to check; ``notice`` is seconds from being told to the planned start."""

    visit: VisitId
    client: ClientId
    day: date
    reason: Away
    notice: int
    marks: tuple[Mark, ...]


def spot_checks(month: Month, settings: FollowUpSettings) -> tuple[SpotCheck, ...]:
    """Return the declined visits to check, sorted by day: all that are odd, and a sample."""
    counts = Counter(visit.client for visit in month.declined)
    planned = {visit.id for visit in month.planned}
    marks = {visit.id: _marks(visit, counts, planned) for visit in month.declined}
    rest = sorted(name for name, found in marks.items() if not found)
    size = min(len(rest), max(settings.least, -(-len(rest) * settings.sample // 100)))
    drawn = set(Random(settings.seed).sample(rest, size))  # noqa: S311  a lot, no secret
    rows = [
        _row(visit, marks[visit.id] or (Mark.SAMPLE,))
        for visit in month.declined
        if marks[visit.id] or visit.id in drawn
    ]
    return tuple(sorted(rows, key=lambda row: (row.day, row.visit)))


def _marks(
    visit: DeclinedVisit, counts: Counter[ClientId], planned: set[VisitId]
) -> tuple[Mark, ...]:
    """Return what is odd about ``visit``."""
    odd = {
        Mark.AFTER_START: visit.declined > visit.start,
        Mark.PARTLY: visit.partly,
        Mark.NOT_PLANNED: bool(planned) and visit.planned not in planned,
        Mark.OFTEN: counts[visit.client] >= _OFTEN,
    }
    return tuple(mark for mark, found in odd.items() if found)


def _row(visit: DeclinedVisit, marks: tuple[Mark, ...]) -> SpotCheck:
    """Return the row of ``visit``."""
    notice = int((visit.start - visit.declined).total_seconds())
    return SpotCheck(visit.id, visit.client, day_of(visit.start), visit.reason, notice, marks)
