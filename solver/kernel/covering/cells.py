"""What a shift is near enough for, block by block: surely, or maybe."""

from solver.kernel.covering.bits import NO
from solver.kernel.covering.layout import BLOCK, BLOCK_BITS
from solver.kernel.jit import inlined
from solver.kernel.layout import IS_HELD, CoverMemory, Memory
from solver.kernel.steps import leg

AT_ONCE = -(1 << 29)
"""The moment at which a piece of a round is free, where nothing comes first."""


@inlined
def block_of(c: CoverMemory, moment: int) -> int:
    """Return the block that the moment lies in."""
    return int((moment - c.head[0].origin) >> BLOCK_BITS)


@inlined
def next_block(c: CoverMemory, moment: int) -> int:
    """Return the first block that does not begin before the moment."""
    return int((moment - c.head[0].origin + BLOCK - 1) >> BLOCK_BITS)


@inlined
def opening(c: CoverMemory, block: int) -> int:
    """Return when the block begins."""
    return int(c.head[0].origin + (block << BLOCK_BITS))


@inlined
def cell_at(c: CoverMemory, block: int, slot: int) -> int:
    """Return the first cell of a slot in a block; its other words follow."""
    return int((slot * c.head[0].blocks + block) * c.head[0].words)


@inlined
def place_of(w: Memory, c: CoverMemory, x: int) -> int:
    """Return where a task or the start of a shift is, as a place: a point by travel mode."""
    return int(w.nodes[x].row // c.head[0].stride)


@inlined
def reset(c: CoverMemory, shift: int, block: int) -> None:
    """Keep what a block's cell was; make it sure of all that it answers, and of nothing maybe."""
    own = c.watchers[shift]
    begins = opening(c, block)
    ends = begins + BLOCK
    whole = own.opens <= begins and ends <= min(own.closes, own.sure_until)
    at = cell_at(c, block, own.slot)
    words = c.head[0].words
    for k in range(words):
        cell = c.cells[at + k]
        cell.sure_before = cell.sure
        cell.maybe_before = cell.maybe
        cell.node_before = cell.node
        cell.sure = c.bits[c.head[0].answers + shift * words + k] if whole else NO
        cell.maybe = NO


@inlined
def tell(c: CoverMemory, shift: int, start: int, end: int, place: int, free: int) -> None:  # noqa: PLR0913, PLR0917 (inlined)
    """Enter a piece of a round: in [start, end) at a place, free at a moment or AT_ONCE."""
    own = c.watchers[shift]
    head = c.head[0]
    words = head.words
    first = max(start, own.opens, opening(c, own.low))
    last = min(end, own.closes, opening(c, own.high + 1))
    if first >= last:
        return
    for block in range(block_of(c, first), block_of(c, last - 1) + 1):
        begins = opening(c, block)
        most = 0
        least = 0
        if free != AT_ONCE:
            most = (free - max(first, begins) + BLOCK - 1) >> BLOCK_BITS
            least = (free - (min(last, begins + BLOCK) - 1)) >> BLOCK_BITS
        at = cell_at(c, block, own.slot)
        for k in range(words):
            near = NO
            if most <= head.deepest:
                near = c.bits[head.masks + (most * head.places + place) * words + k]
            c.cells[at + k].sure &= near
            if least <= head.deepest:
                near = c.bits[head.masks + (least * head.places + place) * words + k]
                c.cells[at + k].maybe |= near


@inlined
def mark(c: CoverMemory, shift: int, start: int, end: int, x: int) -> None:
    """Let ``x`` be the node of the blocks that begin in [start, end)."""
    own = c.watchers[shift]
    for block in range(max(own.low, next_block(c, start)), min(own.high + 1, next_block(c, end))):
        c.cells[cell_at(c, block, own.slot)].node = x


@inlined
def lay(w: Memory, c: CoverMemory, shift: int) -> None:
    """Make the cells of a shift anew, from its ``low`` block to its ``high`` one."""
    nodes = w.nodes
    own = c.watchers[shift]
    ends = w.tally[0].tasks + w.tally[0].shifts
    for block in range(own.low, own.high + 1):
        reset(c, shift, block)
    begins = opening(c, own.low)
    last = opening(c, own.high + 1)
    x = own.left
    while x < w.tally[0].tasks and nodes[x].start > begins:
        x = nodes[x].pred
    marked = begins
    while x < ends:
        now = nodes[x].start + nodes[x].duration
        if x < w.tally[0].tasks:
            free = now if nodes[x].flags & IS_HELD else AT_ONCE
            tell(c, shift, nodes[x].start, now, place_of(w, c, x), free)
        y = nodes[x].succ
        place = own.home if y >= ends else place_of(w, c, y)
        arrives = now + leg(w, x, y)
        tell(c, shift, now, arrives, place, arrives)
        tell(c, shift, arrives, nodes[y].start, place, AT_ONCE)
        mark(c, shift, marked, nodes[y].start, x)
        marked = max(marked, nodes[y].start)
        x = y
        if marked >= last:
            break
    if x >= ends:
        tell(c, shift, nodes[x].start, own.closes, own.home, AT_ONCE)
        mark(c, shift, marked, last, x)
