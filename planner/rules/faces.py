"""Faces: the different caregivers whom each client meets in some of the visits."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId, ClientId
from planner.model.visits import Seat, Visit
from planner.rules.encounters import is_meeting
from planner.rules.reading import placements
from planner.rules.terms import CountFaces

Counts = Callable[[Visit], bool]
"""Which meetings are counted."""


def count_faces(instance: Instance, cost: int, counts: Counts) -> Iterator[CountFaces]:
    """Count the faces of each client over the meetings that ``counts``, both seats."""
    seats: dict[ClientId, list[Seat]] = defaultdict(list)
    for seat in instance.seats:
        visit = instance.visits[seat.visit]
        if is_meeting(visit) and counts(visit):
            seats[visit.client].append(seat)
    for client, own in seats.items():
        yield CountFaces(client, tuple(own), cost)


def faces(
    instance: Instance, plan: Plan, counts: Counts
) -> dict[tuple[ClientId, CaregiverId], None]:
    """Return every pair of a client and a caregiver who meet, in the order of the plan."""
    met = (row for row in placements(instance, plan) if is_meeting(row.visit) and counts(row.visit))
    return dict.fromkeys((row.visit.client, row.caregiver) for row in met)
