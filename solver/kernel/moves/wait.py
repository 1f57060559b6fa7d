"""Start one visit later although it could start earlier, or no longer wait."""

from solver.kernel.chance import below
from solver.kernel.jit import merged
from solver.kernel.layout import Memory
from solver.kernel.steps import push


@merged
def wait(w: Memory) -> None:
    """Give a visit with a preferred span a new floor; queue what may move."""
    nodes = w.nodes
    tally = w.tally[0]
    task = w.details[below(w, tally.waiters)].waiter
    earliest = w.details[task].earliest
    preferred = w.details[task].patience
    sort = below(w, 4)
    floor = preferred
    if sort == 0:
        floor = earliest
    elif sort == 1:
        floor = earliest + below(w, preferred - earliest + 1)
    tally.floor_node = task
    tally.floor_old = nodes[task].floor
    nodes[task].floor = floor
    if nodes[task].shift >= 0:
        push(w, task)
        if nodes[task].partner >= 0:
            push(w, nodes[task].partner)
