"""Finds the limits of continuity; implements ``planner.ports.LimitFinder``."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.model.clients import Client
from planner.model.instance import Instance
from planner.model.units import CaregiverId, ClientId, GroupId
from planner.score.continuity.limits import ClientLimits, GroupLimits, Limits
from solver.continuity.cover import fewest
from solver.continuity.fullest import most_in_shift
from solver.continuity.ground import Ground, ground_of, home_of
from solver.continuity.joint import Day, most_on
from solver.continuity.otherwise import most_otherwise, own_tasks, shift_days


@dataclass(frozen=True, slots=True)
class ContinuityLimits:
    """Asks roster and skills alone: no plan, no prices, no pins."""

    def find(self, instance: Instance) -> Limits:
        """Return the limits of every client and group of ``instance``.

        Raises ``CompileError`` where the rules make no problem of the instance.
        """
        ground = ground_of(instance)
        clients = (client for client in instance.case.clients if client.id in ground.meetings)
        return Limits(
            clients={client.id: _client(ground, client) for client in clients},
            groups=_groups(ground),
        )


def _client(ground: Ground, client: Client) -> ClientLimits:
    tasks = ground.counted.get(client.id, np.zeros(0, np.int32))
    shifts = ground.of_contact(client.contact)
    reached = ground.reach.fits[np.ix_(tasks, shifts)].any(axis=1)
    other = 0 if client.contact is None else most_otherwise(ground, client.contact, tasks)
    return ClientLimits(
        client=client.id,
        contact=client.contact,
        visits=len(tasks),
        by_contact=int(reached.sum()),
        other_roster=max(other, int(reached.sum())),
        caregivers=_fewest(ground, client.id),
    )


def _fewest(ground: Ground, client: ClientId) -> int:
    people = ground.problem.caregiver
    needs: dict[str, tuple[frozenset[int], int]] = {}
    for task in ground.meetings[client]:
        visit = ground.compiled.seats[task].visit
        able = frozenset(int(person) for person in people[ground.reach.fits[task] == 1])
        known, count = needs.get(visit, (frozenset[int](), 0))
        needs[visit] = known | able, count + 1
    return fewest(list(needs.values()))


def _groups(ground: Ground) -> tuple[GroupLimits, ...]:
    most = _most_by_shift(ground)
    return tuple(
        row for groups in ground.communities if (row := _group(ground, groups, most)).visits
    )


def _most_by_shift(ground: Ground) -> Mapping[int, int]:
    """Return how many visits of the own clients each contact's shift can hold."""
    return {
        int(shift): most_in_shift(ground.problem, ground.reach, int(shift), tasks.tolist())
        for person, tasks in own_tasks(ground).items()
        for shift in ground.of_contact(person)
    }


def _group(
    ground: Ground,
    groups: frozenset[GroupId | None],
    most: Mapping[int, int],
) -> GroupLimits:
    own = _own(ground, groups)
    people = sorted({person for person, _ in own})
    return GroupLimits(
        groups=tuple(sorted(group for group in groups if group is not None)),
        visits=len(own),
        by_contact=sum(most_on(day) for day in _days(ground, groups, own, most)),
        other_roster=sum(
            most_otherwise(ground, person, np.array([t for p, t in own if p == person], np.int32))
            for person in people
        ),
    )


def _own(ground: Ground, groups: frozenset[GroupId | None]) -> list[tuple[CaregiverId, int]]:
    """Return contact and seat of each counted visit of the groups' clients."""
    return [
        (client.contact, int(task))
        for client in ground.instance.case.clients
        if client.contact is not None and home_of(client) in groups
        for task in ground.counted.get(client.id, ())
    ]


def _days(
    ground: Ground,
    groups: frozenset[GroupId | None],
    own: list[tuple[CaregiverId, int]],
    most: Mapping[int, int],
) -> list[Day]:
    """Return the days of a group: its visits, and the shifts of its staff and of the contacts."""
    instance, days = ground.instance, shift_days(ground)
    contacts = {person for person, _ in own}
    shifts = [
        (days[number], number)
        for number, shift in enumerate(instance.shifts.values())
        if instance.caregivers[shift.caregiver].group in groups or shift.caregiver in contacts
    ]
    homes = {client.id for client in instance.case.clients if home_of(client) in groups}
    tasks = [
        (visit.day.toordinal(), task)
        for task, seat in enumerate(ground.compiled.seats)
        if (visit := instance.visits[seat.visit]).client in homes
    ]
    pairs = frozenset((task, int(s)) for person, task in own for s in ground.of_contact(person))
    return [
        Day(
            problem=ground.problem,
            reach=ground.reach,
            tasks=[task for own_day, task in tasks if own_day == day],
            shifts=[shift for own_day, shift in shifts if own_day == day],
            own=pairs,
            most={s: most[s] for own_day, s in shifts if own_day == day and s in most},
        )
        for day in sorted({own_day for own_day, _ in tasks})
    ]
