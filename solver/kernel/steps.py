"""The smallest changes: links between nodes, hand-over of a task, moments; all can be undone."""

from solver.kernel.jit import inlined
from solver.kernel.layout import HAS_GAPS, IS_HERE, IS_SHARED, NONE, Memory


@inlined
def leg(w: Memory, a: int, b: int) -> int:
    """Return the travel seconds from node ``a`` to node ``b`` on the shift of ``a``."""
    return int(w.travel[w.nodes[a].row + w.nodes[b].at])


@inlined
def push(w: Memory, x: int) -> None:
    """Queue node ``x``: its start may have changed."""
    nodes = w.nodes
    if nodes[x].queued == 0:
        nodes[x].queued = 1
        tally = w.tally[0]
        tail = tally.tail
        w.work[tail].queued = x
        tail += 1
        if tail == w.work.shape[0]:
            tail = 0
        tally.tail = tail


@inlined
def push_followers(w: Memory, x: int) -> None:
    """Queue every task that must wait for ``x``."""
    if w.nodes[x].flags & HAS_GAPS:
        for j in range(w.details[x].out_from, w.details[x].out_to):
            push(w, w.gaps[j].node)


@inlined
def cut(w: Memory, a: int, b: int) -> None:
    """Take the travel from ``a`` to ``b`` out of the cost."""
    w.tally[0].hard -= w.tally[0].travel_cost * leg(w, a, b)


@inlined
def link(w: Memory, a: int, b: int) -> None:
    """Let ``b`` follow ``a`` and add the travel."""
    nodes = w.nodes
    tally = w.tally[0]
    k = tally.links
    log = w.work[k]
    log.a = a
    log.succ = nodes[a].succ
    log.b = b
    log.pred = nodes[b].pred
    tally.links = k + 1
    nodes[a].succ = b
    nodes[b].pred = a
    tally.hard += tally.travel_cost * leg(w, a, b)


@inlined
def count_face(w: Memory, task: int, shift: int, change: int) -> int:
    """Count the visit by this caregiver; return the change of the number of faces."""
    place = w.details[task].faces_at + w.shifts[shift].caregiver
    before = w.faces[place]
    w.faces[place] = before + change
    return int(before + change > 0) - int(before > 0)


@inlined
def count_free(w: Memory, shift: int, change: int) -> int:
    """Count a free task that comes to a round (1) or goes (-1); 1 when that opens or empties it."""
    before = w.shifts[shift].free
    w.shifts[shift].free = before + change
    return int((before == 0) != (before + change == 0))


@inlined
def count_work(w: Memory, task: int, shift: int, sign: int) -> int:
    """Count a task that comes (1) or goes (-1) as work; return the change of cost."""
    keeper = w.shifts[w.shifts[shift].keeper]
    before = keeper.work - keeper.share
    after = before + sign * w.nodes[task].duration
    keeper.work = after + keeper.share
    return int(w.tally[0].fair_cost * (max(0, after) - max(0, before)))


@inlined
def hand(w: Memory, task: int, shift: int, row: int) -> None:
    """Give the task to ``shift`` (or NONE) with travel row ``row``; costs follow."""
    node = w.nodes[task]
    tally = w.tally[0]
    old = node.shift
    k = tally.hands
    log = w.work[k]
    log.handed = task
    log.shift = old
    log.row = node.row
    tally.hands = k + 1
    node.shift = shift
    node.row = row
    if old == shift:
        return
    detail = w.details[task]
    width = tally.shifts
    change = 0
    if old >= 0:
        change -= w.choices[task * width + old].cost
        change -= tally.round_cost * count_free(w, old, -1)
        w.shifts[old].load -= detail.load
        if detail.face:
            change += detail.face * count_face(w, task, old, -1)
    else:
        change -= detail.unplaced
    if shift >= 0:
        change += w.choices[task * width + shift].cost
        change += tally.round_cost * count_free(w, shift, 1)
        w.shifts[shift].load += detail.load
        if detail.face:
            change += detail.face * count_face(w, task, shift, 1)
    else:
        change += detail.unplaced
    if node.flags & IS_SHARED:
        if old >= 0:
            change += count_work(w, task, old, -1)
        if shift >= 0:
            change += count_work(w, task, shift, 1)
    tally.hard += change


@inlined
def overloaded(w: Memory, shift: int) -> bool:
    """Tell whether the shift carries more than it can."""
    return bool(w.shifts[shift].load > w.shifts[shift].capacity)


