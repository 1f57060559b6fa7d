"""Exchange two tasks."""

from solver.kernel.chance import below
from solver.kernel.jit import inlined, merged
from solver.kernel.layout import Memory
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


@merged
def swap(w: Memory, task: int, slack: int) -> bool:
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
    curved = bent(w, task) or bent(w, other)
    curved = curved or bent(w, nodes[task].succ) or bent(w, nodes[other].succ)
    change += tally.travel_cost * (
        replace_seconds(w, task, other) + replace_seconds(w, other, task)
    )
    if change > slack and not curved:
        return False
    take(w, task)
    take(w, other)
    put(w, other, nodes[task].pred)
    put(w, task, nodes[other].pred)
    return True
