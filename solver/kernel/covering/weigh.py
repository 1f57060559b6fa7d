"""Bring the cost of uncovered seconds up to date: after a move, or from nothing."""

from solver.kernel.borrow import borrowed
from solver.kernel.covering.bits import NO
from solver.kernel.covering.borrow import borrowed_cover
from solver.kernel.covering.cells import block_of, cell_at, lay
from solver.kernel.covering.price import price
from solver.kernel.covering.touch import limit_change, see, touched
from solver.kernel.evaluate import total
from solver.kernel.jit import called, inlined
from solver.kernel.layout import NONE, CoverMemory, Memory


@inlined
def keeps(c: CoverMemory, shift: int, block: int) -> bool:
    """Tell whether the shift is still sure of all it was sure of in a block where all was safe."""
    words = c.head[0].words
    at = cell_at(c, block, c.watchers[shift].slot)
    lost = NO
    for k in range(words):
        cell = c.cells[at + k]
        lost |= c.bits[block * words + k] & cell.sure_before & ~cell.sure
    return bool(c.slices[block].safe and lost == NO)


@inlined
def list_blocks(c: CoverMemory, shift: int, count: int) -> int:
    """List the blocks of a shift that may change; return how many are listed."""
    for block in range(c.watchers[shift].low, c.watchers[shift].high + 1):
        if c.slices[block].dirty == 0 and not keeps(c, shift, block):
            c.slices[block].dirty = 1
            c.slices[count].listed = block
            count += 1
    return count


@inlined
def take_back(c: CoverMemory, shift: int) -> None:
    """Give the cells of a shift back what they were."""
    own = c.watchers[shift]
    words = c.head[0].words
    for block in range(own.low, own.high + 1):
        at = cell_at(c, block, own.slot)
        for k in range(words):
            cell = c.cells[at + k]
            cell.sure = cell.sure_before
            cell.maybe = cell.maybe_before
            cell.node = cell.node_before


@called
def weigh(owned: Memory, owned_cover: CoverMemory, bound: int) -> int:
    """Return the cost after a move with what it covers; above ``bound`` nothing here changes."""
    w = borrowed(owned)
    c = borrowed_cover(owned_cover)
    tally = w.tally[0]
    before = tally.cover
    count = touched(w, c)
    blocks = 0
    for i in range(count):
        limit_change(w, c, c.watchers[i].listed)
    for i in range(count):
        if c.watchers[c.watchers[i].listed].low <= c.watchers[c.watchers[i].listed].high:
            lay(w, c, c.watchers[i].listed)
        blocks = list_blocks(c, c.watchers[i].listed, blocks)
    for i in range(blocks):
        own = c.slices[c.slices[i].listed]
        own.before = own.cost
        own.safe_before = own.safe
        own.cost = price(w, c, c.slices[i].listed)
        own.dirty = 0
        tally.cover += own.cost - own.before
    now = total(w)
    for i in range(count):
        shift = c.watchers[i].listed
        c.watchers[shift].touched = 0
        if now <= bound:
            see(w, c, shift)
        else:
            take_back(c, shift)
    if now > bound:
        for i in range(blocks):
            own = c.slices[c.slices[i].listed]
            own.cost = own.before
            own.safe = own.safe_before
        tally.cover = before
    return now


@called
def weigh_all(owned: Memory, owned_cover: CoverMemory) -> None:
    """Make all cells and the whole cost of uncovered seconds anew."""
    w = borrowed(owned)
    c = borrowed_cover(owned_cover)
    tally = w.tally[0]
    for shift in range(tally.shifts):
        own = c.watchers[shift]
        if own.slot >= 0:
            own.left = tally.tasks + shift
            own.right = NONE
            own.low = block_of(c, own.opens)
            own.high = block_of(c, own.closes - 1)
            lay(w, c, shift)
            see(w, c, shift)
    tally.cover = 0
    for block in range(c.head[0].blocks):
        c.slices[block].cost = price(w, c, block)
        tally.cover += c.slices[block].cost
