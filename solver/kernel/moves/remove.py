"""Leave a visit unplaced, with its other half."""

from solver.kernel.jit import merged
from solver.kernel.layout import IS_MUST, Memory
from solver.kernel.moves.notes import take


@merged
def remove(w: Memory, task: int) -> bool:
    """Propose to take the task and its partner out."""
    nodes = w.nodes
    if nodes[task].flags & IS_MUST:
        return False
    take(w, task)
    if nodes[task].partner >= 0:
        take(w, nodes[task].partner)
    return True
