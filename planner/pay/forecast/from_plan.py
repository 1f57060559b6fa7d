"""The months that a plan reaches into, as month documents with its visits planned."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from planner.calendar.demand import expand
from planner.calendar.errands import double_part
from planner.model.case import Case
from planner.model.orders import DoublePart, Order, Service
from planner.model.plan import Plan, Round, Stop, StopKind
from planner.model.units import ClientId, ProviderId, Seconds, ServiceId, VisitId
from planner.model.visits import Visit, VisitKind
from planner.pay.model.kinds import Insats, Per, Role
from planner.pay.model.meals import MealRow
from planner.pay.model.month import Month, MonthClient
from planner.pay.model.orders import Grant, GrantedService, MonthOrder
from planner.pay.model.visits import PlannedVisit
from planner.pay.steps.days import day_of

_ROLES = {DoublePart.SPLIT: Role.MAIN, DoublePart.COMPANION: Role.COMPANION}


@dataclass(frozen=True, slots=True)
class _Desk:
    """Look-ups of a case: visits by id, and each service with its order."""

    visits: Mapping[VisitId, Visit]
    services: Mapping[ServiceId, tuple[Order, Service]]


def months_of(
    case: Case, plan: Plan, municipality: str, *, demo: bool = False
) -> tuple[Month, ...]:
    """Return the months in which ``plan`` has visits, under the model ``municipality``.

    Granted time is that of the case's orders, a week at a time (``0``: not said, so no cap).
    ``demo``: the case is made up.
    """
    desk, planned = _desk(case), planned_visits(case, plan)
    meals = tuple(_meals(desk, plan))
    names = sorted({f"{day_of(row.start):%Y-%m}" for row in planned})
    months = (_month(case, municipality, name, planned, meals) for name in names)
    return tuple(month.model_copy(update={"demo": demo}) for month in months)


def planned_visits(case: Case, plan: Plan) -> tuple[PlannedVisit, ...]:
    """Return the visits of ``plan``, one row per caregiver and client, in order of time."""
    return tuple(sorted(_planned(_desk(case), plan), key=lambda row: (row.start, row.id)))


def _desk(case: Case) -> _Desk:
    """Return the look-ups of ``case``."""
    return _Desk(
        {visit.id: visit for visit in expand(case).visits},
        {service.id: (order, service) for order in case.orders for service in order.services},
    )


def _month(
    case: Case,
    municipality: str,
    name: str,
    planned: Sequence[PlannedVisit],
    meals: Sequence[MealRow],
) -> Month:
    """Return the month ``name`` with its part of the plan."""
    home = {client: row.id for row in case.households for client in row.clients}
    provider = case.providers[0].id if case.providers else ProviderId("")
    return Month(
        id=f"{case.id} {name}",
        municipality=municipality,
        provider=provider,
        month=name,
        clients=tuple(
            MonthClient(id=client.id, household=home.get(client.id)) for client in case.clients
        ),
        orders=tuple(_order(order) for order in case.orders),
        planned=tuple(row for row in planned if f"{day_of(row.start):%Y-%m}" == name),
        meals=tuple(row for row in meals if f"{row.delivered:%Y-%m}" == name),
    )


def _order(order: Order) -> MonthOrder:
    """Return an order of the case as the settlement knows it."""
    week = Grant(time=order.granted_time, per=Per.WEEK) if order.granted_time else None
    return MonthOrder(
        id=order.id,
        client=order.client,
        start=order.start,
        end=order.end,
        grant=week,
        double_in_text=order.double_in_text,
        services=tuple(
            GrantedService(id=service.id, kind=Insats(service.kind.value))
            for service in order.services
        ),
    )


def _stops(plan: Plan) -> Iterator[tuple[Round, Stop]]:
    """Yield every visit of ``plan`` with its round."""
    for row in plan.rounds:
        for stop in row.stops:
            if stop.kind is StopKind.VISIT:
                yield row, stop


def _planned(desk: _Desk, plan: Plan) -> Iterator[PlannedVisit]:
    """Yield the planned visits, one row per caregiver and client."""
    for row, stop in _stops(plan):
        visit = desk.visits.get(VisitId(stop.id))
        if visit is None or visit.kind is VisitKind.MEAL_BOX:
            continue
        start = stop.start
        for client, services in _by_client(desk, visit).items():
            whole = int((stop.end - stop.start).total_seconds())
            times = _times(desk, services, whole, alone=len(services) == len(visit.services))
            end = min(stop.end, start + timedelta(seconds=sum(times)))
            yield PlannedVisit(
                id=VisitId(f"{visit.id} {stop.seat} {client}"),
                client=client,
                services=services,
                times=times if sum(times) == int((end - start).total_seconds()) else (),
                start=start,
                end=end,
                caregiver=row.caregiver,
                role=_role(desk, visit, stop),
            )
            start = end


def _by_client(desk: _Desk, visit: Visit) -> dict[ClientId, tuple[ServiceId, ...]]:
    """Return the services of ``visit`` by the client they are for (H25)."""
    found: dict[ClientId, tuple[ServiceId, ...]] = {}
    for service in visit.services:
        client = desk.services[service][0].client
        found[client] = (*found.get(client, ()), service)
    return found


def _times(
    desk: _Desk, services: Sequence[ServiceId], whole: int, *, alone: bool
) -> tuple[Seconds, ...]:
    """Return the seconds of each service; the first one makes up for a stop of another length."""
    times = [int(desk.services[service][1].duration) for service in services]
    if alone and sum(times) != whole:
        rest = whole
        for number in reversed(range(1, len(times))):
            times[number] = min(times[number], rest)
            rest -= times[number]
        times[0] = rest
    return tuple(Seconds(time) for time in times)


def _role(desk: _Desk, visit: Visit, stop: Stop) -> Role:
    """Return what the caregiver of ``stop`` would register (U70, U75, U76)."""
    if stop.seat == 1:
        return Role.MAIN
    parts = [double_part(*desk.services[service]) for service in visit.services]
    return next((_ROLES[part] for part in parts if part in _ROLES), Role.DOUBLE)


def _meals(desk: _Desk, plan: Plan) -> Iterator[MealRow]:
    """Yield the meal boxes that the plan delivers."""
    for _, stop in _stops(plan):
        visit = desk.visits.get(VisitId(stop.id))
        if visit is not None and visit.kind is VisitKind.MEAL_BOX:
            yield MealRow(
                id=stop.id,
                client=visit.client,
                boxes=visit.boxes,
                delivered=visit.day,
                duration=visit.duration,
            )
