"""What became of the frozen seats in a plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from planner.model.plan import Plan, StopKind
from planner.model.units import CaregiverId
from planner.model.visits import Seat
from planner.published.hold import NO_ROOM, Frozen, Held


@dataclass(frozen=True, slots=True)
class Repaired:
    """A frozen seat that could not stay as published, why, and what came in its place.

    ``caregiver`` and ``start`` are ``None`` where the visit has no place in the plan.
    """

    was: Frozen
    reason: str
    caregiver: CaregiverId | None
    start: datetime | None


def repaired(held: Held, plan: Plan) -> tuple[Repaired, ...]:
    """Return the frozen seats that ``plan`` has in other hands or at another time, in order."""
    return tuple(sorted(_changed(held, plan), key=lambda row: (row.was.start, row.was.seat.visit)))


def _changed(held: Held, plan: Plan) -> Iterator[Repaired]:
    now: dict[tuple[str, int], tuple[CaregiverId, datetime]] = {
        (stop.id, stop.seat): (row.caregiver, stop.start)
        for row in plan.rounds
        for stop in row.stops
        if stop.kind is StopKind.VISIT
    }
    for row in held.seats:
        who, when = now.get(_key(row.seat), (None, None))
        if (who, when) != (row.caregiver, row.start):
            yield Repaired(row, held.reasons.get(row.seat, NO_ROOM), who, when)


def _key(seat: Seat) -> tuple[str, int]:
    return seat.visit, seat.number
