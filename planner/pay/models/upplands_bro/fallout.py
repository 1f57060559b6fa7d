"""How a visit fell out: declined (U47-U52, U54-U56) or missed during an absence (U50, U99)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from planner.model.units import VisitId
from planner.pay.lines import Source, Status
from planner.pay.model.events import Absence
from planner.pay.model.kinds import Away, Insats, Role
from planner.pay.model.visits import DeclinedVisit, PlannedVisit
from planner.pay.models.upplands_bro.desk import Desk
from planner.pay.models.upplands_bro.entries import Entry
from planner.pay.models.upplands_bro.settings import UpplandsBroSettings
from planner.pay.steps.days import at, day_of, seconds_between
from planner.pay.steps.overlap import length
from planner.pay.steps.parts import parts_of

_NOON = time(12)
_PAID_AS_PERFORMED = frozenset({Insats.ESCORT, Insats.RESPITE})


class Fallout(StrEnum):
    """How a visit fell out, as far as pay goes."""

    IN_TIME = "in_time"
    PARTLY = "partly"
    WITHIN_DAY = "within_day"
    BEYOND_DAY = "beyond_day"
    AS_PERFORMED = "as_performed"
    HOSPITAL = "hospital"
    HOSPITAL_LATER = "hospital_later"


PAID = (Fallout.WITHIN_DAY, Fallout.BEYOND_DAY, Fallout.AS_PERFORMED, Fallout.HOSPITAL)
"""What may give pay, and so takes from ordered time (U55)."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A visit that fell out, as an entry, and how."""

    entry: Entry
    fallout: Fallout


def missed_visits(desk: Desk) -> tuple[Missed, ...]:
    """Return every declined visit, and every planned visit missed during an absence."""
    account = desk.account
    taken = {name for visit in account.performed for name in visit.planned}
    taken |= {row.planned for row in account.declined if row.planned}
    rows = [_declined(desk, row) for row in account.declined]
    for absence in account.absences:
        rows.extend(_missed(desk, absence, visit) for visit in _during(desk, absence, taken))
    return tuple(rows)


def _declined(desk: Desk, row: DeclinedVisit) -> Missed:
    """Return a declined visit; one that fell out for a hospital stay follows the stay's rule."""
    entry = _entry(desk, _as_planned(desk, row), Source.DECLINED, row.id)
    entry = replace(entry, approval=desk.approval(row.approved))
    if row.partly:
        return Missed(entry, Fallout.PARTLY)
    if row.reason is Away.HOSPITAL:
        stay = next((stay for stay in desk.account.absences if _covers(stay, row)), None)
        learnt = row.declined if stay is None else _learnt(stay) or row.declined
        if stay is None or not _is_planned(stay):
            return Missed(entry, _in_hospital(desk.settings, learnt, row.start))
    return Missed(entry, _fallout(desk.settings, entry, row.declined))


def _missed(desk: Desk, absence: Absence, visit: PlannedVisit) -> Missed:
    """Return a planned visit that fell out because of ``absence``."""
    entry = _entry(desk, visit, Source.ABSENCE, absence.id)
    learnt = _learnt(absence)
    before = absence.admitted is not None and visit.start < absence.admitted
    if learnt is not None and not before and not _is_planned(absence):
        return Missed(entry, _in_hospital(desk.settings, learnt, visit.start))
    return Missed(entry, _fallout(desk.settings, entry, absence.known or absence.start))


def _during(desk: Desk, absence: Absence, taken: set[VisitId]) -> Iterator[PlannedVisit]:
    """Yield the planned visits within ``absence`` that were neither performed nor declined."""
    performed = [row for row in desk.account.performed if row.client == absence.client]
    for visit in desk.account.planned:
        if visit.client == absence.client and visit.id not in taken and _within(absence, visit):
            done = any(row.start < visit.end and visit.start < row.end for row in performed)
            if not done and desk.holds(day_of(visit.start)):
                yield visit


def _within(absence: Absence, visit: PlannedVisit | DeclinedVisit) -> bool:
    """Say whether ``visit`` would have started during ``absence``."""
    return absence.start <= visit.start and (absence.end is None or visit.start < absence.end)


