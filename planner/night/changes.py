"""What differs between two plans, for the visits that both of them have."""

from dataclasses import dataclass
from datetime import datetime

from planner.model.plan import Plan, StopKind
from planner.model.units import CaregiverId

Seats = dict[tuple[str, int], tuple[CaregiverId, datetime]]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many seats ``same`` stayed, changed ``caregiver``, or kept it and changed ``time``.

    ``placed`` are in the later plan only although the earlier one knew the visit, ``dropped``
    the other way round. Visits that only one of the two horizons has are not counted.
    """

    same: int
    caregiver: int
    time: int
    placed: int
    dropped: int


def changes(before: Plan, after: Plan) -> Changes:
    """Return what became of the seats of ``before`` in ``after``."""
    old, new = _seats(before), _seats(after)
    left_then = {row.visit for row in before.unplaced}
    left_now = {row.visit for row in after.unplaced}
    both = old.keys() & new.keys()
    moved = sum(1 for seat in both if old[seat][0] != new[seat][0])
    later = sum(1 for seat in both if old[seat][0] == new[seat][0] and old[seat][1] != new[seat][1])
    return Changes(
        same=len(both) - moved - later,
        caregiver=moved,
        time=later,
        placed=sum(1 for visit, _ in new if visit in left_then),
        dropped=sum(1 for visit, _ in old if visit in left_now),
    )


def _seats(plan: Plan) -> Seats:
    return {
        (stop.id, stop.seat): (row.caregiver, stop.start)
        for row in plan.rounds
        for stop in row.stops
        if stop.kind is StopKind.VISIT
    }