@inlined
def settle(w: Memory, x: int) -> None:
    """Move the tasks that happen HERE, from ``x`` on, to where their predecessor ends."""
    nodes = w.nodes
    while nodes[x].flags & IS_HERE and nodes[x].row != nodes[nodes[x].pred].row:
        follower = nodes[x].succ
        cut(w, x, follower)
        hand(w, x, nodes[x].shift, nodes[nodes[x].pred].row)
        w.tally[0].hard += w.tally[0].travel_cost * leg(w, x, follower)
        push(w, follower)
        x = follower


@inlined
def charge(w: Memory, x: int, moment: int, sign: int) -> None:
    """Add (1) or take off (-1) what it costs that ``x`` starts at ``moment``."""
    node = w.nodes[x]
    tally = w.tally[0]
    tally.late += sign * max(0, moment - node.latest)
    if node.soft_cost:
        tally.soft += sign * node.soft_cost * max(0, moment - node.soft_to)
        tally.early += sign * node.soft_cost * max(0, node.soft_from - moment)


@inlined
def retime(w: Memory, x: int, moment: int) -> None:
    """Let ``x`` start at ``moment``; costs follow."""
    node = w.nodes[x]
    tally = w.tally[0]
    old = node.start
    k = tally.starts
    w.work[k].retimed = x
    w.work[k].start = old
    tally.starts = k + 1
    node.start = moment
    tally.late += max(0, moment - node.latest) - max(0, old - node.latest)
    rate = node.soft_cost
    if rate:
        tally.soft += rate * (max(0, moment - node.soft_to) - max(0, old - node.soft_to))
        tally.peak = max(tally.peak, moment - node.soft_to)
        tally.early += rate * (max(0, node.soft_from - moment) - max(0, node.soft_from - old))


@inlined
def take_out(w: Memory, task: int) -> None:
    """Take a placed task out of its round; what can start earlier is queued."""
    nodes = w.nodes
    a = nodes[task].pred
    b = nodes[task].succ
    charge(w, task, nodes[task].start, -1)
    cut(w, a, task)
    cut(w, task, b)
    hand(w, task, NONE, nodes[task].row)
    link(w, a, b)
    settle(w, b)
    push(w, b)
    if nodes[task].partner >= 0:
        push(w, nodes[task].partner)
    push_followers(w, task)


@inlined
def put_in(w: Memory, task: int, after: int) -> None:
    """Put an unplaced task after node ``after``; what must start later is queued."""
    nodes = w.nodes
    shift = nodes[after].shift
    b = nodes[after].succ
    cut(w, after, b)
    row = w.shifts[shift].base + nodes[task].home
    if nodes[task].flags & IS_HERE:
        row = nodes[after].row
    hand(w, task, shift, row)
    link(w, after, task)
    link(w, task, b)
    settle(w, b)
    k = w.tally[0].starts
    w.work[k].retimed = task
    w.work[k].start = nodes[task].start
    w.tally[0].starts = k + 1
    nodes[task].start = nodes[task].floor
    charge(w, task, nodes[task].floor, 1)
    push(w, task)
    push(w, b)
    if nodes[task].partner >= 0:
        push(w, nodes[task].partner)
    push_followers(w, task)


@inlined
def count_all(w: Memory, task: int, shift: int, sign: int) -> None:
    """Count a task that comes to a shift (1) or goes (-1), whatever that costs."""
    w.shifts[shift].load += sign * w.details[task].load
    count_free(w, shift, sign)
    if w.details[task].face:
        count_face(w, task, shift, sign)
    if w.nodes[task].flags & IS_SHARED:
        count_work(w, task, shift, sign)


@inlined
def undo(w: Memory) -> None:
    """Take back every logged change; the caller restores the sums."""
    nodes = w.nodes
    tally = w.tally[0]
    k = tally.links
    while k > 0:
        k -= 1
        log = w.work[k]
        nodes[log.a].succ = log.succ
        nodes[log.b].pred = log.pred
    k = tally.hands
    while k > 0:
        k -= 1
        entry = w.work[k]
        task = entry.handed
        now = nodes[task].shift
        before = entry.shift
        nodes[task].row = entry.row
        if now != before:
            nodes[task].shift = before
            if now >= 0:
                count_all(w, task, now, -1)
            if before >= 0:
                count_all(w, task, before, 1)
    k = tally.starts
    while k > 0:
        k -= 1
        moment = w.work[k]
        nodes[moment.retimed].start = moment.start
    if tally.floor_node >= 0:
        nodes[tally.floor_node].floor = tally.floor_old
