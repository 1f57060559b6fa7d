"""2-opt (Croes, 1958) within a round: a stretch of tasks in a row is gone through backwards.

The stretch is chosen so that a granular neighbour of the task comes before it, directly where it
came earlier already. Travel need not be alike both ways, and a task that happens HERE changes where
the next leg begins: the stretch is walked through for its true change of travel before all else.
"""

import numpy as np

from solver.kernel.chance import draw, part
from solver.kernel.jit import inlined, merged
from solver.kernel.layout import IS_HERE, NONE, Memory
from solver.kernel.moves.foresee import arrival, charge_at, delay, reach, relief, together
from solver.kernel.moves.notes import put, take
from solver.kernel.worst import lateness

LONGEST = 12
"""Tasks that change order at most: windows let longer stretches hardly ever turn."""

LOOKS = 8
"""Neighbours looked at for one in the same round."""


@inlined
def companion(w: Memory, task: int, dice: int) -> int:
    """Return a neighbour in the task's own round, not directly before it, or NONE.

    ``dice`` (at least 0) says with which of the neighbours the look begins.
    """
    nodes = w.nodes
    count = w.details[task].near_count
    place = task * w.tally[0].near_width
    shift = nodes[task].shift
    i = dice
    for _ in range(min(LOOKS, count)):
        x = w.near[place + i]
        if nodes[x].shift == shift and nodes[task].pred != x:
            return int(x)
        i += 1
        if i == count:
            i = 0
    return NONE


@inlined
def onwards(w: Memory, x: int, last: int) -> int:
    """Return the steps from ``x`` on to ``last`` in its round, 0 when there are too many."""
    steps = 0
    while x != last:
        x = w.nodes[x].succ
        steps += 1
        if x >= w.tally[0].tasks or steps == LONGEST:
            return 0
    return steps


@inlined
def reversed_seconds(w: Memory, first: int, last: int) -> int:
    """Return how travel changes when the tasks from ``first`` to ``last`` are done backwards."""
    nodes = w.nodes
    travel = w.travel
    a = nodes[first].pred
    b = nodes[last].succ
    base = w.shifts[nodes[a].shift].base
    row = nodes[a].row
    seconds = 0
    y = last
    while y != a:
        x = nodes[y].pred
        seconds += travel[row + nodes[y].at] - travel[nodes[x].row + nodes[y].at]
        if not nodes[y].flags & IS_HERE:
            row = base + nodes[y].home
        y = x
    while nodes[b].flags & IS_HERE:
        b = nodes[b].succ
    return int(seconds + travel[row + nodes[b].at] - travel[nodes[last].row + nodes[b].at])


@inlined
def reversed_starts(w: Memory, first: int, last: int, most: int) -> int:
    """Return what starts cost more, at least, when the tasks are done backwards.

    Partners are considered; the look ends as soon as the cost exceeds ``most``.
    """
    nodes = w.nodes
    a = nodes[first].pred
    b = nodes[last].succ
    base = w.shifts[nodes[a].shift].base
    moment = int(nodes[a].start)
    row = nodes[a].row
    before = a
    y = last
    cost = 0
    while y != a and cost <= most:
        moment = max(int(nodes[y].floor), arrival(w, before, moment, row, y))
        other = nodes[y].partner
        if other >= 0 and nodes[other].shift >= 0:
            theirs = reach(w, nodes[other].pred, other)
            cost += delay(w, other, together(w, other, theirs, moment), NONE, most - cost)
            moment = together(w, y, moment, theirs)
        cost += charge_at(w, y, moment) - charge_at(w, y, nodes[y].start)
        if not nodes[y].flags & IS_HERE:
            row = base + nodes[y].home
        before = y
        y = nodes[y].pred
    if cost <= most:
        moment = arrival(w, before, moment, row, b)
        if moment < nodes[b].start:
            cost -= relief(w, b)
        else:
            cost += delay(w, b, moment, NONE, most - cost)
    return int(cost)


@inlined
def freed(w: Memory, first: int, last: int) -> int:
    """Return what would be saved at most if partners of the stretch need wait no longer."""
    nodes = w.nodes
    tally = w.tally[0]
    saved = 0
    peak = 0
    if tally.soft > 0 or tally.late > 0:
        y = first
        while y != nodes[last].succ:
            peak = max(peak, lateness(w, y))
            other = nodes[y].partner
            if other >= 0 and nodes[other].shift >= 0:
                saved += charge_at(w, other, nodes[other].start)
                peak = max(peak, lateness(w, other))
            y = nodes[y].succ
    if peak >= tally.worst:
        saved += tally.worst_cost * tally.worst
    return int(saved)


@merged
def promising_reversal(w: Memory, first: int, last: int, change: int, room: int) -> bool:
    """Tell whether the reversal may cost at most ``room``, by a look."""
    cost = change + reversed_starts(w, first, last, room - change)
    return cost <= room or cost - freed(w, first, last) <= room


@merged
def reverse(w: Memory, task: int, slack: int, room: int) -> bool:
    """Propose a stretch backwards after which a neighbour comes before the task.

    Of a neighbour ``x`` earlier in the round what lies between comes in reverse, with the task or
    with ``x``: either way the task then follows ``x``. Of a later one all from the task to it.
    """
    nodes = w.nodes
    bits = draw(w)
    if w.details[task].near_count == 0:
        return False
    x = companion(w, task, part(bits, 0, w.details[task].near_count))
    if x < 0:
        return False
    first = task
    last = x
    if nodes[x].start < nodes[task].start:
        first = x
        last = nodes[task].pred
        if bits & np.uint64(1 << 32):
            first = nodes[x].succ
            last = task
    if onwards(w, first, last) == 0:
        return False
    change = w.tally[0].travel_cost * reversed_seconds(w, first, last)
    if change > slack or not promising_reversal(w, first, last, change, room):
        return False
    before = nodes[first].pred
    after = before
    y = last
    while y != before:
        take(w, y)
        put(w, y, after)
        after = y
        y = nodes[y].pred
    return True
