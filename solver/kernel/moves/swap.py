"""Exchange two tasks."""

from solver.kernel.chance import below
from solver.kernel.jit import inlined, merged
from solver.kernel.layout import Memory
from solver.kernel.moves.fair import counted, unburden
from solver.kernel.moves.foresee import reach, relief, seat
from solver.kernel.moves.notes import put, take
from solver.kernel.moves.where import bent, fits, pair_change, slot


@inlined
def replace_seconds(w: Memory, old: int, new: int) -> int:
    """Return how travel changes when ``new`` takes the place of ``old``."""
    nodes = w.nodes
    travel = w.travel
    a = nodes[old].pred
    b = nodes[old].succ
    row = w.shifts[nodes[old].shift].base + nodes[new].home
    return int(
        travel[nodes[a].row + nodes[new].at]
        + travel[row + nodes[b].at]
        - travel[nodes[a].row + nodes[old].at]
        - travel[nodes[old].row + nodes[b].at]
    )


@inlined
def replace_starts(w: Memory, old: int, new: int, most: int) -> int:
    """Return what starts cost more when ``new`` takes the place of ``old`` in its round."""
    nodes = w.nodes
    moment = reach(w, nodes[old].pred, new)
    return seat(w, new, moment, nodes[old].succ, nodes[old].shift, most)


@merged
def promising_swap(w: Memory, task: int, other: int, change: int, room: int) -> bool:
    """Tell whether the swap may cost at most ``room``, by a look."""
    nodes = w.nodes
    cost = change
    if nodes[task].shift != nodes[other].shift:
        cost += replace_starts(w, other, task, room - cost)
        if cost <= room:
            cost += replace_starts(w, task, other, room - cost)
    if cost > room:
        cost -= relief(w, task) + relief(w, other)
    return cost <= room


@merged
def swap(w: Memory, task: int, slack: int, room: int) -> bool:
    """Propose that the task and one near a promising place change places."""
    nodes = w.nodes
    tally = w.tally[0]
    other = slot(w, task)
    if other >= tally.tasks or (nodes[other].shift >= 0 and below(w, 2)):
        other = nodes[other].succ
    if other >= tally.tasks or other == task or other == nodes[task].partner:
        return False
    here = nodes[task].shift
    there = nodes[other].shift
    if there < 0 or nodes[task].succ == other or nodes[other].succ == task:
        return False
    if here == there:
        change = 0
    else:
        if not fits(w, task, there) or not fits(w, other, here):
            return False
        change = pair_change(w, task, here, there) + pair_change(w, other, there, here)
        change += unburden(w, here, there, counted(w, task) - counted(w, other))
    curved = bent(w, task) or bent(w, other)
    curved = curved or bent(w, nodes[task].succ) or bent(w, nodes[other].succ)
    change += tally.travel_cost * (
        replace_seconds(w, task, other) + replace_seconds(w, other, task)
    )
    if not curved and (change > slack or not promising_swap(w, task, other, change, room)):
        return False
    take(w, task)
    take(w, other)
    put(w, other, nodes[task].pred)
    put(w, task, nodes[other].pred)
    return True
