"""Leave a visit unplaced, with its other half."""

from solver.kernel.jit import merged
from solver.kernel.layout import IS_MUST, Memory


@merged
def remove(w: Memory, task: int) -> bool:
    """Propose to take the task and its partner out."""
    nodes = w.nodes
    tally = w.tally[0]
    if nodes[task].flags & IS_MUST:
        return False
    w.take[0] = task
    tally.takes = 1
    if nodes[task].partner >= 0:
        w.take[1] = nodes[task].partner
        tally.takes = 2
    return True
