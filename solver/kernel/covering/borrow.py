"""The memory of cover without reference counts, as ``solver.kernel.borrow`` does it."""

from solver.kernel.borrow import borrow
from solver.kernel.jit import inlined
from solver.kernel.layout import CoverMemory


@inlined
def borrowed_cover(c: CoverMemory) -> CoverMemory:
    """Return the same memory without owners."""
    return CoverMemory(
        borrow(c.head),
        borrow(c.watchers),
        borrow(c.seen),
        borrow(c.cells),
        borrow(c.slices),
        borrow(c.rows),
        borrow(c.bits),
        borrow(c.numbers),
    )
