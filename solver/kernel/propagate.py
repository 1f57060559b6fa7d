"""Earliest starts after a change: label-correcting propagation along rounds, pairs and gaps."""

from solver.kernel.jit import inlined
from solver.kernel.layout import HAS_GAPS, IS_SECOND, Memory
from solver.kernel.steps import leg, push, push_followers, retime


@inlined
def ready(w: Memory, x: int) -> int:
    """Return when ``x`` could start if only its round, its floor and its gaps counted."""
    nodes = w.nodes
    a = nodes[x].pred
    moment = max(nodes[x].floor, nodes[a].start + nodes[a].duration + leg(w, a, x))
    if nodes[x].flags & HAS_GAPS:
        for j in range(w.details[x].in_from, w.details[x].in_to):
            before = w.gaps[j].node
            if nodes[before].shift >= 0:
                moment = max(moment, nodes[before].start + w.gaps[j].seconds)
    return int(moment)


@inlined
def move_pair(w: Memory, x: int, y: int) -> bool:
    """Give both halves of a placed pair their earliest starts; queue what follows."""
    nodes = w.nodes
    a, b = (y, x) if nodes[x].flags & IS_SECOND else (x, y)
    least = w.details[a].least
    first = ready(w, a)
    second = max(ready(w, b), first + least)
    first = max(first, second - w.details[a].most)
    changed = False
    if first != nodes[a].start:
        retime(w, a, first)
        push(w, nodes[a].succ)
        push_followers(w, a)
        changed = True
    if second != nodes[b].start:
        retime(w, b, second)
        push(w, nodes[b].succ)
        push_followers(w, b)
        changed = True
    return changed


@inlined
def drop_queue(w: Memory) -> None:
    """Empty the queue."""
    tally = w.tally[0]
    head = tally.head
    while head != tally.tail:
        w.nodes[w.work[head].queued].queued = 0
        head += 1
        if head == w.work.shape[0]:
            head = 0
    tally.head = head


@inlined
def propagate(w: Memory, bound: int) -> bool:
    """Bring the starts of all queued nodes and of what follows them up to date.

    False when the cost without ``early`` exceeds ``bound`` (it only grows while starts only
    grow) or when starts chase each other round a circle; the queue is empty either way.
    """
    nodes = w.nodes
    tally = w.tally[0]
    limit = tally.starts + 4 * nodes.shape[0]
    size = w.work.shape[0]
    while tally.head != tally.tail:
        head = tally.head
        x = w.work[head].queued
        head += 1
        if head == size:
            head = 0
        tally.head = head
        nodes[x].queued = 0
        while x >= 0 and nodes[x].shift >= 0:
            y = nodes[x].partner
            if y >= 0 and nodes[y].shift >= 0:
                if not move_pair(w, x, y):
                    break
                x = -1
            else:
                moment = ready(w, x)
                if moment == nodes[x].start:
                    break
                retime(w, x, moment)
                push_followers(w, x)
                x = nodes[x].succ
            if (
                tally.hard
                + tally.soft
                + tally.late_weight * tally.late
                + tally.worst_cost * tally.peak
                > bound
                or tally.starts >= limit
            ):
                drop_queue(w)
                return False
    return True
