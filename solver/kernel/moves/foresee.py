"""What a move would do to starts, seen by reading alone, before anything is changed.

Carrying a move out and taking it back costs ten times what a look along the round costs. A look
knows only the round itself: it leaves out that others wait for it, so it can refuse a move that
would have saved enough elsewhere. That changes what is proposed, never what a plan costs.
"""

from solver.kernel.jit import inlined
from solver.kernel.layout import IS_SECOND, NONE, Memory


@inlined
def charge_at(w: Memory, x: int, moment: int) -> int:
    """Return what it costs that ``x`` starts at ``moment``, the penalty of lateness included."""
    node = w.nodes[x]
    cost = 0
    if moment > node.latest:
        cost = w.tally[0].late_weight * (moment - node.latest)
    if node.soft_cost:
        cost += node.soft_cost * (max(0, moment - node.soft_to) + max(0, node.soft_from - moment))
    return int(cost)


@inlined
def arrival(w: Memory, a: int, leaves: int, row: int, b: int) -> int:
    """Return when ``b`` is reached from ``row`` when the visit before it starts at ``leaves``."""
    return int(leaves + w.nodes[a].duration + w.travel[row + w.nodes[b].at])


@inlined
def delay(w: Memory, x: int, moment: int, stop: int, most: int) -> int:
    """Return what it costs that ``x`` starts at ``moment`` if that is later than now.

    Those after it, up to ``stop``, are pushed along until waiting absorbs it; the look ends as
    soon as the cost exceeds ``most``.
    """
    nodes = w.nodes
    cost = 0
    while x >= 0 and x != stop and moment > nodes[x].start and cost <= most:
        cost += charge_at(w, x, moment) - charge_at(w, x, nodes[x].start)
        follower = nodes[x].succ
        if follower >= 0:
            moment += nodes[x].duration + w.travel[nodes[x].row + nodes[follower].at]
        x = follower
    return int(cost)


@inlined
def reach(w: Memory, a: int, task: int) -> int:
    """Return when the task can start after ``a``."""
    return max(int(w.nodes[task].floor), arrival(w, a, w.nodes[a].start, w.nodes[a].row, task))


@inlined
def together(w: Memory, task: int, moment: int, other: int) -> int:
    """Return when the task can start; its round is ready at ``moment``, its partner's at other."""
    detail = w.details[task]
    if w.nodes[task].flags & IS_SECOND:
        return int(max(moment, other + detail.least))
    return int(max(moment, max(other, moment + detail.least) - detail.most))


@inlined
def seat_from(w: Memory, task: int, moment: int, b: int, shift: int, most: int) -> int:  # noqa: PLR0913, PLR0917 (inlined)
    """Return what it costs that the task starts at ``moment`` before ``b`` on ``shift``.

    What its present start costs is taken off; what is pushed along counts up to ``most``.
    """
    cost = charge_at(w, task, moment)
    if w.nodes[task].shift >= 0:
        cost -= charge_at(w, task, w.nodes[task].start)
    row = w.shifts[shift].base + w.nodes[task].home
    return cost + delay(w, b, arrival(w, task, moment, row, b), NONE, most - cost)


@inlined
def seat(w: Memory, task: int, moment: int, b: int, shift: int, most: int) -> int:  # noqa: PLR0913, PLR0917 (inlined)
    """Return the same for a task whose round is ready at ``moment``, its partner considered."""
    nodes = w.nodes
    partner = nodes[task].partner
    if partner < 0 or nodes[partner].shift < 0:
        return seat_from(w, task, moment, b, shift, most)
    other = reach(w, nodes[partner].pred, partner)
    cost = delay(w, partner, together(w, partner, other, moment), NONE, most)
    if cost > most:
        return cost
    return cost + seat_from(w, task, together(w, task, moment, other), b, shift, most - cost)


@inlined
def relief(w: Memory, x: int) -> int:
    """Return what would be saved at most if ``x`` and all after it in the round were early.

    A partner's lateness counts, what follows the partner does not.
    """
    nodes = w.nodes
    tally = w.tally[0]
    saved = 0
    peak = 0
    if tally.soft > 0 or tally.late > 0:
        while x >= 0:
            node = nodes[x]
            if node.start > node.latest:
                saved += tally.late_weight * (node.start - node.latest)
            if node.soft_cost and node.start > node.soft_to:
                saved += node.soft_cost * (node.start - node.soft_to)
                peak = max(peak, node.start - node.soft_to)
            if node.partner >= 0:
                other = nodes[node.partner]
                if other.soft_cost and other.shift >= 0 and other.start > other.soft_to:
                    saved += other.soft_cost * (other.start - other.soft_to)
                    peak = max(peak, other.start - other.soft_to)
            x = node.succ
    if peak >= tally.worst:
        saved += tally.worst_cost * tally.worst
    return int(saved)
