"""Faces: the different caregivers whom each client meets, by day and in the evening apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta

from planner.calendar.clock import day_of, instant, wall_time
from planner.calendar.demand import EVENING
from planner.model.history import PastVisit
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId, ClientId
from planner.model.visits import Seat, Visit
from planner.rules.encounters import CONTINUITY_DAYS, MEETINGS, in_the_evening, is_meeting
from planner.rules.reading import placements
from planner.rules.terms import CountFaces

Pair = tuple[ClientId, CaregiverId]
"""Two who meet."""


def count_faces(instance: Instance, cost: int, *, evening: bool) -> Iterator[CountFaces]:
    """Count the faces of each client over the meetings by day or in the evening, both seats."""
    seats: dict[ClientId, list[Seat]] = defaultdict(list)
    for seat in instance.seats:
        visit = instance.visits[seat.visit]
        if _counts(visit, evening=evening):
            seats[visit.client].append(seat)
    known = known_faces(instance, evening=evening)
    for client, own in seats.items():
        yield CountFaces(client, tuple(own), cost, known.get(client, frozenset()))


def faces(instance: Instance, plan: Plan, *, evening: bool) -> dict[Pair, None]:
    """Return every pair of a client and a caregiver new to each other, in the order of the plan."""
    known = known_faces(instance, evening=evening)
    met = (row for row in placements(instance, plan) if _counts(row.visit, evening=evening))
    return dict.fromkeys(
        (row.visit.client, row.caregiver)
        for row in met
        if row.caregiver not in known.get(row.visit.client, frozenset())
    )


def known_faces(instance: Instance, *, evening: bool) -> Mapping[ClientId, frozenset[CaregiverId]]:
    """Return whom each client met before the horizon, in the 14 days that end with its last day.

    Guests of a visit to the household met its caregiver too. None for a horizon of 14 days.
    """
    horizon = instance.case.horizon
    begin = horizon.first + timedelta(days=horizon.days - CONTINUITY_DAYS)
    met: dict[ClientId, set[CaregiverId]] = defaultdict(set)
    for row in instance.case.history:
        day = day_of(instant(row.start))
        if begin <= day < horizon.first and row.kind in MEETINGS and _late(row) == evening:
            met[row.client].add(row.caregiver)
    return {client: frozenset(people) for client, people in met.items()}


def _counts(visit: Visit, *, evening: bool) -> bool:
    return is_meeting(visit) and in_the_evening(visit) == evening


def _late(row: PastVisit) -> bool:
    return wall_time(instant(row.start)) >= EVENING
