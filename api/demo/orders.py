"""The order of each client: the series of visits as services with recurrences and windows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from api.demo.menu import Part, VisitType, Where
from api.demo.needs import Needs
from api.demo.proportions import HOUR, MINUTE
from api.demo.series import Series
from planner.model.orders import (
    DoublePart,
    DoubleStaffing,
    Order,
    Recurrence,
    Service,
    ServiceKind,
    StartWindow,
)
from planner.model.places import Place
from planner.model.units import ClientId, OrderId, ProviderId, Seconds, ServiceId

CALENDAR = date(2024, 1, 1)
"""A Monday from which even and odd weeks are counted."""

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MEDICATION = Part(ServiceKind.MEDICATION, 0.2)
_INSULIN = Part(ServiceKind.HEALTH_TASK, 0.2)
_WITH_MEDICATION = frozenset({"morning", "dinner", "bedtime"})
_SPACED = frozenset({ServiceKind.MEAL, ServiceKind.MEDICATION})
_LONGEST_GAP = 4 * HOUR
_SHORTEST_GAP = HOUR


@dataclass(frozen=True, slots=True)
class Grant:
    """For whom an order is, by whom, from when, and at which places besides home."""

    client: ClientId
    provider: ProviderId
    since: date
    places: Sequence[Place]


def order_of(grant: Grant, needs: Needs, series: Sequence[Series]) -> Order:
    """Return the order of one client with all its ``series``; ``since`` is a Monday."""
    services: list[Service] = []
    gaps = _gaps(needs, series)
    for row in series:
        for fortnight, type_ in _weeks_of(row):
            for part, seconds in _lengths(row, _parts(row, type_, needs)):
                code = ServiceId(f"{grant.client}-{len(services) + 1}")
                services.append(_service(code, row, type_, part, seconds, fortnight, grant, gaps))
    return Order(
        id=OrderId(f"O{grant.client}"),
        client=grant.client,
        provider=grant.provider,
        start=grant.since,
        granted_time=Seconds(sum(row.weight for row in series)),
        double_in_text=any(row.second for row in series),
        services=tuple(services),
    )


def _weeks_of(row: Series) -> Iterator[tuple[int | None, VisitType]]:
    """Yield the visit types of a series, each with its fortnight (``None``: every week)."""
    if row.task.other_week is None:
        yield None, row.task.type
    else:
        yield 0, row.task.type
        yield 1, row.task.other_week


def _parts(row: Series, type_: VisitType, needs: Needs) -> tuple[Part, ...]:
    """Return the services of a visit; a double-staffed one has a single service (U73)."""
    if row.second is not None:
        return type_.parts[:1]
    extra = (_MEDICATION,) if needs.medication and type_.label in _WITH_MEDICATION else ()
    return (*type_.parts, *extra, *((_INSULIN,) if row.task.insulin else ()))


def _lengths(row: Series, parts: Sequence[Part]) -> Iterator[tuple[Part, Seconds]]:
    """Yield each service with its share of the visit in whole minutes, at least two."""
    minutes, shares = row.seconds // MINUTE, sum(part.share for part in parts)
    later = [max(2, int(minutes * part.share / shares)) for part in parts[1:]]
    lengths = [minutes - sum(later), *later]
    for part, length in zip(parts, lengths, strict=True):
        yield part, Seconds(length * MINUTE)


def _service(  # noqa: PLR0913  what one service is made of
    code: ServiceId,
    row: Series,
    type_: VisitType,
    part: Part,
    seconds: Seconds,
    fortnight: int | None,
    grant: Grant,
    gaps: dict[ServiceKind, Seconds],
) -> Service:
    window = row.window
    wish = window.wish or (None, None)
    insulin = part.kind is ServiceKind.HEALTH_TASK
    medication = part.kind is ServiceKind.MEDICATION
    label = row.task.label.replace(row.task.type.label, type_.label)
    away = type_.where in {Where.LAUNDRY, Where.SHOP, Where.SURGERY}
    return Service(
        id=code,
        kind=part.kind,
        visit=label,
        recurrence=_recurrence(row, fortnight, grant.since),
        duration=seconds,
        window=StartWindow(
            earliest=clock(window.earliest),
            latest=clock(window.latest),
            preferred_from=None if wish[0] is None else clock(wish[0]),
            preferred_to=None if wish[1] is None else clock(wish[1]),
        ),
        double=_double(row),
        skills=("lift",) if row.task.part is DoublePart.FULL else (),
        delegations=("insulin",) if insulin else ("medication",) if medication else (),
        personal_care=part.personal_care,
        alone=type_.alone,
        time_critical=type_.critical or insulin,
        uninterruptible=row.uninterruptible,
        min_gap=gaps.get(part.kind, Seconds(0)),
        place=grant.places[row.task.row].id if away and row.task.row is not None else None,
        order_in_visit=0 if part.kind is not ServiceKind.HEALTH_TASK else -1,
    )


def _double(row: Series) -> DoubleStaffing:
    if row.second is None:
        return DoubleStaffing()
    part = row.task.part
    shared = None if part is DoublePart.FULL else Seconds(row.second[1])
    return DoubleStaffing(part=part, duration=shared)


def _recurrence(row: Series, fortnight: int | None, since: date) -> Recurrence:
    """Return a daily series, or one on a weekday: every week, or every even or odd one."""
    if len(row.task.days) > 1:
        return Recurrence(rule="FREQ=DAILY", first=since)
    (weekday,) = row.task.days
    first = since + timedelta(days=weekday)
    if fortnight is None:
        return Recurrence(rule=f"FREQ=WEEKLY;BYDAY={_DAYS[weekday]}", first=first)
    if week_of(first) != fortnight:
        first += timedelta(days=7)
    return Recurrence(rule=f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_DAYS[weekday]}", first=first)


def week_of(day: date) -> int:
    """Return 0 in even weeks and 1 in odd ones."""
    return (day - CALENDAR).days // 7 % 2


def _gaps(needs: Needs, series: Sequence[Series]) -> dict[ServiceKind, Seconds]:
    """Return how far apart meals and medication are at least: a little less than planted."""
    rows: dict[ServiceKind, list[Series]] = defaultdict(list)
    for row in sorted(series, key=lambda row: row.start):
        for part in _parts(row, row.task.type, needs):
            if part.kind in _SPACED and len(row.task.days) > 1:
                rows[part.kind].append(row)
    found: dict[ServiceKind, Seconds] = {}
    for kind, visits in rows.items():
        apart = [
            after.start - before.start - before.seconds
            for before, after in zip(visits, visits[1:], strict=False)
        ]
        least = min([*apart, _LONGEST_GAP]) - 30 * MINUTE
        gap = least // (30 * MINUTE) * 30 * MINUTE
        if len(visits) > 1 and gap >= _SHORTEST_GAP:
            found[kind] = Seconds(gap)
    return found


def clock(seconds: int) -> time:
    """Return the wall-clock time of ``seconds`` from midnight."""
    return time(seconds // HOUR, seconds % HOUR // MINUTE, seconds % MINUTE)
