"""Parts of a time, in whole seconds."""

from itertools import pairwise

from planner.model.units import Seconds


def share(time: int, numerator: int, denominator: int) -> Seconds:
    """Return ``time * numerator / denominator`` in whole seconds, halves up; nothing negative.

    ``share(218_880, 10, 304)`` is a day of a month by 1/30.4 (N15): 7,200 seconds.
    """
    return Seconds((2 * time * numerator + denominator) // (2 * denominator))


def split(total: int, weights: tuple[int, ...]) -> tuple[Seconds, ...]:
    """Return ``total`` split by ``weights`` (at least one above 0) so that the parts add up.

    The difference between the rounded running sums: exact at the end, no part below 0.
    """
    whole, sums = sum(weights), [0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    ends = [share(total, part, whole) for part in sums]
    return tuple(Seconds(after - before) for before, after in pairwise(ends))
