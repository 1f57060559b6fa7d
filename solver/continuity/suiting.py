"""Who could be whose contact, and how well each suits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from planner.contacts.assignment import Why, Wish
from planner.model.clients import Client
from planner.model.staff import Caregiver, Role
from planner.model.units import CaregiverId, ClientId
from planner.rules.encounters import in_the_evening
from planner.score.continuity.encounters import DAY_CARE, EVENING_CARE, OTHER
from solver.continuity.ground import Ground, home_of
from solver.problem import HERE, Int32


@dataclass(frozen=True)
class Suit:
    """How a caregiver suits a client: visits not allowed, reached, their weight, and which."""

    lacking: int
    reached: int
    weight: int
    mask: Int32


def clients_with_visits(ground: Ground) -> tuple[Client, ...]:
    """Return the clients who have a visit that counts, in the order of the case."""
    return tuple(c for c in ground.instance.case.clients if c.id in ground.counted)


def may_be_contact(ground: Ground, client: Client, person: Caregiver) -> bool:
    """Tell whether ``person`` may be named for ``client``: an undersköterska on duty, not avoided.

    Of the groups that share the client; a floater is nobody's contact (L29), nor an hourly
    substitute.
    """
    groups = next(row for row in ground.communities if home_of(client) in row)
    return (
        person.role is Role.UNDERSKOTERSKA
        and not person.floater
        and not person.hourly
        and person.group in groups
        and person.id in ground.shifts_of
        and person.id not in client.preferences.avoid
    )


def suits_of(ground: Ground) -> Mapping[ClientId, Mapping[CaregiverId, Suit]]:
    """Return how everybody who may be a client's contact suits, by client."""
    return {
        client.id: {
            person.id: suit(ground, client, person.id)
            for person in ground.instance.case.caregivers
            if may_be_contact(ground, client, person)
        }
        for client in clients_with_visits(ground)
    }


def suit(ground: Ground, client: Client, person: CaregiverId) -> Suit:
    """Return how ``person``, who is on duty, suits ``client``."""
    tasks, shifts = ground.counted[client.id], ground.of_contact(person)
    able = ground.problem.allowed[np.ix_(tasks, shifts)].any(axis=1)
    mask = np.asarray(ground.reach.fits[np.ix_(tasks, shifts)].any(axis=1), np.int32)
    weights = weights_of(ground, tasks)
    return Suit(int((~able).sum()), int(mask.sum()), int((weights * mask).sum()), mask)


def weights_of(ground: Ground, tasks: Int32) -> Int32:
    """Return how much each visit weighs: personal care by day most (L19, L27)."""
    visits = [ground.instance.visits[ground.compiled.seats[task].visit] for task in tasks]
    care = [EVENING_CARE if in_the_evening(visit) else DAY_CARE for visit in visits]
    return np.array(
        [own if visit.personal_care else OTHER for visit, own in zip(visits, care, strict=True)],
        np.int32,
    )


def roads_between(ground: Ground, clients: Sequence[Client]) -> Int32:
    """Return the seconds between the homes of ``clients``, by the first travel mode, both ways."""
    draft = ground.instance.travel
    rows = [draft.row.get(client.place, HERE) for client in clients]
    travel = ground.problem.travel[0][np.ix_(rows, rows)]
    return np.asarray((travel + travel.T) // 2, np.int32)


def why_change(
    ground: Ground, client: Client, wish: Wish, suits: Mapping[CaregiverId, Suit]
) -> Why:
    """Return ``KEPT`` when the client's contact stays, else why not (L10, L32, L33)."""
    person = ground.instance.caregivers.get(client.contact) if client.contact else None
    if person is None:
        return Why.NEW if client.contact is None else Why.GONE
    reasons = {
        Why.WISH: client.id in wish.change,
        Why.ROLE: person.role is not Role.UNDERSKOTERSKA,
        Why.AVOIDED: person.id in client.preferences.avoid,
        Why.LEAVE: person.id not in ground.shifts_of,
        Why.SKILLS: _is_outdone(ground, client, person, suits),
        Why.FREE: wish.free,
    }
    return next((why for why, holds in reasons.items() if holds), Why.KEPT)


def _is_outdone(
    ground: Ground, client: Client, person: Caregiver, suits: Mapping[CaregiverId, Suit]
) -> bool:
    """Tell whether somebody else lacks skills and delegations for fewer of the visits."""
    if person.id not in ground.shifts_of:
        return False
    own = suits.get(person.id) or suit(ground, client, person.id)
    return min((row.lacking for row in suits.values()), default=own.lacking) < own.lacking
