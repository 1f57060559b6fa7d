"""Move one task to another place, or place an unplaced one."""

from solver.kernel.jit import merged
from solver.kernel.layout import Memory
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
def relocate(w: Memory, task: int, slack: int) -> bool:
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
    if change > slack and not curved:
        return False
    if old >= 0:
        take(w, task)
    put(w, task, x)
    return True
