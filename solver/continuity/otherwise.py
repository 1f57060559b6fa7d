"""What another roster would allow: the contact's shifts on other days, or as other shifts."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from planner.model.units import CaregiverId, GroupId
from solver.continuity.ground import Ground
from solver.continuity.reach import starts_in
from solver.problem import Int32


def shift_days(ground: Ground) -> tuple[int, ...]:
    """Return the ordinal of the day of each shift."""
    return tuple(shift.day.toordinal() for shift in ground.instance.shifts.values())


def neighbours(ground: Ground, person: CaregiverId) -> tuple[int, ...]:
    """Return the shifts of the roster that ``person`` might have had: those of the own groups."""
    groups = _groups_of(ground, person)
    staff = ground.instance.caregivers
    return tuple(
        number
        for number, shift in enumerate(ground.instance.shifts.values())
        if staff[shift.caregiver].group in groups
    )


def as_if(ground: Ground, person: CaregiverId, tasks: Int32) -> Mapping[int, Int32]:
    """Return which of ``tasks`` ``person`` would reach in each shift of the own groups.

    The shift keeps its hours, breaks, duties and travel mode. Empty for who has no shift at all.
    """
    own = ground.of_contact(person)
    able = tasks[ground.problem.allowed[np.ix_(tasks, own)].any(axis=1)]
    found = {}
    for shift in neighbours(ground, person) if len(own) else ():
        first, last = starts_in(ground.problem, shift, able)
        found[shift] = able[first <= last]
    return found


def most_otherwise(ground: Ground, person: CaregiverId, tasks: Int32) -> int:
    """Return the most of ``tasks`` that as many shifts as now, one a day at most, could hold.

    Each shift holds at most as many as its hours are long, the shortest first; roads aside.
    """
    best: dict[int, int] = defaultdict(int)
    days, problem = shift_days(ground), ground.problem
    for shift, fit in as_if(ground, person, tasks).items():
        hours = problem.shift_end[shift] - problem.shift_start[shift]
        count = int((np.cumsum(np.sort(problem.duration[fit])) <= hours).sum())
        best[days[shift]] = max(best[days[shift]], count)
    shifts = len(ground.of_contact(person))
    return min(len(tasks), sum(sorted(best.values(), reverse=True)[:shifts]))


def _groups_of(ground: Ground, person: CaregiverId) -> frozenset[GroupId | None]:
    own = ground.instance.caregivers[person].group
    return next((row for row in ground.communities if own in row), frozenset({own}))


def own_tasks(ground: Ground) -> Mapping[CaregiverId, Int32]:
    """Return the counted seats of the clients of each contact."""
    found: dict[CaregiverId, list[int]] = defaultdict(list)
    for client in ground.instance.case.clients:
        if client.contact is not None:
            found[client.contact] += [int(task) for task in ground.counted.get(client.id, ())]
    return {person: np.array(tasks, np.int32) for person, tasks in found.items()}
