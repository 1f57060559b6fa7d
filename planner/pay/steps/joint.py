"""A couple's joint visit: its time split by the planned time of each (H25)."""

from collections.abc import Iterator

from planner.model.units import ClientId, Seconds
from planner.pay.model.visits import PerformedVisit, PlannedVisit
from planner.pay.steps.days import day_of
from planner.pay.steps.desk import Desk
from planner.pay.steps.grants import grant_of
from planner.pay.steps.overlap import common, length
from planner.pay.steps.parts import Part, parts_of, weights_of
from planner.pay.steps.shares import split


def shares_of(desk: Desk, visit: PerformedVisit) -> tuple[tuple[ClientId, tuple[Part, ...]], ...]:
    """Return the parts of ``visit`` of each client who was there.

    The time is split by the planned visits it fulfils (or that it overlaps in time), else by what
    is granted for the services, else evenly.
    """
    if not visit.joint:
        return ((visit.client, parts_of(desk, visit)),)
    clients = tuple(dict.fromkeys((visit.client, *visit.joint)))
    times = split(length(visit), _weights(desk, visit, clients))
    return tuple(
        (client, _parts(desk, visit, client, time))
        for client, time in zip(clients, times, strict=True)
    )


def _weights(desk: Desk, visit: PerformedVisit, clients: tuple[ClientId, ...]) -> tuple[int, ...]:
    """Return what the time of ``visit`` is split by."""
    named = [desk.account.planned_by_id.get(name) for name in visit.planned]
    for weights in (
        tuple(sum(length(row) for row in named if row and row.client == one) for one in clients),
        tuple(sum(length(row) for row in _beside(desk, visit, one)) for one in clients),
        tuple(_granted(desk, visit, one) for one in clients),
    ):
        if all(weights):
            return weights
    return (1,) * len(clients)


def _beside(desk: Desk, visit: PerformedVisit, client: ClientId) -> Iterator[PlannedVisit]:
    """Yield the planned visits of ``client`` that overlap ``visit``."""
    for row in desk.account.planned:
        if row.client == client and common(row, visit):
            yield row


def _granted(desk: Desk, visit: PerformedVisit, client: ClientId) -> int:
    """Return the seconds granted to ``client`` for the services of ``visit``."""
    total, day = 0, day_of(visit.start)
    for service in visit.services:
        ordered = desk.ordered(client, service, day)
        grant = grant_of(ordered)[1] if ordered else None
        total += grant.time if grant else 0
    return total


def _parts(desk: Desk, visit: PerformedVisit, client: ClientId, time: Seconds) -> tuple[Part, ...]:
    """Return the parts of ``client``, with ``time`` in all; the registered times weigh them."""
    day = day_of(visit.start)
    given = visit.times or (Seconds(0),) * len(visit.services)
    own = [
        (service, desk.ordered(client, service, day), weight)
        for service, weight in zip(visit.services, given, strict=True)
        if desk.ordered(client, service, day) is not None
    ]
    own = own or [
        (service, desk.ordered(client, service, day), Seconds(0))
        for row in _beside(desk, visit, client)
        for service in row.services[:1]
    ]
    if not own:
        return (Part(None, None, time),)
    weights: tuple[int, ...] = tuple(weight for _, _, weight in own)
    if not any(weights):
        weights = weights_of([found for _, found, _ in own])
    times = split(time, weights)
    return tuple(Part(name, found, took) for (name, found, _), took in zip(own, times, strict=True))
