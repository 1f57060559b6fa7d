"""Exchange the ends of two rounds, or the parts of them up to a task that may not move.

A break stands in nearly every round and may not leave it; exchanging whole tails would then
be possible only after the last break. Each part therefore ends before the first task that the
other shift may not have (2-opt* of Potvin and Rousseau, 1995, made to stop).
"""

from solver.kernel.jit import inlined, merged
from solver.kernel.layout import IS_HERE, Memory
from solver.kernel.moves.fair import counted_part, unburden
from solver.kernel.moves.foresee import arrival, delay, relief
from solver.kernel.moves.where import bent, fits, slot
from solver.kernel.steps import cut, hand, leg, link, overloaded, push, settle


@inlined
def part_end(w: Memory, x: int, shift: int) -> int:
    """Return the first node from ``x`` on that ``shift`` may not have, or the round's end."""
    tasks = w.tally[0].tasks
    while x < tasks and fits(w, x, shift):
        x = w.nodes[x].succ
    return x


@inlined
def part_change(w: Memory, x: int, end: int, shift: int) -> int:
    """Return how much pair cost changes when [x, end) goes to ``shift``, faces at their best."""
    width = w.tally[0].shifts
    old = w.nodes[x].shift
    change = 0
    while x != end:
        change += (
            w.choices[x * width + shift].cost - w.choices[x * width + old].cost - w.details[x].face
        )
        x = w.nodes[x].succ
    return change


@inlined
def cut_part(w: Memory, x: int, end: int) -> None:
    """Take the travel inside [x, end) and into ``end`` out of the cost."""
    while x != end:
        cut(w, x, w.nodes[x].succ)
        x = w.nodes[x].succ


@inlined
def hand_part(w: Memory, before: int, x: int, end: int, shift: int) -> int:
    """Hand [x, end) over to ``shift`` after ``before``; return its last node.

    A task that happens HERE may keep its start and yet be left from elsewhere: then who comes after
    it is looked at too.
    """
    nodes = w.nodes
    base = w.shifts[shift].base
    other_mode = w.shifts[nodes[x].shift].base != base
    last = before
    while x != end:
        row = base + nodes[x].home
        if nodes[x].flags & IS_HERE:
            row = nodes[last].row
            if row != nodes[x].row:
                push(w, nodes[x].succ)
        hand(w, x, shift, row)
        if last != before:
            w.tally[0].hard += w.tally[0].travel_cost * leg(w, last, x)
        if other_mode:
            push(w, x)
        last = x
        x = nodes[x].succ
    return last


@merged
def seams(w: Memory, x: int, task: int, task_end: int, b_end: int) -> int:
    """Return the change of travel where the parts meet, modes alike and no task HERE."""
    nodes = w.nodes
    travel = w.travel
    a = nodes[task].pred
    b = nodes[x].succ
    last = nodes[task_end].pred
    seconds = (
        travel[nodes[x].row + nodes[task].at]
        + travel[nodes[last].row + nodes[b_end].at]
        - travel[nodes[a].row + nodes[task].at]
        - travel[nodes[last].row + nodes[task_end].at]
        - travel[nodes[x].row + nodes[b].at]
    )
    if b == b_end:
        return int(seconds + travel[nodes[a].row + nodes[task_end].at])
    end = nodes[b_end].pred
    return int(
        seconds
        + travel[nodes[a].row + nodes[b].at]
        + travel[nodes[end].row + nodes[task_end].at]
        - travel[nodes[end].row + nodes[b_end].at]
    )


@inlined
def rejoin(w: Memory, a: int, x: int, stop: int, room: int) -> int:
    """Return what starts of [x, stop) cost more, at least, when ``x`` comes after ``a``."""
    if x == stop:
        return 0
    moment = arrival(w, a, w.nodes[a].start, w.nodes[a].row, x)
    if moment >= w.nodes[x].start:
        return delay(w, x, moment, stop, room)
    return -relief(w, x)


@merged
def promising_exchange(w: Memory, x: int, task: int, task_end: int, b_end: int, room: int) -> bool:  # noqa: PLR0913, PLR0917 (inlined)
    """Tell whether the parts may change places at a cost of at most ``room``, by a look."""
    nodes = w.nodes
    cost = rejoin(w, x, task, task_end, room)
    cost += rejoin(w, nodes[task].pred, nodes[x].succ, b_end, room - cost)
    return cost <= room


@merged
def too_dear(  # noqa: PLR0913, PLR0917 (inlined: no call is made)
    w: Memory, x: int, task: int, task_end: int, b_end: int, slack: int, room: int
) -> bool:
    """Tell whether the exchange surely costs more than ``slack``; False when in doubt."""
    nodes = w.nodes
    here = nodes[task].shift
    there = nodes[x].shift
    b = nodes[x].succ
    if w.shifts[here].base != w.shifts[there].base:
        return False
    if bent(w, task) or bent(w, task_end) or bent(w, b) or bent(w, b_end):
        return False
    change = w.tally[0].travel_cost * seams(w, x, task, task_end, b_end)
    change += part_change(w, task, task_end, there) + part_change(w, b, b_end, here)
    if w.tally[0].fair_cost:
        seconds = counted_part(w, task, task_end) - counted_part(w, b, b_end)
        change += unburden(w, here, there, seconds)
    if change > slack:
        return True
    return not promising_exchange(w, x, task, task_end, b_end, room - change)


@merged
def exchange(w: Memory, task: int, slack: int, room: int) -> bool:
    """Exchange the part from the task on with the part after a promising node, at once."""
    nodes = w.nodes
    x = slot(w, task)
    there = nodes[x].shift
    here = nodes[task].shift
    if there < 0 or there == here:
        return False
    a = nodes[task].pred
    b = nodes[x].succ
    task_end = part_end(w, task, there)
    if task_end == task:
        return False
    b_end = part_end(w, b, here)
    if too_dear(w, x, task, task_end, b_end, slack, room):
        return False
    bound = w.tally[0].hard + slack
    cut(w, a, task)
    cut(w, x, b)
    cut_part(w, task, task_end)
    cut_part(w, b, b_end)
    last = hand_part(w, x, task, task_end, there)
    other_last = hand_part(w, a, b, b_end, here)
    link(w, x, task)
    link(w, last, b_end)
    if b == b_end:
        link(w, a, task_end)
    else:
        link(w, a, b)
        link(w, other_last, task_end)
        push(w, b)
    push(w, task)
    push(w, task_end)
    push(w, b_end)
    settle(w, task_end)
    settle(w, b_end)
    if overloaded(w, here) or overloaded(w, there):
        return False
    return bool(w.tally[0].hard <= bound)
