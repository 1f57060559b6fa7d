"""Words of 64 bits: how many are set, and those of a span of seconds."""

import numpy as np

from solver.kernel.jit import inlined

ALL = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
ONE = np.uint64(1)
NO = np.uint64(0)


@inlined
def counted(bits: np.uint64) -> int:
    """Return how many bits are set (Warren, Hacker's Delight, 2002)."""
    two = bits - ((bits >> ONE) & np.uint64(0x5555_5555_5555_5555))
    four = (two & np.uint64(0x3333_3333_3333_3333)) + (
        (two >> np.uint64(2)) & np.uint64(0x3333_3333_3333_3333)
    )
    eight = (four + (four >> np.uint64(4))) & np.uint64(0x0F0F_0F0F_0F0F_0F0F)
    return int(np.int64((eight * np.uint64(0x0101_0101_0101_0101)) >> np.uint64(56)))


@inlined
def span(first: int, last: int) -> np.uint64:
    """Return the bits from ``first`` to before ``last``, both within [0, 64]."""
    if first >= last:
        return NO
    return (ALL >> np.uint64(64 - (last - first))) << np.uint64(first)
