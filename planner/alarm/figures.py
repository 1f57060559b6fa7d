"""Alarm reach of a whole plan in a few figures."""

from dataclasses import dataclass

from planner.alarm.reach import reach_of
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import ClientId, Instant, Seconds


@dataclass(frozen=True, slots=True)
class Alarms:
    """How many clients are answered, their uncovered seconds together, and the worst call.

    ``worst`` is in seconds from the call to the door; ``None`` with a client where nobody would
    come at all, without one where there is nobody to reach.
    """

    clients: int
    uncovered: Seconds
    worst: Seconds | None
    worst_client: ClientId | None
    worst_at: Instant | None


def alarms_of(instance: Instance, plan: Plan) -> Alarms:
    """Return how ``plan`` reaches the alarm clients (U77-U79)."""
    rows = reach_of(instance, plan)
    never = [row for row in rows if row.worst is None]
    longest = max((row.worst for row in rows if row.worst is not None), default=None)
    slowest = never or [row for row in rows if row.worst == longest]
    first = min(slowest, key=lambda row: (row.worst_at, row.client), default=None)
    return Alarms(
        clients=len(rows),
        uncovered=Seconds(sum(row.uncovered for row in rows)),
        worst=first.worst if first else None,
        worst_client=first.client if first else None,
        worst_at=first.worst_at if first else None,
    )
