"""One group as values of a case, and its rounds of the hidden plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from api.demo.bookings import bookings_of
from api.demo.draft import GroupDraft
from api.demo.meals import deliveries_of, label_on
from api.demo.orders import orders_of
from api.demo.planted import Rounds
from api.demo.portrait import client_code, portraits
from api.demo.series import draw_series, with_uninterruptible
from api.demo.shifts import cars_of, roster_of
from api.demo.substitutes import substitutes_of
from planner.calendar.errands import label_of, visit_id
from planner.model.case import Group, GroupKind, StaffAbsence
from planner.model.clients import Booking, Client, Household, HouseholdMode, MealDelivery
from planner.model.orders import Order
from planner.model.places import Place
from planner.model.plan import Round
from planner.model.staff import Car, Caregiver, Shift
from planner.model.units import GroupId, HouseholdId, VisitId


@dataclass(frozen=True, slots=True)
class GroupValues:
    """What one group adds to a case, and its part of the hidden plan."""

    places: tuple[Place, ...]
    groups: tuple[Group, ...]
    clients: tuple[Client, ...]
    households: tuple[Household, ...]
    orders: tuple[Order, ...]
    caregivers: tuple[Caregiver, ...]
    cars: tuple[Car, ...]
    shifts: tuple[Shift, ...]
    meal_deliveries: tuple[MealDelivery, ...]
    bookings: tuple[Booking, ...]
    staff_absences: tuple[StaffAbsence, ...]
    rounds: tuple[Round, ...]


def assemble(draft: GroupDraft, days: Sequence[date], *, substitutes: bool = False) -> GroupValues:
    """Return the values of a group for ``days``, with hourly ``substitutes`` if wanted."""
    series = with_uninterruptible(draw_series(draft.slots, draft.weeks, draft.rng), draft.rng)
    clients = tuple(portraits(draft, draft.rng))
    orders = tuple(orders_of(draft, series, days[0]))
    deliveries = tuple(deliveries_of(draft, series, days))
    pool = substitutes_of(draft.size) if substitutes else ()
    roster = roster_of(draft, days, pool)
    writer = Rounds(draft, _names(clients, orders, deliveries, days))
    shifts = [*(row.shift for row in roster.worked), *roster.missed]
    return GroupValues(
        places=draft.site.places,
        groups=_groups(draft),
        clients=clients,
        households=tuple(_households(draft)),
        orders=orders,
        caregivers=(*(one for crew in draft.crews for one in crew.caregivers), *pool),
        cars=tuple(cars_of(draft)),
        shifts=tuple(sorted(shifts, key=lambda shift: shift.id)),
        meal_deliveries=deliveries,
        bookings=tuple(bookings_of(orders, days)),
        staff_absences=roster.absences,
        rounds=tuple(writer.of(row) for row in roster.worked),
    )


def _groups(draft: GroupDraft) -> tuple[Group, ...]:
    size, office = draft.size, draft.site.office.id
    kinds = (size.code, GroupKind.DAY), (size.evening_code, GroupKind.EVENING)
    return tuple(
        Group(id=GroupId(code), district=size.district, kind=kind, office=office)
        for code, kind in kinds
    )


def _households(draft: GroupDraft) -> Iterator[Household]:
    """Yield the couples; their visits follow each other (H24)."""
    for needs in draft.clients:
        if needs.partner is not None and needs.number < needs.partner:
            pair = client_code(draft, needs.number), client_code(draft, needs.partner)
            yield Household(id=HouseholdId(f"H{pair[0]}"), clients=pair, mode=HouseholdMode.IN_TURN)


def _names(
    clients: Sequence[Client],
    orders: Sequence[Order],
    deliveries: Sequence[MealDelivery],
    days: Sequence[date],
) -> dict[tuple[int, str, date], VisitId]:
    """Return the id that each planted visit has in the case."""
    by_code = {client.id: client for client in clients}
    number = {client.id: place for place, client in enumerate(clients)}
    names: dict[tuple[int, str, date], VisitId] = {}
    for day in days:
        for order in orders:
            client = by_code[order.client]
            for service in order.services:
                key = number[client.id], service.visit, day
                names[key] = visit_id(client.id, day, label_of(client, service))
    for delivery in deliveries:
        name = visit_id(delivery.client, delivery.day, f"meal_box.{delivery.id}")
        names[number[delivery.client], label_on(delivery.day), delivery.day] = name
    return names
