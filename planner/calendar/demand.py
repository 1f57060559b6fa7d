"""What a case demands: the visits of its horizon, their gaps, and the staff on duty."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time

from planner.baseplan.lookup import with_usual
from planner.calendar.clock import day_start, instant, instant_of, wall_time
from planner.calendar.errands import Errand, bundles, days_of, visit_id
from planner.calendar.gaps import gaps
from planner.calendar.sequences import in_turn, sequences
from planner.calendar.staffing import in_order, lasting, second_seat
from planner.calendar.starts import begun
from planner.calendar.together import joined
from planner.calendar.turns import activities_of, shifts_on_duty
from planner.calendar.windows import hard_span, meet, visit_window, visit_wish
from planner.model.case import Case
from planner.model.clients import Client, MealDelivery
from planner.model.orders import Service, ServiceKind, StartWindow
from planner.model.units import GroupId, Instant, PlaceId, Seconds, VisitId
from planner.model.visits import Demand, Span, Visit, VisitKind

EVENING = time(15)
"""From this time of day the evening group is on duty (L26)."""


def expand(case: Case) -> Demand:
    """Return all visits, gaps, activities and working times of the horizon, sorted by id.

    Never fails on a case that could be read: where the document contradicts itself (an unknown
    client, windows that do not meet, a rule that cannot be read) something harmless stands in
    its place, and the input checks report the fault.
    """
    services = joined(case, bundles(case))
    home_visits = [visit_of(name, errands) for name, errands in services.items()]
    home_visits = with_usual(case.base_plan, home_visits)
    visits = _present(case, [*begun(case, home_visits, services), *_deliveries(case)])
    on_duty = sorted(shifts_on_duty(case), key=lambda pair: pair[0].id)
    activities = [found for shift, turn in on_duty for found in activities_of(shift, turn)]
    return Demand(
        origin=day_start(case.horizon.first),
        visits=visits,
        gaps=gaps(visits, services),
        activities=tuple(sorted(activities, key=lambda activity: activity.id)),
        turns=tuple(turn for _, turn in on_duty),
        sequences=sequences(visits, services),
        in_turn=in_turn(case, visits),
    )


def visit_of(name: VisitId, errands: Sequence[Errand]) -> Visit:
    """Return the visit that does ``errands`` on one day (N03).

    All are one client's, or of a household visited together: the first errand's is its client.
    """
    ordered = in_order(errands)
    client, day = errands[0].client, errands[0].day
    guests = dict.fromkeys(errand.client.id for errand in errands)
    services = [errand.service for errand in ordered]
    windows = [service.window for service in services]
    window = visit_window(windows, day)
    wish = visit_wish(windows, day, window)
    kind, place = _where(errands[0])
    return Visit(
        id=name,
        client=client.id,
        day=day,
        kind=kind,
        place=place,
        group=group_on_duty(client, reference_start(window, wish)),
        services=tuple(service.id for service in services),
        duration=Seconds(sum(lasting(errand) for errand in ordered)),
        window=window,
        preferred=wish,
        second=second_seat(ordered),
        skills=frozenset().union(*(service.skills for service in services)),
        delegations=frozenset().union(*(service.delegations for service in services)),
        personal_care=any(service.personal_care for service in services),
        time_critical=any(service.time_critical for service in services),
        uninterruptible=any(service.uninterruptible for service in services),
        call=services[0].visit,
        guests=tuple(guests)[1:],
        delivery=_delivery_time(services, day),
        usual=_usual(services, day),
    )


def reference_start(window: Span, wish: Span | None) -> Instant:
    """Return when a visit is thought to start: where its wish begins, else its window."""
    return wish.earliest if wish else window.earliest


def _delivery_time(services: Sequence[Service], day: date) -> Span | None:
    """Return from when to when goods may arrive during a visit (H18)."""
    times = [service.delivery for service in services if service.delivery is not None]
    if not times:
        return None
    opens = min(instant_of(day, row.earliest) for row in times)
    return Span(opens, max(opens, *(instant_of(day, row.latest) for row in times)))


def _usual(services: Sequence[Service], day: date) -> Instant | None:
    """Return when a visit used to start: by the first of its services that says so."""
    times = (service.usual_start for service in services if service.usual_start is not None)
    first = next(times, None)
    return None if first is None else instant_of(day, first)


def group_on_duty(client: Client, start: Instant) -> GroupId | None:
    """Return which of the client's groups is on duty for a visit at ``start``."""
    if client.evening_group is not None and wall_time(start) >= EVENING:
        return client.evening_group
    return client.group


def _where(errand: Errand) -> tuple[VisitKind, PlaceId | None]:
    """Return what sort of stop a visit with ``errand`` is, and its place (N27, H21)."""
    if errand.service.kind is ServiceKind.PHONE_VISIT:
        return VisitKind.PHONE, None
    if errand.service.place in (None, errand.client.place):
        return VisitKind.HOME, errand.client.place
    return VisitKind.ELSEWHERE, errand.service.place


def _deliveries(case: Case) -> Iterator[Visit]:
    """Yield the meal-box visits of the horizon, each a visit of its own (U67)."""
    clients = {client.id: client for client in case.clients}
    days = days_of(case.horizon)
    for delivery in case.meal_deliveries:
        client = clients.get(delivery.client)
        if client is not None and days[0] <= delivery.day <= days[-1]:
            yield _delivery(client, delivery)


def _delivery(client: Client, delivery: MealDelivery) -> Visit:
    """Return the visit that hands over the boxes of one delivery."""
    times = StartWindow(earliest=delivery.earliest_start, latest=delivery.latest_start)
    window = hard_span(times, delivery.day)
    return Visit(
        id=visit_id(client.id, delivery.day, f"meal_box.{delivery.id}"),
        client=client.id,
        day=delivery.day,
        kind=VisitKind.MEAL_BOX,
        place=client.place,
        group=group_on_duty(client, window.earliest),
        services=(),
        duration=delivery.duration,
        window=window,
        boxes=delivery.boxes,
        pick_up=delivery.pick_up,
    )


def _present(case: Case, visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """Return ``visits`` sorted by id, with absences of clients regarded.

    A visit whose client is away when it would start falls out; another one keeps the part of its
    window in which the client is there, before or after the absence as it would start. What a
    client has turned down falls out too (U47, U51).
    """
    down = {row.visit for row in case.cancellations}
    away: dict[str, list[Span]] = defaultdict(list)
    for row in case.client_absences:
        away[row.client].append(Span(instant(row.start), instant(row.end)))
    there = (
        _at_home(visit, away.get(visit.client, ()))
        for visit in sorted(visits, key=lambda visit: visit.id)
        if visit.id not in down
    )
    return tuple(visit for visit in there if visit is not None)


def _at_home(visit: Visit, away: Sequence[Span]) -> Visit | None:
    """Return ``visit`` with the part of its window in which nobody is ``away``, if any."""
    usual = reference_start(visit.window, visit.preferred)
    window = visit.window
    for absence in away:
        if absence.earliest <= usual < absence.latest:
            return None
        if usual < absence.earliest:
            latest = Instant(min(window.latest, absence.earliest - 1))
            window = Span(window.earliest, latest)
        else:
            window = Span(max(window.earliest, absence.latest), window.latest)
    wish = visit.preferred and meet([visit.preferred, window])
    return visit if window == visit.window else replace(visit, window=window, preferred=wish)
