"""Ruin and recreate: strings of neighbouring rounds come out and go back one by one.

Slack induction by string removals (Christiaens and Vanden Berghe, 2020), judged by the annealing
like any move. Both halves of a pair come out together; a task that may not leave its shift stays.
An unplaced task that starts a ruin goes in first: others then find another place.
"""

from solver.kernel.borrow import borrowed
from solver.kernel.chance import below, draw, part
from solver.kernel.evaluate import HUGE
from solver.kernel.jit import called, inlined
from solver.kernel.layout import IS_MUST, Memory
from solver.kernel.moves.insert import find_place
from solver.kernel.moves.notes import take
from solver.kernel.propagate import propagate
from solver.kernel.steps import put_in, take_out
from solver.kernel.worst import follow_worst

ROUNDS, LENGTH, MOST = 3, 10, 24
"""At most so many rounds lose at most so many tasks in a row each, and so many come out in all."""


@inlined
def ruined(w: Memory, shift: int, count: int) -> bool:
    """Tell whether the shift is among the first ``count`` that lost a string."""
    for i in range(count):  # noqa: SIM110 (numba compiles no generator)
        if w.work[i].after == shift:
            return True
    return False


@inlined
def pull(w: Memory, task: int) -> None:
    """Take the task and its partner out; it is noted once, to come back with its partner."""
    tally = w.tally[0]
    w.work[tally.puts].put = task
    tally.puts += 1
    take(w, task)
    take_out(w, task)
    other = w.nodes[task].partner
    if other >= 0:
        take(w, other)
        take_out(w, other)


@inlined
def pull_string(w: Memory, task: int, length: int) -> None:
    """Take ``length`` tasks in a row out, the given one among them where they can."""
    nodes = w.nodes
    tally = w.tally[0]
    x = task
    for _ in range(below(w, length)):
        if nodes[x].pred < tally.tasks:
            x = nodes[x].pred
    for _ in range(length):
        after = nodes[x].succ
        # The partner of x is on another caregiver's shift: after is not taken out with x.
        if not nodes[x].flags & IS_MUST and tally.takes < MOST - 1:
            pull(w, x)
        if after >= tally.tasks:
            break
        x = after


@inlined
def ruin(w: Memory, seed: int) -> None:
    """Take strings out of the rounds of the seed and of its neighbours."""
    nodes = w.nodes
    tally = w.tally[0]
    bits = draw(w)
    rounds = 1 + part(bits, 0, ROUNDS)
    longest = 1 + part(bits, 16, LENGTH)
    if nodes[seed].shift < 0:
        w.work[0].put = seed
        tally.puts = 1
    lost = 0
    for i in range(w.details[seed].near_count + 1):
        x = seed
        if i > 0:
            x = w.near[seed * tally.near_width + i - 1]
        shift = nodes[x].shift
        if shift >= 0 and not ruined(w, shift, lost):
            w.work[lost].after = shift
            lost += 1
            pull_string(w, x, 1 + below(w, longest))
            if lost == rounds:
                break


@inlined
def urgency(w: Memory, task: int, sort: int) -> int:
    """Return what orders the tasks that come back: the lowest first."""
    node = w.nodes[task]
    detail = w.details[task]
    if sort == 0:
        return int(detail.due - detail.earliest)
    if sort == 1:
        return int(detail.due)
    if sort == 2:  # noqa: PLR2004 (one of five orders)
        return int(-node.duration)
    if sort == 3:  # noqa: PLR2004
        return int(-detail.load)
    return below(w, 1 << 20)


@inlined
def order(w: Memory, first: int) -> None:
    """Sort what was noted from number ``first`` on by one of five orders, drawn at random."""
    work = w.work
    sort = below(w, 7)
    for i in range(first, w.tally[0].puts):
        task = work[i].put
        key = urgency(w, task, sort)
        j = i
        while j > first and work[j - 1].after > key:
            work[j].put = work[j - 1].put
            work[j].after = work[j - 1].after
            j -= 1
        work[j].put = task
        work[j].after = key


@inlined
def with_partners(w: Memory) -> int:
    """Put every partner directly after its half; return the unplaced cost of all."""
    tally = w.tally[0]
    count = tally.puts
    for i in range(count):
        tally.puts += w.nodes[w.work[i].put].partner >= 0
    end = tally.puts
    owed = 0
    for i in range(count - 1, -1, -1):
        task = w.work[i].put
        other = w.nodes[task].partner
        owed += w.details[task].unplaced
        if other >= 0:
            owed += w.details[other].unplaced
            end -= 1
            w.work[end].put = other
        end -= 1
        w.work[end].put = task
    return int(owed)


@called
def recreate(owned: Memory, seed: int, bound: int) -> bool:
    """Ruin around the seed and put everything back; True when the cost may meet ``bound``."""
    w = borrowed(owned)
    nodes = w.nodes
    tally = w.tally[0]
    first = int(nodes[seed].shift < 0)
    ruin(w, seed)
    order(w, first)
    owed = with_partners(w)
    tally.peak = 0
    most = HUGE
    room = 4 * nodes.shape[0]
    for i in range(-1, tally.puts):
        if i >= 0:
            task = w.work[i].put
            other = nodes[task].partner
            half = other >= 0 and i > 0 and w.work[i - 1].put == other
            owed -= w.details[task].unplaced
            most = bound + owed
            if half and nodes[other].shift < 0:
                continue
            place = find_place(w, task)
            if place < 0:
                if half:
                    return False
                continue
            put_in(w, task, place)
        if not propagate(w, most) or tally.starts > room:
            return False
    follow_worst(w)
    return bool(tally.takes > 0 or (first == 1 and nodes[seed].shift >= 0))
