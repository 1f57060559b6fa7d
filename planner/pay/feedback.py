"""Planned time for the compensation system: by client, service and day (part of publishing).

What was handed over is never overwritten: a change is a new row with the reason, and a visit that
falls out is a row with no time.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.model.units import ClientId, Seconds, ServiceId
from planner.pay.model.kinds import Role
from planner.pay.model.visits import PlannedVisit
from planner.pay.steps.days import day_of
from planner.pay.steps.overlap import length

TimeKey = tuple[ClientId, ServiceId, date]
"""Whose planned time, with which service, on which day."""


@dataclass(frozen=True, slots=True, order=True)
class TimeRow:
    """Planned ``seconds`` of a service for a client on a day; ``staff``: of all caregivers."""

    client: ClientId
    service: ServiceId
    day: date
    seconds: Seconds
    staff: Seconds

    @property
    def key(self) -> TimeKey:
        """What this row is about."""
        return self.client, self.service, self.day


def time_rows(planned: Iterable[PlannedVisit]) -> tuple[TimeRow, ...]:
    """Return the planned time of ``planned``, sorted.

    A second caregiver who registers no service counts as staff time of the visit's first one.
    """
    seconds: dict[TimeKey, int] = defaultdict(int)
    staff: dict[TimeKey, int] = defaultdict(int)
    for visit in planned:
        day, whole = day_of(visit.start), length(visit)
        times = visit.times or (whole, *(Seconds(0) for _ in visit.services[1:]))
        for service, time in zip(visit.services, times, strict=True):
            key = (visit.client, service, day)
            staff[key] += time
            if visit.role is Role.MAIN:
                seconds[key] += time
    return tuple(
        TimeRow(*key, Seconds(seconds.get(key, 0)), Seconds(staff[key])) for key in sorted(staff)
    )


def changed(rows: Iterable[TimeRow], handed_over: Iterable[TimeRow]) -> tuple[TimeRow, ...]:
    """Return what is new in ``rows`` since ``handed_over`` (its last row of each key).

    What was handed over for a day of ``rows`` and is not planned any more comes with no time.
    """
    now = {row.key: row for row in rows}
    days = {row.day for row in now.values()}
    before = {row.key: row for row in handed_over}
    fresh = [row for key, row in now.items() if before.get(key) != row]
    gone = [
        TimeRow(*key, Seconds(0), Seconds(0))
        for key, row in before.items()
        if key not in now and row.day in days and (row.seconds or row.staff)
    ]
    return tuple(sorted([*fresh, *gone]))
