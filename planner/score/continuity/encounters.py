"""Encounters: every meeting of a client and a caregiver, performed, published or planned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planner.calendar.clock import day_of, instant, wall_time
from planner.calendar.demand import EVENING
from planner.model.history import PastVisit
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId, ClientId, Instant, Seconds
from planner.rules.encounters import CONTINUITY_DAYS, MEETINGS, is_meeting
from planner.rules.reading import placements

DAYS = CONTINUITY_DAYS
"""How many days continuity is measured over (L17, and the national measure)."""

DAY_CARE, EVENING_CARE, OTHER = 3, 2, 1
"""What a visit weighs: personal care by day, personal care from 15:00, anything else.

The order is L19's and L27's, the numbers are ours.
"""


@dataclass(frozen=True, slots=True)
class Encounter:
    """One caregiver's part of a visit; ``seat`` 2 is the second of a double staffing.

    A ``guest`` meets the caregiver too, at a visit that counts for another of the household.
    """

    client: ClientId
    caregiver: CaregiverId
    day: date
    start: Instant
    seconds: Seconds
    seat: int
    personal_care: bool
    guest: bool = False

    @property
    def weight(self) -> int:
        """How much it weighs in the weighted contact share."""
        if not self.personal_care:
            return OTHER
        return DAY_CARE if wall_time(self.start) < EVENING else EVENING_CARE


def planned(instance: Instance, plan: Plan) -> Iterator[Encounter]:
    """Yield the meetings of ``plan``: no phone visits, no meal boxes, no alarms."""
    for row in placements(instance, plan):
        for client in row.visit.clients if is_meeting(row.visit) else ():
            yield Encounter(
                client=client,
                caregiver=row.caregiver,
                day=row.visit.day,
                start=row.start,
                seconds=Seconds(row.end - row.start),
                seat=row.seat.number,
                personal_care=row.visit.personal_care,
                guest=client != row.visit.client,
            )


def earlier(rows: Iterable[PastVisit], before: date) -> Iterator[Encounter]:
    """Yield the meetings among ``rows`` on days before ``before``, by the Swedish clock."""
    for row in rows:
        day = day_of(instant(row.start))
        if row.kind in MEETINGS and day < before:
            yield Encounter(
                client=row.client,
                caregiver=row.caregiver,
                day=day,
                start=instant(row.start),
                seconds=row.duration,
                seat=row.seat,
                personal_care=row.personal_care,
                guest=row.guest,
            )


def rolling(instance: Instance, plan: Plan, last: date | None = None) -> tuple[Encounter, ...]:
    """Return the meetings of the 14 days that end with ``last``, by default the horizon's last day.

    Days before the horizon come from the case's history, the others from ``plan``.
    """
    horizon = instance.case.horizon
    end = last or horizon.first + timedelta(days=horizon.days - 1)
    begin = end - timedelta(days=DAYS - 1)
    rows = (*earlier(instance.case.history, horizon.first), *planned(instance, plan))
    known = instance.clients
    return tuple(row for row in rows if begin <= row.day <= end and row.client in known)
