"""Paid time of the roster, and the share of the visits' work that is fair for each caregiver."""

from collections import defaultdict
from collections.abc import Mapping

from planner.model.instance import Instance
from planner.model.units import CaregiverId, Seconds, ShiftId
from planner.rules.reading import seconds_of


def paid_seconds(instance: Instance) -> dict[ShiftId, int]:
    """Return the paid seconds of each shift on duty: its length without its breaks."""
    breaks: dict[ShiftId, int] = defaultdict(int)
    for row in instance.demand.activities:
        if row.duty is None:
            breaks[row.shift] += row.duration
    return {
        turn.shift: turn.end - turn.start - breaks[turn.shift] for turn in instance.demand.turns
    }


def fair_shares(instance: Instance) -> Mapping[CaregiverId, Seconds]:
    """Return the seconds at visits that are fair for each caregiver on duty in the horizon.

    All visits and duties, shared out by paid time and rounded up, less the caregiver's own duties.
    Travel is left out, so that shares follow from demand and roster alone.
    """
    paid: dict[CaregiverId, int] = defaultdict(int)
    duties: dict[CaregiverId, int] = defaultdict(int)
    for shift, seconds in paid_seconds(instance).items():
        paid[instance.shifts[shift].caregiver] += max(0, seconds)
    for row in instance.demand.activities:
        if row.duty is not None:
            duties[instance.shifts[row.shift].caregiver] += row.duration
    visits = sum(seconds_of(instance.visits[seat.visit], seat) for seat in instance.seats)
    work, time = visits + sum(duties.values()), max(1, sum(paid.values()))
    return {who: Seconds(max(0, -(-work * paid[who] // time) - duties[who])) for who in paid}
