"""Remember the best rounds."""

from solver.kernel.jit import inlined
from solver.kernel.layout import Memory


@inlined
def keep_best(w: Memory, cost: int) -> None:
    """Remember the present rounds."""
    tally = w.tally[0]
    tally.best = cost
    tally.bests += 1
    for x in range(w.nodes.shape[0]):
        node = w.nodes[x]
        best = w.best[x]
        best.succ = node.succ
        best.shift = node.shift
        best.floor = node.floor
        best.start = node.start
