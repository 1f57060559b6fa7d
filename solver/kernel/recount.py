"""Price the rounds in memory from nothing."""

from collections.abc import Callable

from solver.kernel.borrow import borrowed
from solver.kernel.covering.borrow import borrowed_cover
from solver.kernel.covering.weigh import weigh_all
from solver.kernel.evaluate import HUGE, total
from solver.kernel.jit import entry, inlined, source_stamp
from solver.kernel.keep import keep_best
from solver.kernel.layout import IS_HERE, IS_MUST, IS_SHARED, KNOWN, NONE, Memory
from solver.kernel.propagate import propagate
from solver.kernel.steps import charge, count_face, count_free, count_work, leg, push
from solver.kernel.worst import find_worst

PASSES = 200
"""Propagation stops after some updates per node; so often may it go on."""


@inlined
def clear(w: Memory) -> None:
    """Forget all sums, counts and places."""
    tally = w.tally[0]
    tally.hard = 0
    tally.soft = 0
    tally.early = 0
    tally.late = 0
    tally.worst = 0
    tally.cover = 0
    tally.peak = 0
    tally.head = 0
    tally.tail = 0
    for i in range(w.faces.shape[0]):
        w.faces[i] &= KNOWN
    for x in range(w.nodes.shape[0]):
        w.nodes[x].queued = 0
        if x < tally.tasks:
            w.nodes[x].shift = NONE
    for v in range(tally.shifts):
        w.shifts[v].load = 0
        w.shifts[v].free = 0
        w.shifts[v].work = 0


@inlined
def walk(w: Memory, shift: int) -> None:
    """Follow one round from its start: predecessors, rows, cost of travel and of who has what."""
    nodes = w.nodes
    tally = w.tally[0]
    tasks = tally.tasks
    a = tasks + shift
    b = nodes[a].succ
    while True:
        nodes[b].pred = a
        if b < tasks:
            nodes[b].shift = shift
            nodes[b].row = w.shifts[shift].base + nodes[b].home
            if nodes[b].flags & IS_HERE:
                nodes[b].row = nodes[a].row
            tally.hard += w.choices[b * tally.shifts + shift].cost
            w.shifts[shift].load += w.details[b].load
            if not w.nodes[b].flags & IS_MUST:
                tally.hard += tally.round_cost * count_free(w, shift, 1)
            if w.details[b].face:
                tally.hard += w.details[b].face * count_face(w, b, shift, 1)
            if nodes[b].flags & IS_SHARED:
                tally.hard += count_work(w, b, shift, 1)
        tally.hard += tally.travel_cost * leg(w, a, b)
        if b >= tasks:
            break
        a = b
        b = nodes[a].succ


@inlined
def settle_starts(w: Memory) -> bool:
    """Start everything at its floor and let starts rise; False when they never stop."""
    nodes = w.nodes
    tally = w.tally[0]
    ends = tally.tasks + tally.shifts
    for x in range(nodes.shape[0]):
        if x < tally.tasks and nodes[x].shift < 0:
            tally.hard += w.details[x].unplaced
        elif x < tally.tasks or x >= ends:
            nodes[x].start = nodes[x].floor
            charge(w, x, nodes[x].start, 1)
    for _ in range(PASSES):
        tally.starts = 0
        for x in range(nodes.shape[0]):
            if x < tally.tasks or x >= ends:
                push(w, x)
        if propagate(w, HUGE):
            return True
    return False


def make_recount(stamp: int) -> Callable[[Memory], bool]:
    """Compile the recount; ``stamp`` is part of the key of the disk cache."""

    @entry
    def recount(owned: Memory) -> bool:
        """Rebuild everything from ``succ`` of the start nodes and ``floor``.

        Tasks on no round are unplaced. False when rounds wait for each other in a circle.
        """
        w = borrowed(owned)
        tally = w.tally[0]
        tally.stamp = stamp
        clear(w)
        for shift in range(tally.shifts):
            walk(w, shift)
        if not settle_starts(w):
            return False
        find_worst(w)
        if tally.rows > 0:
            weigh_all(w, borrowed_cover(owned.cover))
        if tally.late == 0 and total(w) < tally.best:
            keep_best(w, total(w))
        return True

    return recount


recount = make_recount(source_stamp())
