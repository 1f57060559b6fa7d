"""Turn the stops of a round into the rows of its printed page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from api.print.sheet import Partner, Row, RowKind, Where, Whom
from planner.model.clients import Client
from planner.model.instance import Instance
from planner.model.orders import ServiceKind
from planner.model.places import Place
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.staff import DutyKind
from planner.model.units import CaregiverId, ClientId, PlaceId, Seconds, ServiceId, VisitId
from planner.model.visits import Visit


@dataclass(frozen=True)
class Lookup:
    """An instance and a plan of it, with what printing looks up in them."""

    instance: Instance
    plan: Plan

    @cached_property
    def kinds(self) -> Mapping[ServiceId, ServiceKind]:
        """What each service is."""
        return {
            service.id: service.kind
            for order in self.instance.case.orders
            for service in order.services
        }

    @cached_property
    def duties(self) -> Mapping[str, DutyKind | None]:
        """What each activity is; a break is ``None``."""
        return {activity.id: activity.duty for activity in self.instance.demand.activities}

    @cached_property
    def housemates(self) -> Mapping[ClientId, tuple[ClientId, ...]]:
        """The other clients of each client's household."""
        return {
            client: tuple(other for other in household.clients if other != client)
            for household in self.instance.case.households
            for client in household.clients
        }

    @cached_property
    def seats(self) -> Mapping[tuple[str, int], tuple[CaregiverId, Stop]]:
        """Who takes each seat of each visit, and when."""
        return {
            (stop.id, stop.seat): (trip.caregiver, stop)
            for trip in self.plan.rounds
            for stop in trip.stops
            if stop.kind is StopKind.VISIT
        }


def rows_of(lookup: Lookup, trip: Round) -> Iterator[Row]:
    """Yield a row for each stop of ``trip``, in order."""
    number = 0
    for stop in trip.stops:
        if stop.kind is StopKind.VISIT:
            number += 1
            yield _visit_row(lookup, trip.caregiver, stop, number)
        else:
            yield _other_row(lookup, stop)


def _other_row(lookup: Lookup, stop: Stop) -> Row:
    return Row(
        kind=RowKind.BREAK if stop.kind is StopKind.BREAK else RowKind.DUTY,
        number=None,
        travel=stop.travel,
        wait=_wait(stop),
        start=stop.start,
        end=stop.end,
        where=_where(lookup, stop.place),
        duty=lookup.duties.get(stop.id),
    )


def _visit_row(lookup: Lookup, caregiver: CaregiverId, stop: Stop, number: int) -> Row:
    visit = lookup.instance.visits[VisitId(stop.id)]
    client = lookup.instance.clients[visit.client]
    return Row(
        kind=RowKind(visit.kind.value),
        number=number,
        travel=stop.travel,
        wait=_wait(stop),
        start=stop.start,
        end=stop.end,
        where=_where(lookup, stop.place),
        whom=_whom(lookup, client, caregiver),
        services=tuple(lookup.kinds[service] for service in visit.services),
        partner=_partner(lookup, visit, stop),
        boxes=visit.boxes,
        time_critical=visit.time_critical,
        uninterruptible=visit.uninterruptible,
    )


def _wait(stop: Stop) -> Seconds:
    return Seconds(int((stop.start - stop.arrival).total_seconds()))


def _where(lookup: Lookup, place: PlaceId | None) -> Where | None:
    if place is None:
        return None
    found = lookup.instance.places[place]
    return Where(found.id, found.kind, _street(found), found.stairs)


def _street(place: Place) -> str:
    address = place.address
    if address is None:
        return ""
    return " ".join(part for part in (address.street, address.number, address.entrance) if part)


def _whom(lookup: Lookup, client: Client, caregiver: CaregiverId) -> Whom:
    return Whom(
        client=client.id,
        lock=client.lock,
        contact=client.contact == caregiver,
        protected=client.protected_identity,
        pets=client.pets,
        cautions=client.cautions,
        lives_with=lookup.housemates.get(client.id, ()),
    )


def _partner(lookup: Lookup, visit: Visit, stop: Stop) -> Partner | None:
    """Return who holds the other seat; both are there while the second seat lasts."""
    other = lookup.seats.get((visit.id, 3 - stop.seat))
    second = lookup.seats.get((visit.id, 2))
    if other is None or second is None:
        return None
    return Partner(other[0], second[1].start, second[1].end)
