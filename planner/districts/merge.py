"""Put the rounds of parts together again."""

from collections.abc import Iterable

from planner.model.plan import Plan, Round
from planner.model.units import ShiftId


def joined(plans: Iterable[Plan]) -> tuple[Round, ...]:
    """Return the rounds of all ``plans`` by shift.

    A shift of several parts counts where it works most, since nobody is in two rounds at once.
    """
    best: dict[ShiftId, Round] = {}
    for plan in plans:
        for row in plan.rounds:
            known = best.get(row.shift)
            if known is None or len(row.stops) > len(known.stops):
                best[row.shift] = row
    return tuple(best[shift] for shift in sorted(best))
