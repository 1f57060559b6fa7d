"""Move one task to another place, or place an unplaced one."""

from solver.kernel.jit import inlined, merged
from solver.kernel.layout import NONE, Memory
from solver.kernel.moves.fair import counted, unburden
from solver.kernel.moves.foresee import arrival, charge_at, delay, reach, relief, seat
from solver.kernel.moves.notes import put, take
from solver.kernel.moves.where import (
    bent,
    fits,
    pair_change,
    seconds_between,
    seconds_without,
    slot,
)


@inlined
def next_start(w: Memory, a: int, leaves: int, row: int, y: int) -> int:
    """Return when ``y`` can start after ``a``, which starts at ``leaves``."""
    return max(int(w.nodes[y].floor), arrival(w, a, leaves, row, y))


@inlined
def resettled(w: Memory, y: int, moment: int) -> int:
    """Return what it costs more that ``y`` starts at ``moment``."""
    return charge_at(w, y, moment) - charge_at(w, y, w.nodes[y].start)


@merged
def reordered(w: Memory, task: int, x: int, most: int) -> int:
    """Return what starts cost more, at least, when the task goes after ``x`` in its own round."""
    nodes = w.nodes
    ahead = x < w.tally[0].tasks and nodes[x].start > nodes[task].start
    first = nodes[task].succ if ahead else task
    last = task if ahead else nodes[task].pred
    a = nodes[task].pred if ahead else x
    moment = int(nodes[a].start)
    cost = 0
    y = first
    while cost <= most:
        moment = next_start(w, a, moment, nodes[a].row, y)
        cost += resettled(w, y, moment)
        if y == last:
            break
        a = y
        if ahead and y == x:
            y = task
        elif not ahead and y == task:
            y = nodes[x].succ
        else:
            y = nodes[y].succ
    b = nodes[x].succ if ahead else nodes[task].succ
    moment = arrival(w, last, moment, nodes[last].row, b)
    if moment < nodes[b].start:
        return cost - relief(w, b)
    return cost + delay(w, b, moment, NONE, most - cost)


@merged
def promising(w: Memory, task: int, x: int, change: int, room: int) -> bool:
    """Tell whether the task may go after ``x`` at a cost of at most ``room``, by a look."""
    nodes = w.nodes
    here = nodes[task].shift
    there = nodes[x].shift
    if here == there:
        if nodes[x].start == nodes[task].start:
            return True
        cost = change + reordered(w, task, x, room - change)
        return cost <= room or cost - relief(w, task) <= room
    b = nodes[x].succ
    cost = change + seat(w, task, reach(w, x, task), b, there, room - change)
    if cost > room and here >= 0:
        cost -= relief(w, task)
    return cost <= room


@merged
def relocate(w: Memory, task: int, slack: int, room: int) -> bool:
    """Propose the task after a promising node."""
    nodes = w.nodes
    tally = w.tally[0]
    x = slot(w, task)
    shift = nodes[x].shift
    if shift < 0 or x == task or nodes[task].pred == x or not fits(w, task, shift):
        return False
    old = nodes[task].shift
    b = nodes[x].succ
    curved = bent(w, task) or bent(w, b)
    seconds = seconds_between(w, x, task, b, shift)
    if old >= 0:
        curved = curved or bent(w, nodes[task].succ)
        seconds += seconds_without(w, task)
    change = tally.travel_cost * seconds + pair_change(w, task, old, shift)
    change += unburden(w, old, shift, counted(w, task))
    if not curved and (change > slack or not promising(w, task, x, change, room)):
        return False
    if old >= 0:
        take(w, task)
    put(w, task, x)
    return True
