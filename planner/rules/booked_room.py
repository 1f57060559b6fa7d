"""Booked room: the laundry is done while the client has the laundry room."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from planner.calendar.clock import instant_of
from planner.model.clients import Booking
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import ClientId, Instant, PlaceId
from planner.model.visits import Span, Visit
from planner.rules.ids import RuleId
from planner.rules.spans import Bounds, start_within, starts_outside
from planner.rules.terms import Term

Key = tuple[ClientId, date, PlaceId | None]
"""Whose visit or booking, on which day, where."""


class BookedRoom:
    """A visit to a room that the client has booked that day lies wholly in the booking (L35, H16).

    Of several bookings of a day, the first that the visit's window and length fit into counts. A
    room without a booking is free.
    """

    id = RuleId.BOOKED_ROOM
    level = Level.LAW
    name_sv = "Bokad tvättstuga"
    name_en = "Booked laundry room"
    sources = ("L35", "H16")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Bound the start to the booking."""
        return start_within(instance, _bounds_of(instance))

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each visit that is not wholly within its booking."""
        return starts_outside(self.id, instance, plan, _bounds_of(instance))


def _bounds_of(instance: Instance) -> Bounds:
    booked: dict[Key, list[Booking]] = defaultdict(list)
    for row in instance.case.bookings:
        booked[row.client, row.day, row.place].append(row)

    def bounds(visit: Visit) -> Span | None:
        rows = booked.get((visit.client, visit.day, visit.place), ())
        starts = [_start(row, visit) for row in rows]
        fitting = (span for span in starts if _meets(span, visit.window))
        return next(fitting, starts[0] if starts else None)

    return bounds


def _start(booking: Booking, visit: Visit) -> Span:
    closes = instant_of(booking.day, booking.end)
    return Span(instant_of(booking.day, booking.start), Instant(closes - visit.duration))


def _meets(span: Span, window: Span) -> bool:
    return max(span.earliest, window.earliest) <= min(span.latest, window.latest)
