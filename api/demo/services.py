"""The services of an order: kinds, lengths, recurrences, windows and needs of each visit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

from api.demo.menu import BEDTIME, Part, VisitType, Where
from api.demo.needs import Needs
from api.demo.proportions import HOUR, MINUTE
from api.demo.series import Series, Window
from planner.model.orders import (
    DeliveryTime,
    DoublePart,
    DoubleStaffing,
    Recurrence,
    Service,
    ServiceKind,
    StartWindow,
)
from planner.model.places import Place
from planner.model.units import PlaceId, Seconds, ServiceId

CALENDAR = date(2024, 1, 1)
"""A Monday from which even and odd weeks are counted."""

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_AWAY = frozenset({Where.LAUNDRY, Where.SHOP, Where.SURGERY})
_WITH_MEDICATION = frozenset({"morning", "dinner", "bedtime"})
_MEDICATION = Part(ServiceKind.MEDICATION, 0.2)
_INSULIN = Part(ServiceKind.HEALTH_TASK, 0.2)
_DELEGATIONS: Mapping[ServiceKind, tuple[str, ...]] = {
    ServiceKind.MEDICATION: ("medication",),
    ServiceKind.HEALTH_TASK: ("insulin",),
}
_SPACED = frozenset({ServiceKind.MEAL, ServiceKind.MEDICATION})
_LONGEST_GAP, _SHORTEST_GAP, _STEP = 4 * HOUR, HOUR, 30 * MINUTE
_SHORTEST = 2

Gaps = Mapping[ServiceKind, Seconds]
"""The least time between the visits of a day with a kind of service."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One service-to-be: a part of a visit. ``fortnight`` 0 or 1 is even or odd weeks only."""

    row: Series
    type: VisitType
    part: Part
    seconds: Seconds
    fortnight: int | None


def pieces(row: Series, needs: Needs) -> Iterator[Piece]:
    """Yield the services of a series, those of its other week included."""
    other = row.task.other_week
    weeks = [(None, row.task.type)] if other is None else [(0, row.task.type), (1, other)]
    for fortnight, type_ in weeks:
        parts = _parts(row, type_, needs)
        minutes, shares = row.seconds // MINUTE, sum(part.share for part in parts)
        later = [max(_SHORTEST, int(minutes * part.share / shares)) for part in parts[1:]]
        for part, length in zip(parts, [minutes - sum(later), *later], strict=True):
            yield Piece(row, type_, part, Seconds(length * MINUTE), fortnight)


def _parts(row: Series, type_: VisitType, needs: Needs) -> tuple[Part, ...]:
    """Return the services of a visit; a double-staffed one has a single service (U73)."""
    if row.second is not None:
        return type_.parts[:1]
    medicine = (_MEDICATION,) if needs.medication and type_.label in _WITH_MEDICATION else ()
    return (*type_.parts, *medicine, *((_INSULIN,) if row.task.insulin else ()))


def service_of(
    piece: Piece, code: ServiceId, since: date, gaps: Gaps, places: Sequence[Place]
) -> Service:
    """Return the service of ``piece`` from the Monday ``since``; ``places`` are the group's."""
    row, task, type_ = piece.row, piece.row.task, piece.type
    insulin = piece.part.kind is ServiceKind.HEALTH_TASK
    return Service(
        id=code,
        kind=piece.part.kind,
        visit=task.label.replace(task.type.label, type_.label),
        recurrence=_recurrence(piece, since),
        duration=piece.seconds,
        window=_start_window(row.window),
        double=_double(row),
        skills=("lift",) if task.part is DoublePart.FULL else (),
        delegations=_DELEGATIONS.get(piece.part.kind, ()),
        personal_care=piece.part.personal_care,
        alone=type_.alone,
        time_critical=type_.critical or insulin,
        uninterruptible=row.uninterruptible,
        min_gap=gaps.get(piece.part.kind, Seconds(0)),
        place=_away(piece, places),
        order_in_visit=-1 if insulin else 0,
        delivery=_goods(piece),
        usual_start=None if row.window.wish else clock(row.start),
    )


def _away(piece: Piece, places: Sequence[Place]) -> PlaceId | None:
    """Return where a service happens that is not at home."""
    row = piece.row.task.row
    return places[row].id if row is not None and piece.type.where in _AWAY else None


def _goods(piece: Piece) -> DeliveryTime | None:
    """Return when groceries come: in the first half of the planted visit (H18)."""
    if piece.part.kind is not ServiceKind.GROCERY_RECEIPT:
        return None
    start = piece.row.start
    return DeliveryTime(earliest=clock(start), latest=clock(start + piece.row.seconds // 2))


def _start_window(window: Window) -> StartWindow:
    wish = window.wish
    return StartWindow(
        earliest=clock(window.earliest),
        latest=clock(window.latest),
        preferred_from=None if wish is None else clock(wish[0]),
        preferred_to=None if wish is None else clock(wish[1]),
    )


def _double(row: Series) -> DoubleStaffing:
    """Return what two do; at bedtime somebody comes along for the sake of safety (U76)."""
    if row.second is None:
        return DoubleStaffing()
    part = row.task.part
    if part is DoublePart.FULL and row.task.type is BEDTIME:
        part = DoublePart.COMPANION
    shared = Seconds(row.second[1]) if part in {DoublePart.FIRST, DoublePart.LAST} else None
    return DoubleStaffing(part=part, duration=shared)


def _recurrence(piece: Piece, since: date) -> Recurrence:
    """Return a daily series, or one on a weekday: every week, or every even or odd one."""
    days = piece.row.task.days
    if len(days) > 1:
        return Recurrence(rule="FREQ=DAILY", first=since)
    weekday = min(days)
    first = since + timedelta(days=weekday)
    if piece.fortnight is None:
        return Recurrence(rule=f"FREQ=WEEKLY;BYDAY={_DAYS[weekday]}", first=first)
    if week_of(first) != piece.fortnight:
        first += timedelta(days=7)
    return Recurrence(rule=f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_DAYS[weekday]}", first=first)


def week_of(day: date) -> int:
    """Return 0 in even weeks and 1 in odd ones."""
    return (day - CALENDAR).days // 7 % 2


def gaps_of(needs: Needs, series: Sequence[Series]) -> Gaps:
    """Return how far apart meals and medication are at least: a little less than planted."""
    rows: dict[ServiceKind, list[Series]] = defaultdict(list)
    for row in sorted(series, key=lambda row: row.start):
        for part in _parts(row, row.task.type, needs):
            if part.kind in _SPACED and len(row.task.days) > 1:
                rows[part.kind].append(row)
    found: dict[ServiceKind, Seconds] = {}
    for kind, visits in rows.items():
        apart = [after.start - before.start - before.seconds for before, after in pairwise(visits)]
        gap = (min([*apart, _LONGEST_GAP]) - _STEP) // _STEP * _STEP
        if apart and gap >= _SHORTEST_GAP:
            found[kind] = Seconds(gap)
    return found


def clock(seconds: int) -> time:
    """Return the wall-clock time of ``seconds`` from midnight."""
    return time(seconds // HOUR, seconds % HOUR // MINUTE, seconds % MINUTE)
