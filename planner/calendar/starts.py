"""When an order begins at the latest: dated deadlines of urgent starts and of discharges.

The windows of visits are cut to them, so that a plan keeps them like any window.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time, timedelta

from planner.calendar.clock import day_of, day_start, instant, wall_time
from planner.calendar.errands import Errand
from planner.calendar.windows import meet
from planner.calendar.working_days import WORKING_DAYS
from planner.model.case import Case
from planner.model.orders import Order, OrderStart
from planner.model.units import Instant, OrderId, VisitId
from planner.model.visits import Span, Visit

AT_ONCE = 2 * 3600
"""How soon an acute order begins (U07 says at once), seconds; a reading, as the text has none."""

DAY_AND_NIGHT = 24 * 3600
"""How soon any other order begins (U06, B17), seconds."""

SAME_DAY_BEFORE = time(11)
"""A hospital that calls earlier, on a working day, has the start on the same day (B16)."""

_DAY = timedelta(days=1)


def start_by(order: Order) -> Instant | None:
    """Return when the first visit of ``order`` starts at the latest; ``None`` without a deadline.

    An ordinary order that starts on a later day has none.
    """
    if order.received is None:
        return None
    received = instant(order.received)
    match order.begins:
        case OrderStart.ACUTE:
            return Instant(received + AT_ONCE)
        case OrderStart.DISCHARGE:
            return _discharged(received)
        case OrderStart.DISCHARGE_MORE:
            return _on_working_days(received)
        case OrderStart.ORDINARY:
            due = Instant(received + DAY_AND_NIGHT)
            return due if order.start <= day_of(due) else None


def first_visits(
    case: Case, visits: Sequence[Visit], services: Mapping[VisitId, Sequence[Errand]]
) -> Iterator[tuple[Order, Visit | None]]:
    """Yield each order with a deadline that begins in the horizon, with its first visit."""
    own: dict[OrderId, list[Visit]] = defaultdict(list)
    for visit in visits:
        for name in {errand.order.id for errand in services.get(visit.id, ())}:
            own[name].append(visit)
    for order in case.orders:
        if start_by(order) is not None and order.start >= case.horizon.first:
            rows = sorted(own[order.id], key=lambda row: (row.window.earliest, row.id))
            yield order, rows[0] if rows else None


def begun(
    case: Case, visits: Sequence[Visit], services: Mapping[VisitId, Sequence[Errand]]
) -> list[Visit]:
    """Return ``visits`` with the deadlines of their orders in their windows.

    None starts before its order was received, and the first one of an order starts by the
    deadline. A deadline that its window cannot keep leaves the window as it is: the input
    checks tell.
    """
    known = [row for visit in visits if (row := _received(visit, services.get(visit.id, ())))]
    due: dict[VisitId, Instant] = {}
    for order, visit in first_visits(case, known, services):
        latest = start_by(order)
        if visit is not None and latest is not None and latest >= visit.window.earliest:
            due[visit.id] = min(latest, due.get(visit.id, latest))
    return [_within(row, Span(row.window.earliest, due.get(row.id, FAR))) for row in known]


FAR = Instant(1 << 60)
"""A moment after all others."""


def _received(visit: Visit, errands: Sequence[Errand]) -> Visit | None:
    """Return ``visit`` from when its first order was received; ``None`` where that is too late."""
    if not errands or any(errand.order.received is None for errand in errands):
        return visit
    known = min(instant(e.order.received) for e in errands if e.order.received is not None)
    return _within(visit, Span(known, FAR)) if known <= visit.window.latest else None


def _within(visit: Visit, span: Span) -> Visit:
    window = meet([visit.window, span]) or visit.window
    if window == visit.window:
        return visit
    wish = visit.preferred and meet([visit.preferred, window])
    return replace(visit, window=window, preferred=wish)


def _discharged(received: Instant) -> Instant:
    """Return the end of the same day, or of the day after a late call (B16)."""
    day = day_of(received)
    early = WORKING_DAYS.is_working_day(day) and wall_time(received) < SAME_DAY_BEFORE
    return Instant(day_start(day + (_DAY if early else 2 * _DAY)) - 1)


def _on_working_days(received: Instant) -> Instant:
    """Return when 24 hours of working days are over (B17)."""
    left, now = DAY_AND_NIGHT, received
    while True:
        midnight = day_start(day_of(now) + _DAY)
        if WORKING_DAYS.is_working_day(day_of(now)):
            if now + left <= midnight:
                return Instant(now + left)
            left -= midnight - now
        now = midnight
