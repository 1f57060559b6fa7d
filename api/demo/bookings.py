"""Laundry rooms are booked for the clients whose laundry is done in them (L35)."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from planner.calendar.recurrence import dates
from planner.model.clients import Booking
from planner.model.orders import Order, Service, ServiceKind

HOUR = 3600
_LAST = 23


def bookings_of(orders: Sequence[Order], days: Sequence[date]) -> Iterator[Booking]:
    """Yield the booking of each laundry away from home, by whole hours around its window."""
    for order in orders:
        for service in order.services:
            if service.kind is not ServiceKind.LAUNDRY or service.place is None:
                continue
            for day in dates(service.recurrence, days[0], days[-1]):
                yield Booking(
                    place=service.place,
                    client=order.client,
                    day=day,
                    start=time(service.window.earliest.hour),
                    end=_closes(service),
                )


def _closes(service: Service) -> time:
    latest = service.window.latest
    done = latest.hour * HOUR + latest.minute * 60 + latest.second + service.duration
    return time(min(_LAST, -(-done // HOUR)))
