"""Two caregivers trade their whole rounds; breaks and duties stay where they are.

Between two places in a round everything may be right and only the person wrong: every single
step towards the trade costs two misfits, the whole trade none.
"""

from solver.kernel.chance import below
from solver.kernel.jit import inlined, merged
from solver.kernel.layout import FORBIDDEN, IS_MUST, Memory
from solver.kernel.moves.fair import counted, unburden
from solver.kernel.moves.notes import put, take

MOST = 64
"""Tasks of two rounds that a trade moves at most."""


@inlined
def suits(w: Memory, task: int, shift: int) -> bool:
    """Tell whether the shift may have the task when the two rounds are traded."""
    nodes = w.nodes
    if w.choices[task * w.tally[0].shifts + shift].cost == FORBIDDEN:
        return False
    other = nodes[task].partner
    if other < 0 or nodes[other].shift < 0 or nodes[other].shift == shift:
        return True
    return bool(w.shifts[nodes[other].shift].caregiver != w.shifts[shift].caregiver)


@inlined
def trade_change(w: Memory, here: int, there: int) -> int:
    """Return how pair cost changes at best when ``here`` gives its round to ``there``."""
    tally = w.tally[0]
    nodes = w.nodes
    change = 0
    x = nodes[tally.tasks + here].succ
    while x < tally.tasks:
        if not nodes[x].flags & IS_MUST:
            if not suits(w, x, there):
                return 1 << 60
            base = x * tally.shifts
            change += w.choices[base + there].cost - w.choices[base + here].cost
            change -= w.details[x].face
        x = nodes[x].succ
    return int(change)


@inlined
def round_work(w: Memory, shift: int) -> int:
    """Return the seconds of work of the free tasks of a round."""
    nodes = w.nodes
    seconds = 0
    x = nodes[w.tally[0].tasks + shift].succ
    while x < w.tally[0].tasks:
        if not nodes[x].flags & IS_MUST:
            seconds += counted(w, x)
        x = nodes[x].succ
    return seconds


@inlined
def note_round(w: Memory, here: int, there: int) -> None:
    """Note that the free tasks of ``here`` go to ``there``, between its obligatory ones by time."""
    tally = w.tally[0]
    nodes = w.nodes
    after = tally.tasks + there
    must = nodes[after].succ
    x = nodes[tally.tasks + here].succ
    while x < tally.tasks:
        if not nodes[x].flags & IS_MUST:
            while must < tally.tasks and (
                not nodes[must].flags & IS_MUST or nodes[must].start <= nodes[x].start
            ):
                if nodes[must].flags & IS_MUST:
                    after = must
                must = nodes[must].succ
            take(w, x)
            put(w, x, after)
            after = x
        x = nodes[x].succ


@merged
def trade(w: Memory, task: int, slack: int) -> bool:
    """Propose that the task's shift and a random one that may have the task trade rounds."""
    tally = w.tally[0]
    here = w.nodes[task].shift
    there = w.choices[task * tally.shifts + below(w, w.details[task].open_count)].open
    if w.nodes[task].flags & IS_MUST or here == there:
        return False
    if w.shifts[here].free + w.shifts[there].free > MOST:
        return False
    change = trade_change(w, here, there)
    if change < 1 << 59:
        change += trade_change(w, there, here)
    if tally.fair_cost and change < 1 << 59:
        change += unburden(w, here, there, round_work(w, here) - round_work(w, there))
    if change > slack:
        return False
    note_round(w, here, there)
    note_round(w, there, here)
    return True
