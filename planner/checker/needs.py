"""What has to be done: every visit of the horizon, read from the case."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from planner.checker.clock import on_the_wall
from planner.checker.hosts import Hosts
from planner.checker.recurrence import Calendar, UnreadableError, due_days
from planner.checker.showers import before_appointments
from planner.checker.starts import with_starts
from planner.checker.tasks import Task, gaps_of, second_of, task_of
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
class Need:
    """A visit that has to be made. Moments in seconds since 1970.

    It starts within [``earliest``, ``latest``] and would usually start at ``usual``. ``second``
    says after how many seconds a second caregiver comes and how long that one stays.
    ``place`` is ``None`` for a call by phone. ``delivery`` stands where boxes are brought.
    ``guests`` are helped in the same visit (H25). ``gaps`` are the longest ``min_gap`` of each
    client and kind of service.
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
    guests: tuple[Client, ...] = ()
    gaps: Mapping[tuple[str, ServiceKind], int] = field(default_factory=dict)

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
    hosts = Hosts(case)
    visits: dict[tuple[str, date, str], list[Task]] = defaultdict(list)
    unreadable = []
    for order, service in _granted(case, people):
        try:
            due = _due(case, order, service, calendar)
        except UnreadableError:
            unreadable.append(service)
            continue
        label = _label(service, people[order.client])
        for day in due:
            if order.start <= day and (order.end is None or day <= order.end):
                visits[order.client, day, label].append(
                    task_of(people[order.client], order, service)
                )
    home = [
        _visit(people[who], day, label, tasks)
        for (who, day, label), tasks in hosts.merged(visits, people).items()
    ]
    wanted = [row for row in home if row.id not in hosts.turned_down]
    asked = [*with_starts(case, wanted), *_deliveries(case, people)]
    return tuple(row for row in asked if row.id not in hosts.turned_down), tuple(unreadable)


def _due(case: Case, order: Order, service: Service, calendar: Calendar) -> list[date]:
    """Return when a service is due; showers stand the day before appointments (L36)."""
    days = days_of(case)
    seen = sorted(row.day for row in case.appointments if row.client == order.client)
    if service.kind is not ServiceKind.SHOWER or not seen:
        return list(due_days(service.recurrence, days[0], days[-1], calendar))
    wide = [days[0] - timedelta(days=6), days[-1] + timedelta(days=6)]
    ordinary = list(due_days(service.recurrence, wide[0], wide[1], Calendar(wide[0], wide[1])))
    return [day for day in before_appointments(ordinary, seen) if days[0] <= day <= days[-1]]


def _granted(case: Case, people: Mapping[str, Client]) -> Iterator[tuple[Order, Service]]:
    for order in case.orders:
        if order.client in people:
            yield from ((order, service) for service in order.services)


def _label(service: Service, client: Client) -> str:
    """Return the label of the visit in which ``service`` is done.

    What is done alone has its own code behind it, what is done elsewhere the place (N27).
    """
    own = service.kind in _OWN_VISIT
    if service.kind is ServiceKind.CHECK and service.combined:
        own = False
    if own or service.alone or service.double.part is DoublePart.SPLIT:
        return f"{service.visit}.{service.id}"
    if service.place is not None and service.place != client.place:
        return f"{service.visit}@{service.place}"
    return service.visit


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
        duration=sum(task.lasts for task in tasks),
        earliest=opens,
        latest=max(opens, closes),
        usual=_usual(services, day, opens, closes),
        second=second_of(tasks),
        gaps=gaps_of(tasks),
        guests=tuple({task.client.id: task.client for task in tasks}.values())[1:],
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
