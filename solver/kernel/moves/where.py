"""Where a task could go: candidate positions, fit with a shift, quick cost differences."""

import numpy as np

from solver.kernel.chance import below, draw, part
from solver.kernel.jit import inlined
from solver.kernel.layout import FORBIDDEN, IS_HERE, NONE, Memory

ALONG, IN_TIME = 3, 8
"""The last of sixteen that mean: along the own round; in time on another."""


@inlined
def fits(w: Memory, task: int, shift: int) -> bool:
    """Tell whether the shift may have the task, its partner's caregiver considered."""
    tally = w.tally[0]
    if w.choices[task * tally.shifts + shift].cost == FORBIDDEN:
        return False
    partner = w.nodes[task].partner
    if partner >= 0:
        other = w.nodes[partner].shift
        if other >= 0 and w.shifts[other].caregiver == w.shifts[shift].caregiver:
            return False
    return True


@inlined
def along_round(w: Memory, task: int, bits: np.uint64) -> int:
    """Return a node up to five steps before or four after the task in its own round."""
    nodes = w.nodes
    tasks = w.tally[0].tasks
    steps = 1 + part(bits, 16, 4)
    x = task
    if bits & np.uint64(16):
        while steps > 0 and nodes[x].succ < tasks:
            x = nodes[x].succ
            steps -= 1
        return int(x)
    steps += 1
    while steps > 0 and x < tasks:
        x = nodes[x].pred
        steps -= 1
    return int(x)


@inlined
def in_time(w: Memory, task: int, bits: np.uint64) -> int:
    """Return the node after which the task would start in its time on a random shift."""
    nodes = w.nodes
    tasks = w.tally[0].tasks
    shifts = w.tally[0].shifts
    moment = nodes[task].start
    if nodes[task].shift < 0 or bits & np.uint64(16):
        earliest = w.details[task].earliest
        moment = earliest + below(w, w.details[task].due - earliest + 1)
    x = tasks + w.choices[task * shifts + part(bits, 16, w.details[task].open_count)].open
    follower = nodes[x].succ
    while follower < tasks and nodes[follower].start < moment:
        x = follower
        follower = nodes[x].succ
    if x < tasks and part(bits, 32, 3) == 0:
        x = nodes[x].pred
    return int(x)


@inlined
def slot(w: Memory, task: int) -> int:
    """Return a promising node for the task to come after (it may be unplaced, or the task).

    Of sixteen times: once the start of a shift, three times along its own round, five times in
    its time on another round, seven times a granular neighbour.
    """
    bits = draw(w) >> np.uint64(8)
    sort = bits & np.uint64(15)
    detail = w.details[task]
    if sort == 0:
        tally = w.tally[0]
        place = task * tally.shifts + part(bits, 16, detail.open_count)
        return int(tally.tasks + w.choices[place].open)
    if sort <= ALONG and w.nodes[task].shift >= 0:
        return along_round(w, task, bits)
    if sort <= IN_TIME or detail.near_count == 0:
        return in_time(w, task, bits)
    reach = part(bits, 32, detail.near_count) + 1
    return int(w.near[task * w.tally[0].near_width + part(bits, 16, reach)])


@inlined
def bent(w: Memory, x: int) -> bool:
    """Tell whether travel after ``x`` depends on more than its two neighbours."""
    return bool(w.nodes[x].flags & IS_HERE)


@inlined
def pair_change(w: Memory, task: int, old: int, new: int) -> int:
    """Return how pair, unplaced and face cost change when the task changes shift."""
    if old == new:
        return 0
    width = w.tally[0].shifts
    detail = w.details[task]
    change = w.choices[task * width + new].cost - detail.unplaced
    if old >= 0:
        change = w.choices[task * width + new].cost - w.choices[task * width + old].cost
    if detail.face:
        came = w.shifts[new].caregiver
        left = w.shifts[old].caregiver if old >= 0 else NONE
        if came != left:
            if w.faces[detail.faces_at + came] == 0:
                change += detail.face
            if left >= 0 and w.faces[detail.faces_at + left] == 1:
                change -= detail.face
    return int(change)


@inlined
def seconds_without(w: Memory, task: int) -> int:
    """Return how travel changes when the task is taken out and its neighbours are joined."""
    nodes = w.nodes
    a = nodes[task].pred
    b = nodes[task].succ
    travel = w.travel
    return int(
        travel[nodes[a].row + nodes[b].at]
        - travel[nodes[a].row + nodes[task].at]
        - travel[nodes[task].row + nodes[b].at]
    )


@inlined
def seconds_between(w: Memory, a: int, task: int, b: int, shift: int) -> int:
    """Return how travel changes when the task comes between ``a`` and ``b`` on ``shift``."""
    nodes = w.nodes
    travel = w.travel
    return int(
        travel[nodes[a].row + nodes[task].at]
        + travel[w.shifts[shift].base + nodes[task].home + nodes[b].at]
        - travel[nodes[a].row + nodes[b].at]
    )
