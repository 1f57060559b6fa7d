"""Which shifts a move has touched, and between which moments their rounds differ from before."""

from solver.kernel.covering.cells import block_of
from solver.kernel.jit import inlined
from solver.kernel.layout import NONE, CoverMemory, Memory


@inlined
def same(w: Memory, c: CoverMemory, x: int) -> bool:
    """Tell whether ``x`` starts when and where it was seen."""
    node = w.nodes[x]
    return bool(node.start == c.seen[x].start and node.row == c.seen[x].row)


@inlined
def limit_change(w: Memory, c: CoverMemory, shift: int) -> None:
    """Find between which nodes and blocks a round differs from the one seen."""
    nodes = w.nodes
    own = c.watchers[shift]
    tasks = w.tally[0].tasks
    end = tasks + w.tally[0].shifts + shift
    own.low = 0
    own.high = -1
    x = tasks + shift
    while x != end and nodes[x].succ == c.seen[x].succ and same(w, c, nodes[x].succ):
        x = nodes[x].succ
    own.left = x
    if x == end:
        return
    y = NONE
    if same(w, c, end):
        y = end
        while nodes[y].pred == c.seen[y].pred and same(w, c, nodes[y].pred):
            y = nodes[y].pred
    own.right = y
    first = max(own.opens, nodes[x].start + nodes[x].duration)
    last = own.closes if y < 0 else min(own.closes, nodes[y].start)
    if first < last:
        own.low = block_of(c, first)
        own.high = block_of(c, last - 1)


@inlined
def touch(c: CoverMemory, shift: int, count: int) -> int:
    """List a shift that answers somebody; return how many are listed."""
    if shift >= 0 and c.watchers[shift].slot >= 0 and c.watchers[shift].touched == 0:
        c.watchers[shift].touched = 1
        c.watchers[count].listed = shift
        return count + 1
    return count


@inlined
def touched(w: Memory, c: CoverMemory) -> int:
    """List every shift in the log of the move; return how many."""
    tally = w.tally[0]
    count = 0
    for k in range(tally.links):
        count = touch(c, w.nodes[w.work[k].a].shift, count)
    for k in range(tally.hands):
        count = touch(c, w.work[k].shift, count)
        count = touch(c, w.nodes[w.work[k].handed].shift, count)
    for k in range(tally.starts):
        count = touch(c, w.nodes[w.work[k].retimed].shift, count)
    return count


@inlined
def see(w: Memory, c: CoverMemory, shift: int) -> None:
    """Remember a round as it is now, from before its changes to after them."""
    nodes = w.nodes
    x = c.watchers[shift].left
    last = c.watchers[shift].right
    while x >= 0:
        seen = c.seen[x]
        seen.start = nodes[x].start
        seen.row = nodes[x].row
        seen.succ = nodes[x].succ
        seen.pred = nodes[x].pred
        if x == last:
            break
        x = nodes[x].succ
