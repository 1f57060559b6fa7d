"""What falls due in one visit: how long it takes, and which part of it two share."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from planner.model.clients import Client
from planner.model.orders import DoublePart, Order, Service, ServiceKind


@dataclass(frozen=True, slots=True)
class Task:
    """A service that falls due, for whom, and how long it takes.

    ``double`` is what counts (U69: in the text; U75: no cleaning).
    """

    client: Client
    service: Service
    double: DoublePart
    lasts: int


def task_of(client: Client, order: Order, service: Service) -> Task:
    """Return a service of an order as it counts; two who split it need half its time (U75)."""
    split = service.double.part is DoublePart.SPLIT
    lasts = service.duration // 2 + service.duration % 2 if split else service.duration
    return Task(client, service, _double(order, service), lasts)


def _double(order: Order, service: Service) -> DoublePart:
    if service.double.part in (DoublePart.SPLIT, DoublePart.COMPANION):
        return DoublePart.FULL
    if order.double_in_text and service.kind is not ServiceKind.CLEANING:
        return service.double.part
    return DoublePart.NONE


def gaps_of(tasks: list[Task]) -> Mapping[tuple[str, ServiceKind], int]:
    """Return the longest ``min_gap`` of each client and kind of service."""
    longest: dict[tuple[str, ServiceKind], int] = defaultdict(int)
    for task in tasks:
        key = task.client.id, task.service.kind
        longest[key] = max(longest[key], task.service.min_gap)
    return MappingProxyType(longest)


def second_of(tasks: list[Task]) -> tuple[int, int] | None:
    """Return when the second caregiver comes and for how long (U69-U76).

    The shared parts lie in one stretch: services shared at their end, then those shared in full,
    then those shared at their start. What one caregiver does alone comes before the stretch when
    it begins with a service shared at its end, else after it.
    """
    by_part = {
        part: sorted(
            (task for task in tasks if task.double is part),
            key=lambda task: (task.service.order_in_visit, task.service.id),
        )
        for part in DoublePart
    }
    last, full, first = (
        by_part[part] for part in (DoublePart.LAST, DoublePart.FULL, DoublePart.FIRST)
    )
    if not (last or full or first):
        return None
    middle = sum(task.lasts for task in full)
    before = sum(task.lasts for task in last)
    alone = by_part[DoublePart.NONE] if last else []
    comes = sum(task.lasts for task in alone)
    comes_late = last[0].lasts - _shared(last[0].service) if last else 0
    leaves_after = sum(t.lasts for t in first[:-1]) + _shared(first[-1].service) if first else 0
    return comes + comes_late, before - comes_late + middle + leaves_after


def _shared(service: Service) -> int:
    """Return how much of a service that is shared in part is shared."""
    return min(service.double.duration or service.duration, service.duration)
