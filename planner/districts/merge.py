"""Put the rounds of parts together again."""

from collections.abc import Iterable

from planner.model.plan import Plan, Round


def joined(plans: Iterable[Plan]) -> tuple[Round, ...]:
    """Return the rounds of all ``plans``, by shift.

    A shift of several parts counts where it works most, since nobody is in two rounds at once.
    """
    rounds = sorted((row for plan in plans for row in plan.rounds), key=lambda row: len(row.stops))
    by_shift = {row.shift: row for row in rounds}
    return tuple(by_shift[shift] for shift in sorted(by_shift))
