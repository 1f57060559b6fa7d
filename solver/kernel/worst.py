"""The largest lateness behind ``soft_to``: kept exact from what a move has retimed."""

from solver.kernel.jit import inlined, merged
from solver.kernel.layout import Memory


@inlined
def lateness(w: Memory, task: int) -> int:
    """Return the seconds a placed task with a soft cost starts behind ``soft_to``, at least 0."""
    node = w.nodes[task]
    if node.shift < 0 or node.soft_cost == 0:
        return 0
    return int(max(0, node.start - node.soft_to))


@merged
def find_worst(w: Memory) -> None:
    """Look at every task."""
    tally = w.tally[0]
    worst = 0
    if tally.worst_cost:
        for task in range(tally.tasks):
            worst = max(worst, lateness(w, task))
    tally.worst = worst


@merged
def follow_worst(w: Memory) -> None:
    """Bring the largest lateness up to date after a move.

    Every task is looked at only when one that was the worst has become better.
    """
    tally = w.tally[0]
    if tally.worst_cost == 0:
        return
    before = tally.worst
    peak = 0
    eased = False
    for k in range(tally.starts):
        x = w.work[k].retimed
        if x < tally.tasks:
            eased = eased or w.work[k].start - w.nodes[x].soft_to >= before
            peak = max(peak, lateness(w, x))
    for k in range(tally.takes):
        x = w.work[k].take
        eased = eased or (w.nodes[x].shift < 0 and w.nodes[x].start - w.nodes[x].soft_to >= before)
    if peak >= before:
        tally.worst = peak
    elif eased:
        find_worst(w)
