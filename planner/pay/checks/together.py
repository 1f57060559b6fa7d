"""Services that must not share a visit, where a municipality says so (H12, H13, H15, N26, N27)."""

from collections.abc import Iterator

from planner.pay.checks.subject import AnyVisit, MonthSubject, Place
from planner.pay.model.kinds import Insats, Role
from planner.pay.model.orders import GrantedService


def services_of_visits(
    subject: MonthSubject,
) -> Iterator[tuple[Place, AnyVisit, tuple[GrantedService, ...]]]:
    """Yield each planned and performed main row with more than one service, and those services."""
    known = {
        (order.client, service.id): service
        for order in subject.month.orders
        for service in order.services
    }
    for place, row in subject.visits():
        if place[0] == "declined" or row.role is not Role.MAIN or not row.services[1:]:
            continue
        clients = (row.client, *getattr(row, "joint", ()))
        found = [
            known[client, name]
            for client in clients
            for name in row.services
            if (client, name) in known
        ]
        yield place, row, tuple(found)


def one_of(services: tuple[GrantedService, ...], alone: frozenset[Insats]) -> Insats | None:
    """Return a kind of ``alone`` that shares the visit with another kind, if one does.

    A service that the order allows with others is no such case (``with_others``).
    """
    kinds = {service.kind for service in services}
    for service in services:
        if service.kind in alone and len(kinds) > 1 and not service.with_others:
            return service.kind
    return None
