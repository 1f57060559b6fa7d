"""How many different caregivers a client meets in 14 days, counted in two ways.

Lund counts everybody whom a client meets at a visit (L17, L21). The national measure in Kolada
counts for clients with at least two visits on each of the 14 days, 07:00-22:00, without alarm
calls, meal deliveries and health-care staff; who was away on a day of the period is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import time

from planner.calendar.clock import wall_time
from planner.model.staff import Caregiver, Role
from planner.model.units import CaregiverId, ClientId
from planner.score.continuity.encounters import DAYS, Encounter

KOLADA_VISITS = 2
"""Visits on each day that the national measure asks for."""

KOLADA_FROM, KOLADA_TO = time(7), time(22)
"""When a visit starts that the national measure counts; the end does not."""


def lund_faces(met: Iterable[Encounter]) -> Mapping[ClientId, int]:
    """Return the different caregivers of every client who meets somebody; both seats are met."""
    faces: dict[ClientId, set[CaregiverId]] = defaultdict(set)
    for row in met:
        faces[row.client].add(row.caregiver)
    return {client: len(people) for client, people in faces.items()}


def kolada_faces(
    met: Iterable[Encounter], people: Mapping[CaregiverId, Caregiver]
) -> Mapping[ClientId, int]:
    """Return the different caregivers of every client whom the national measure holds.

    Empty when the rows span fewer than 14 days. Clients count as 65 or older: a case does not tell.
    """
    rows = [row for row in met if _counts(row, people)]
    visits = Counter((row.client, row.day) for row in rows if row.seat == 1)
    full = Counter(client for (client, _), count in visits.items() if count >= KOLADA_VISITS)
    held = {client for client, days in full.items() if days >= DAYS}
    return lund_faces(row for row in rows if row.client in held)


def _counts(row: Encounter, people: Mapping[CaregiverId, Caregiver]) -> bool:
    person = people.get(row.caregiver)
    nurse = person is not None and person.role is Role.NURSE
    return not nurse and KOLADA_FROM <= wall_time(row.start) < KOLADA_TO