def _covers(absence: Absence, row: DeclinedVisit) -> bool:
    """Say whether ``absence`` is a hospital stay of ``row``'s client at that time."""
    return absence.client == row.client and _learnt(absence) is not None and _within(absence, row)


def _learnt(absence: Absence) -> datetime | None:
    """Return when the provider knew of a hospital stay; ``None`` for any other absence.

    An emergency ward is a doctor's visit until admission (U99).
    """
    if absence.reason is Away.EMERGENCY_WARD:
        if absence.admitted is None:
            return None
        return max(absence.admitted, absence.known or absence.admitted)
    if absence.reason is not Away.HOSPITAL:
        return None
    return absence.known or absence.start


def _is_planned(absence: Absence) -> bool:
    """Say whether ``absence`` was planned; by default: known before noon the day before (U51)."""
    if absence.planned is not None:
        return absence.planned
    return absence.known is not None and absence.known < _noon_before(absence.start)


def _in_hospital(settings: UpplandsBroSettings, learnt: datetime, start: datetime) -> Fallout:
    """Return how a visit at ``start`` falls out when the stay was learnt of at ``learnt`` (U50)."""
    window = timedelta(seconds=settings.hospital_window)
    return Fallout.HOSPITAL if start < learnt + window else Fallout.HOSPITAL_LATER


def _fallout(settings: UpplandsBroSettings, entry: Entry, told: datetime) -> Fallout:
    """Return how a visit declined at ``told`` falls out (U47, U48, U51, U54, U56)."""
    noon = _noon_before(entry.start)
    if told < noon or (told == noon and not settings.noon_is_late):
        return Fallout.IN_TIME
    kinds = {part.ordered.service.kind for part in entry.parts if part.ordered}
    if kinds and kinds <= _PAID_AS_PERFORMED:
        return Fallout.AS_PERFORMED
    within = seconds_between(told, entry.start) <= settings.half_within
    return Fallout.WITHIN_DAY if within else Fallout.BEYOND_DAY


def _noon_before(start: datetime) -> datetime:
    """Return 12:00 the day before ``start``, on a Swedish wall clock."""
    return at(day_of(start) - timedelta(days=1), _NOON)


def _as_planned(desk: Desk, row: DeclinedVisit) -> DeclinedVisit:
    """Return ``row`` with the services of the planned visit that fell out, if it names none.

    A second caregiver's row has those of its colleague's, which fell out at the same time.
    """
    if row.services:
        return row
    named = desk.account.planned_by_id.get(row.planned) if row.planned else None
    rows: tuple[PlannedVisit | DeclinedVisit, ...] = (*desk.account.planned, *desk.account.declined)
    same = (
        visit
        for visit in rows
        if visit.client == row.client
        and visit.services
        and ((visit.start, visit.end) == (row.start, row.end) or _beside(visit, row))
    )
    visit = named or next(same, None)
    if visit is None:
        return row
    if row.role is not Role.MAIN:
        return row.model_copy(update={"services": visit.services[:1], "times": ()})
    times = visit.times if sum(visit.times) == length(row) else ()
    return row.model_copy(update={"services": visit.services, "times": times})


def _beside(visit: PlannedVisit | DeclinedVisit, row: DeclinedVisit) -> bool:
    """Say whether ``row`` is a second caregiver's part of ``visit``."""
    second = row.role is not Role.MAIN and visit.role is Role.MAIN
    return second and visit.start < row.end and row.start < visit.end


def _entry(desk: Desk, row: PlannedVisit | DeclinedVisit, source: Source, record: str) -> Entry:
    """Return ``row`` as an entry that takes from ordered time with its planned time."""
    planned = row.id if isinstance(row, PlannedVisit) else row.planned
    return Entry(
        source=source,
        record=record,
        client=row.client,
        start=row.start,
        end=row.end,
        day=day_of(row.start),
        parts=parts_of(desk, row),
        approval=Status.SURE,
        occasion=f"planned {planned}" if planned else f"row {row.id}",
        role=row.role,
    )
