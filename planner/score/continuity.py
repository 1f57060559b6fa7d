"""Continuity: the share of visits by the care contact, and how many faces a client meets."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId, ClientId
from planner.rules.encounters import is_meeting
from planner.rules.reading import Placement, placements


@dataclass(frozen=True, slots=True)
class Continuity:
    """Shares in [0, 1]; ``None`` where no visit counts. See ``Kpis`` for what counts."""

    contact_share: float | None
    personal_contact_share: float | None
    worst_contact_share: float | None
    worst_contact_client: ClientId | None
    mean_caregivers: float


def continuity_of(instance: Instance, plan: Plan) -> Continuity:
    """Return the continuity of ``plan`` (L17-L19, L21).

    Counted are placed visits but phone visits and meal boxes; a double-staffed visit counts once
    in the contact share, for seat 1, and both its caregivers are faces.
    """
    met = [row for row in placements(instance, plan) if is_meeting(row.visit)]
    own: dict[ClientId, list[Placement]] = defaultdict(list)
    for row in met:
        if row.seat.number == 1 and instance.clients[row.visit.client].contact is not None:
            own[row.visit.client].append(row)
    shares = {client: _share(instance, rows) for client, rows in own.items()}
    ranked = sorted((share, client) for client, share in shares.items() if share is not None)
    worst = ranked[0] if ranked else (None, None)
    counted = [row for rows in own.values() for row in rows]
    return Continuity(
        contact_share=_share(instance, counted),
        personal_contact_share=_share(instance, [r for r in counted if r.visit.personal_care]),
        worst_contact_share=worst[0],
        worst_contact_client=worst[1],
        mean_caregivers=_mean_faces(met),
    )


def _share(instance: Instance, rows: Sequence[Placement]) -> float | None:
    if not rows:
        return None
    by_contact = [row.caregiver == instance.clients[row.visit.client].contact for row in rows]
    return sum(by_contact) / len(rows)


def _mean_faces(met: Iterable[Placement]) -> float:
    faces: dict[ClientId, set[CaregiverId]] = defaultdict(set)
    for row in met:
        faces[row.visit.client].add(row.caregiver)
    return fmean(len(people) for people in faces.values()) if faces else 0.0
