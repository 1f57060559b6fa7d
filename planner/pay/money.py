"""Exact money: amounts in 1/3600 öre, so that a second at a price in öre per hour is whole.

Sums of such amounts are exact in any order; they become öre once, where they are shown or billed.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from planner.model.units import Ore

PER_ORE = 3600
"""So many parts make one öre."""


def amount_of(time: int, count: int, ore: Ore, *, hourly: bool) -> int:
    """Return the amount of ``time`` seconds at ``ore`` per hour, or of ``count`` pieces."""
    return time * ore if hourly else count * ore * PER_ORE


def ore_of(amount: int) -> Ore:
    """Return ``amount`` in whole öre, halves away from zero."""
    sign = -1 if amount < 0 else 1
    return Ore(sign * ((2 * abs(amount) + PER_ORE) // (2 * PER_ORE)))


def spread(amounts: Sequence[int]) -> tuple[Ore, ...]:
    """Return each of ``amounts`` in whole öre so that they add up to the rounded sum.

    Each gets the difference between the rounded running sums, so none is off by an öre or more.
    """
    ends = [ore_of(total) for total in accumulate(amounts, initial=0)]
    return tuple(Ore(after - before) for before, after in pairwise(ends))
