"""What has to be done: every visit of the horizon, read from the case."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.checker.clock import on_the_wall
from planner.checker.recurrence import Calendar, UnreadableError, due_days
from planner.model.case import Case
from planner.model.clients import Client, MealDelivery
from planner.model.orders import DoublePart, Order, Service, ServiceKind

_OWN_VISIT = (
    ServiceKind.CHECK,
    ServiceKind.ESCORT,
    ServiceKind.RESPITE,
    ServiceKind.HOUSING_SUPPORT,
    ServiceKind.SIMPLIFIED,
    ServiceKind.PHONE_VISIT,
)
"""Never done together with other services (H12, H13, H15, H20, H21, N26)."""


@dataclass(frozen=True, slots=True)
class Task:
    """A service that falls due; ``double`` is what counts (U69: in the text; U75: no cleaning)."""

    service: Service
    double: DoublePart


@dataclass(frozen=True, slots=True)
class Need:
    """A visit that has to be made. Moments in seconds since 1970.

    It starts within [``earliest``, ``latest``] and would usually start at ``usual``. ``second``
    says after how many seconds a second caregiver comes and how long that one stays.
    ``place`` is ``None`` for a call by phone. ``delivery`` stands where boxes are brought.
    """

    id: str
    client: Client
    day: date
    label: str
    place: str | None
    services: tuple[Service, ...]
    duration: int
    earliest: int
    latest: int
    usual: int
    second: tuple[int, int] | None = None
    delivery: MealDelivery | None = None

    @property
    def seats(self) -> int:
        """How many caregivers it takes."""
        return 2 if self.second else 1

    def lasts(self, seat: int) -> int:
        """Return how many seconds the caregiver of ``seat`` is there."""
        return self.second[1] if seat > 1 and self.second else self.duration


def days_of(case: Case) -> tuple[date, ...]:
    """Return the days of the horizon."""
    return tuple(case.horizon.first + timedelta(days=n) for n in range(case.horizon.days))


def needs_of(case: Case) -> tuple[tuple[Need, ...], tuple[Service, ...]]:
    """Return every visit that falls due, absences not regarded, and the unreadable services."""
    people: dict[str, Client] = {client.id: client for client in case.clients}
    days = days_of(case)
    calendar = Calendar(days[0], days[-1])
    visits: dict[tuple[str, date, str], list[Task]] = defaultdict(list)
    unreadable = []
    for order, service in _granted(case, people):
        try:
            due = due_days(service.recurrence, days[0], days[-1], calendar)
        except UnreadableError:
            unreadable.append(service)
            continue
        label = _label(service, people[order.client])
        for day in due:
            if order.start <= day and (order.end is None or day <= order.end):
                visits[order.client, day, label].append(Task(service, _double(order, service)))
    home = [_visit(people[who], day, label, tasks) for (who, day, label), tasks in visits.items()]
    return (*home, *_deliveries(case, people)), tuple(unreadable)


def _granted(case: Case, people: Mapping[str, Client]) -> Iterator[tuple[Order, Service]]:
    for order in case.orders:
        if order.client in people:
            yield from ((order, service) for service in order.services)


def _label(service: Service, client: Client) -> str:
    """Return the label of the visit in which ``service`` is done.

    What is done alone has its own code behind it, what is done elsewhere the place (N27).
    """
    if service.alone or service.kind in _OWN_VISIT:
        return f"{service.visit}.{service.id}"
    if service.place is not None and service.place != client.place:
        return f"{service.visit}@{service.place}"
    return service.visit


def _double(order: Order, service: Service) -> DoublePart:
    if order.double_in_text and service.kind is not ServiceKind.CLEANING:
        return service.double.part
    return DoublePart.NONE


def _visit(client: Client, day: date, label: str, tasks: list[Task]) -> Need:
    """Return the visit of one client, day and label with all its services."""
    services = tuple(task.service for task in tasks)
    first = services[0]
    elsewhere = first.place if first.place is not None else client.place
    opens = max(on_the_wall(day, service.window.earliest) for service in services)
    closes = min(on_the_wall(day, service.window.latest) for service in services)
    return Need(
        id=f"{client.id}:{day.isoformat()}:{label}",
        client=client,
        day=day,
        label=label,
        place=None if first.kind is ServiceKind.PHONE_VISIT else elsewhere,
        services=services,
        duration=sum(service.duration for service in services),
        earliest=opens,
        latest=max(opens, closes),
        usual=_usual(services, day, opens, closes),
        second=_second(tasks),
    )


def _usual(services: tuple[Service, ...], day: date, opens: int, closes: int) -> int:
    """Return when a visit would start: where its wishes begin to meet, else as it opens."""
    wished = [s.window for s in services if s.window.preferred_from and s.window.preferred_to]
    if not wished:
        return opens
    begins = max(opens, *(on_the_wall(day, w.preferred_from) for w in wished if w.preferred_from))
    ends = min(
        max(opens, closes), *(on_the_wall(day, w.preferred_to) for w in wished if w.preferred_to)
    )
    return begins if begins <= ends else opens


def _second(tasks: list[Task]) -> tuple[int, int] | None:
    """Return when the second caregiver comes and for how long (U69-U76).

    The shared parts lie in one stretch: services shared at their end, then those shared in full,
    then those shared at their start. What one caregiver does alone comes before the stretch when
    it begins with a service shared at its end, else after it.
    """
    by_part = {
        part: sorted(
            (task.service for task in tasks if task.double is part),
            key=lambda service: (service.order_in_visit, service.id),
        )
        for part in DoublePart
    }
    last, full, first = (
        by_part[part] for part in (DoublePart.LAST, DoublePart.FULL, DoublePart.FIRST)
    )
    if not (last or full or first):
        return None
    middle = sum(service.duration for service in full)
    before = sum(service.duration for service in last)
    alone = by_part[DoublePart.NONE] if last else []
    comes = sum(service.duration for service in alone)
    comes_late = last[0].duration - _shared(last[0]) if last else 0
    leaves_after = sum(s.duration for s in first[:-1]) + _shared(first[-1]) if first else 0
    return comes + comes_late, before - comes_late + middle + leaves_after


def _shared(service: Service) -> int:
    """Return how much of a service that is shared in part is shared."""
    return min(service.double.duration or service.duration, service.duration)


def _deliveries(case: Case, people: Mapping[str, Client]) -> Iterator[Need]:
    """Yield the visits that bring meal boxes; never done with other services (U64, U67)."""
    days = days_of(case)
    for row in case.meal_deliveries:
        client = people.get(row.client)
        if client is None or row.day not in days:
            continue
        opens = on_the_wall(row.day, row.earliest_start)
        yield Need(
            id=f"{client.id}:{row.day.isoformat()}:meal_box.{row.id}",
            client=client,
            day=row.day,
            label=f"meal_box.{row.id}",
            place=client.place,
            services=(),
            duration=row.duration,
            earliest=opens,
            latest=max(opens, on_the_wall(row.day, row.latest_start)),
            usual=opens,
            delivery=row,
        )
