"""What the uncovered seconds of a block cost."""

import numpy as np

from solver.kernel.covering.bits import NO, ONE, counted, span
from solver.kernel.covering.cells import AT_ONCE, cell_at, opening, place_of
from solver.kernel.covering.layout import BLOCK
from solver.kernel.jit import inlined
from solver.kernel.layout import IS_HELD, CoverMemory, Memory
from solver.kernel.steps import leg
from solver.problem import NEVER


@inlined
def near_in(  # noqa: PLR0913, PLR0917 (inlined)
    c: CoverMemory, row: int, until: int, begins: int, start: int, end: int, place: int, free: int
) -> np.uint64:
    """Return the seconds of a block in which a piece of a round is near enough for a row."""
    ask = c.rows[row]
    way = c.numbers[ask.way + place]
    first = start
    last = end
    if free == AT_ONCE:
        if way > ask.limit:
            return NO
        last = min(end, until - way + 1)
    else:
        if free + way > until:
            return NO
        first = max(start, free + way - ask.limit)
    return span(max(0, min(BLOCK, first - begins)), max(0, min(BLOCK, last - begins)))


@inlined
def near_of(w: Memory, c: CoverMemory, row: int, x: int, begins: int) -> np.uint64:
    """Return the seconds of a block in which one shift is near enough; ``x`` is its cell's node."""
    nodes = w.nodes
    shift = nodes[x].shift
    own = c.watchers[shift]
    until = c.numbers[c.rows[row].duty + shift]
    if until == NEVER:
        return NO
    ends = w.tally[0].tasks + w.tally[0].shifts
    last = min(own.closes, begins + BLOCK)
    found = NO
    while x < ends and nodes[x].start < last:
        now = nodes[x].start + nodes[x].duration
        if x < w.tally[0].tasks:
            free = now if nodes[x].flags & IS_HELD else AT_ONCE
            place = place_of(w, c, x)
            found |= near_in(c, row, until, begins, nodes[x].start, min(now, last), place, free)
        y = nodes[x].succ
        place = own.home if y >= ends else place_of(w, c, y)
        arrives = now + leg(w, x, y)
        found |= near_in(c, row, until, begins, now, min(arrives, last), place, arrives)
        stop = min(nodes[y].start, last)
        found |= near_in(c, row, until, begins, arrives, stop, place, AT_ONCE)
        x = y
    if x >= ends and nodes[x].start < last:
        found |= near_in(c, row, until, begins, nodes[x].start, last, own.home, AT_ONCE)
    return found


@inlined
def missing(w: Memory, c: CoverMemory, row: int, block: int, k: int, lane: np.uint64) -> int:  # noqa: PLR0913, PLR0917 (inlined)
    """Return the uncovered seconds of a row in a block, looking at all who are near maybe."""
    begins = opening(c, block)
    ask = c.rows[row]
    left = span(max(0, ask.opens - begins), min(BLOCK, ask.closes - begins))
    for slot in range(c.head[0].slots):
        at = cell_at(c, block, slot)
        if c.cells[at + k].maybe & lane:
            left &= ~near_of(w, c, row, c.cells[at].node, begins)
            if left == NO:
                break
    return counted(left)


@inlined
def price(w: Memory, c: CoverMemory, block: int) -> int:
    """Return what the uncovered seconds of the block cost, all rows together; exact.

    Notes whether any row had to be looked at.
    """
    cost = 0
    safe = 1
    words = c.head[0].words
    slots = c.head[0].slots
    for k in range(words):
        sure = NO
        maybe = NO
        for slot in range(slots):
            at = cell_at(c, block, slot) + k
            sure |= c.cells[at].sure
            maybe |= c.cells[at].maybe
        left = c.bits[block * words + k] & ~sure
        if left != NO:
            safe = 0
        while left != NO:
            lane = left & (~left + ONE)
            left ^= lane
            number = (k << 6) + counted(lane - ONE)
            row = c.numbers[block * c.head[0].lanes + number]
            ask = c.rows[row]
            if maybe & lane:
                cost += ask.cost * missing(w, c, row, block, k, lane)
            else:
                begins = opening(c, block)
                last = min(BLOCK, ask.closes - begins)
                cost += ask.cost * (last - max(0, ask.opens - begins))
    c.slices[block].safe = safe
    return int(cost)
