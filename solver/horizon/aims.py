"""What continuity a horizon aims at, in terms of the dense problem's seats and shifts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from math import ceil

import numpy as np

from planner.model.instance import Instance
from planner.model.units import ClientId
from planner.score.continuity.encounters import DAYS, Encounter, earlier
from planner.score.continuity.limits import Limits
from solver.continuity.ground import Ground, ground_of
from solver.problem import Int32

GUIDE, OF_POSSIBLE = Fraction(1, 4), Fraction(85, 100)
"""As in ``planner.score.continuity``; fractions, so that a goal of whole visits is exact."""

FACES = Fraction(5, 4)
"""How many caregivers a client may meet, over the fewest who can do all visits."""


@dataclass(frozen=True)
class Aim:
    """What one client should get: ``visits`` of ``counted`` by the contact, ``faces`` at most.

    ``contact`` are the shifts of the contact. ``counted`` are seats, ``reachable`` those of them
    that the contact's shifts reach. ``meetings`` are both seats of all visits. ``known`` is
    whom the client has met how often in the days before that count with the horizon, by numbers of
    caregivers, ``gone`` how many others without a shift in it: none of them is a new face.
    """

    client: ClientId
    contact: Int32
    counted: Int32
    reachable: Int32
    visits: int
    meetings: Int32
    faces: int
    known: Mapping[int, int]
    gone: int


def aims_of(instance: Instance, limits: Limits) -> tuple[Aim, ...]:
    """Return the aims of every client with a visit that counts."""
    ground = ground_of(instance)
    past = _past(instance)
    return tuple(
        _aim(ground, client, limits, past.get(client, ()))
        for client in ground.counted
        if client in limits.clients
    )


def _past(instance: Instance) -> Mapping[ClientId, list[Encounter]]:
    """Return the meetings before the horizon in the 14 days that end with it."""
    horizon = instance.case.horizon
    begin = horizon.first + timedelta(days=horizon.days - DAYS)
    found: dict[ClientId, list[Encounter]] = {}
    for row in earlier(instance.case.history, horizon.first):
        if row.day >= begin:
            found.setdefault(row.client, []).append(row)
    return found


def _aim(ground: Ground, client: ClientId, limits: Limits, past: Sequence[Encounter]) -> Aim:
    tasks = ground.counted[client]
    person = ground.instance.clients[client].contact
    shifts = ground.of_contact(person)
    reachable = tasks[ground.reach.fits[np.ix_(tasks, shifts)].any(axis=1)]
    seen = [row for row in past if row.seat == 1 and not row.guest]
    done = sum(row.caregiver == person for row in seen)
    wanted = min(GUIDE * (len(tasks) + len(seen)) - done, OF_POSSIBLE * len(reachable))
    met, gone = _met(ground, past)
    fewest = limits.clients[client].caregivers
    return Aim(
        client=client,
        contact=shifts,
        counted=tasks,
        reachable=reachable,
        visits=max(0, ceil(wanted)),
        meetings=ground.meetings[client],
        faces=max(fewest, int(FACES * fewest), len(met) + gone),
        known=met,
        gone=gone,
    )


def _met(ground: Ground, past: Sequence[Encounter]) -> tuple[Mapping[int, int], int]:
    """Return how often each numbered caregiver came in the days before, and how many have left."""
    people = Counter(row.caregiver for row in past)
    numbers = {
        person: int(ground.problem.caregiver[ground.shifts_of[person][0]])
        for person in people
        if person in ground.shifts_of
    }
    known = {number: people[person] for person, number in numbers.items()}
    return known, len(people) - len(numbers)
