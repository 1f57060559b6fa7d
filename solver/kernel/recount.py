"""Price the rounds in memory from nothing."""

from collections.abc import Callable

from solver.kernel.borrow import borrowed
from solver.kernel.evaluate import HUGE, total
from solver.kernel.jit import entry, source_stamp
from solver.kernel.layout import IS_HERE, NONE, Memory
from solver.kernel.propagate import propagate
from solver.kernel.steps import charge, count_face, leg, push


def make_recount(stamp: int) -> Callable[[Memory], bool]:
    """Compile the recount; ``stamp`` is part of the key of the disk cache."""

    @entry
    def recount(owned: Memory) -> bool:
        """Rebuild rows, sums, counts and earliest starts from ``succ`` and ``floor``.

        ``pred`` and ``shift`` follow from ``succ`` of the start nodes; tasks on no round are
        unplaced. False when the starts chase each other round a circle.
        """
        w = borrowed(owned)
        nodes = w.nodes
        tally = w.tally[0]
        tally.stamp = stamp
        n = tally.tasks
        m = tally.shifts
        tally.hard = 0
        tally.soft = 0
        tally.early = 0
        tally.late = 0
        tally.head = 0
        tally.tail = 0
        w.faces[:] = 0
        for t in range(n):
            nodes[t].shift = NONE
            nodes[t].queued = 0
        for v in range(m):
            w.shifts[v].load = 0
            nodes[n + m + v].queued = 0
            a = n + v
            while a < n or a == n + v:
                b = nodes[a].succ
                nodes[b].pred = a
                if b < n:
                    nodes[b].shift = v
                    nodes[b].row = w.shifts[v].base + nodes[b].home
                    if nodes[b].flags & IS_HERE:
                        nodes[b].row = nodes[a].row
                    tally.hard += w.fit[b * m + v]
                    w.shifts[v].load += w.details[b].load
                    if w.details[b].face:
                        tally.hard += w.details[b].face * count_face(w, b, v, 1)
                tally.hard += tally.travel_cost * leg(w, a, b)
                a = b
        for x in range(nodes.shape[0]):
            if x < n and nodes[x].shift < 0:
                tally.hard += w.details[x].unplaced
            elif x < n or x >= n + m:
                nodes[x].start = nodes[x].floor
                charge(w, x, nodes[x].start, 1)
        settled = False
        for _ in range(200):
            tally.starts = 0
            for x in range(nodes.shape[0]):
                if x < n or x >= n + m:
                    push(w, x)
            settled = propagate(w, HUGE)
            if settled:
                break
        if settled and tally.late == 0 and total(w) < tally.best:
            tally.best = total(w)
            for x in range(nodes.shape[0]):
                w.best[x].succ = nodes[x].succ
                w.best[x].shift = nodes[x].shift
                w.best[x].floor = nodes[x].floor
                w.best[x].start = nodes[x].start
        return settled

    return recount


recount = make_recount(source_stamp())
