"""Extent: what a plan delivers of what has been granted (beviljad tid)."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import ClientId, OrderId, Seconds
from planner.rules.reading import by_seat

WEEK = 7
"""Days for which time is granted."""


@dataclass(frozen=True, slots=True)
class Extent:
    """One order in the horizon: granted, asked for by its visits, and placed, in seconds.

    ``granted`` is 0 where the order does not say. A service that two share counts once.
    """

    order: OrderId
    client: ClientId
    granted: Seconds
    asked: Seconds
    placed: Seconds

    @property
    def short(self) -> Seconds:
        """What is missing of what was both granted and asked for; 0 if nothing."""
        return Seconds(max(min(self.granted, self.asked) - self.placed, 0))


def extents(instance: Instance, plan: Plan) -> Iterator[Extent]:
    """Yield the extent of every order, in the order of the case.

    A visit counts when all its seats are placed. Granted time is a week's, so that an order with
    weekly services is seen rightly over whole weeks.
    """
    placed = by_seat(instance, plan).keys()
    open_visits = {seat.visit for seat in instance.seats if seat not in placed}
    asked: dict[str, int] = {}
    done: dict[str, int] = {}
    for visit in instance.demand.visits:
        for service in visit.services:
            asked[service] = asked.get(service, 0) + 1
            done[service] = done.get(service, 0) + (visit.id not in open_visits)
    days = instance.case.horizon.days
    for order in instance.case.orders:
        yield Extent(
            order=order.id,
            client=order.client,
            granted=Seconds(order.granted_time * days // WEEK),
            asked=Seconds(sum(row.duration * asked.get(row.id, 0) for row in order.services)),
            placed=Seconds(sum(row.duration * done.get(row.id, 0) for row in order.services)),
        )


def delivered_share(instance: Instance, plan: Plan) -> float | None:
    """Return the placed share of what orders with granted time ask for; ``None`` without any."""
    rows = [row for row in extents(instance, plan) if row.granted and row.asked]
    if not rows:
        return None
    expected = sum(min(row.granted, row.asked) for row in rows)
    return sum(min(row.placed, row.granted) for row in rows) / expected
