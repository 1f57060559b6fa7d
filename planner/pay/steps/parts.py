"""A visit's time by service, with the order of each."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from planner.model.units import ClientId, Seconds, ServiceId
from planner.pay.lines import NO_TIME
from planner.pay.model.visits import DeclinedVisit, PerformedVisit, PlannedVisit
from planner.pay.steps.days import day_of
from planner.pay.steps.overlap import length
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
    """Return the parts of ``visit``; without times of their own the first service has it all."""
    whole, day = length(visit), day_of(visit.start)
    given = visit.times or (whole, *(NO_TIME for _ in visit.services[1:]))
    if not visit.services:
        return (Part(None, None, whole),)
    rows = zip(visit.services, given, strict=True)
    return tuple(Part(name, desk.ordered(visit.client, name, day), time) for name, time in rows)
