"""Random numbers: xorshift128+ (Vigna, 2017) on the search's own state."""

import numpy as np

from solver.kernel.jit import inlined
from solver.kernel.layout import Memory


@inlined
def draw(w: Memory) -> np.uint64:
    """Return 64 random bits."""
    state = w.tally[0]
    a = state.random_a
    b = state.random_b
    state.random_a = b
    a ^= a << np.uint64(23)
    a ^= b ^ (a >> np.uint64(17)) ^ (b >> np.uint64(26))
    state.random_b = a
    return np.uint64(a + b)


@inlined
def scaled(bits: np.uint64, size: int) -> int:
    """Return a number in [0, size) from the upper half of ``bits``."""
    return int(np.int64(((bits >> np.uint64(32)) * np.uint64(size)) >> np.uint64(32)))


@inlined
def part(bits: np.uint64, skip: int, size: int) -> int:
    """Return a number in [0, size) from 16 bits of ``bits``, leaving out the lowest ``skip``."""
    some = (bits >> np.uint64(skip)) & np.uint64(65535)
    return int(np.int64((some * np.uint64(size)) >> np.uint64(16)))


@inlined
def below(w: Memory, size: int) -> int:
    """Return a random number in [0, size)."""
    return scaled(draw(w), size)


@inlined
def chill(w: Memory) -> float:
    """Return an exponentially distributed number with mean 1."""
    return float(w.chill[draw(w) >> np.uint64(52)])
