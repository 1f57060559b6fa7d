"""Move one task to another place, or place an unplaced one."""

from solver.kernel.jit import merged
from solver.kernel.layout import Memory
from solver.kernel.moves.foresee import reach, relief, seat_from
from solver.kernel.moves.notes import put, take
from solver.kernel.moves.where import (
    bent,
    fits,
    pair_change,
    seconds_between,
    seconds_without,
    slot,
)


@merged
def promising(w: Memory, task: int, x: int, change: int, room: int) -> bool:
    """Tell whether the task may go after ``x`` at a cost of at most ``room``, by a look."""
    nodes = w.nodes
    here = nodes[task].shift
    there = nodes[x].shift
    if here == there:
        return change <= room or change <= room + relief(w, nodes[x].succ) + relief(w, task)
    b = nodes[x].succ
    cost = change + seat_from(w, task, reach(w, x, task), b, there, room - change)
    if cost > room and here >= 0:
        cost -= relief(w, nodes[task].succ)
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
    if not curved and (change > slack or not promising(w, task, x, change, room)):
        return False
    if old >= 0:
        take(w, task)
    put(w, task, x)
    return True
