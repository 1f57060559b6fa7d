"""A visit's time by service, with the order of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from planner.model.units import ClientId, Seconds, ServiceId
from planner.pay.model.visits import DeclinedVisit, PerformedVisit, PlannedVisit
from planner.pay.steps.days import day_of
from planner.pay.steps.overlap import length
from planner.pay.steps.shares import split
from planner.pay.steps.spells import Ordered


class Orders(Protocol):
    """Anything that knows what is ordered."""

    def ordered(self, client: ClientId, service: ServiceId, day: date) -> Ordered | None:
        """Return the order and service in force on ``day``."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """One service's part of a visit; ``ordered`` is ``None`` for what is not ordered."""

    service: ServiceId | None
    ordered: Ordered | None
    time: Seconds


def parts_of(
    desk: Orders, visit: PlannedVisit | PerformedVisit | DeclinedVisit
) -> tuple[Part, ...]:
    """Return the parts of ``visit``; without times of their own they follow what is granted."""
    whole, day = length(visit), day_of(visit.start)
    if not visit.services:
        return (Part(None, None, whole),)
    found = tuple(desk.ordered(visit.client, name, day) for name in visit.services)
    times = visit.times or split(whole, weights_of(found))
    rows = zip(visit.services, found, times, strict=True)
    return tuple(Part(name, ordered, time) for name, ordered, time in rows)


def weights_of(found: Sequence[Ordered | None]) -> tuple[int, ...]:
    """Return what time registered without times of its services is split by.

    What is granted for each, where all have a grant for the same stretch of time; else the first
    service has all.
    """
    grants = [ordered.service.grant for ordered in found if ordered is not None]
    own = [grant for grant in grants if grant is not None]
    if len(own) == len(found) and len({grant.per for grant in own}) == 1:
        times = tuple(int(grant.time) for grant in own)
        if any(times):
            return times
    return (1, *(0 for _ in found[1:]))
