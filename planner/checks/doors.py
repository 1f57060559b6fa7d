"""At the door: orders of visits that no start keeps, goods, booked rooms, keys."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from planner.calendar.clock import instant_of, wall_time
from planner.calendar.sequences import room
from planner.checks.codes import Code, Hint
from planner.checks.report import error, warning
from planner.checks.subject import Subject
from planner.model.clients import Booking, Client, Lock
from planner.model.findings import Fault
from planner.model.units import ClientId, PlaceId
from planner.model.visits import Visit

Key = tuple[ClientId, date, PlaceId | None]
"""Whose visit or booking, on which day, where."""


def orders(subject: Subject) -> Iterator[Fault]:
    """Yield orders in a call or of a couple that no start within the windows keeps; each once."""
    visits = subject.demand.by_id
    told = set()
    for gap in (*subject.demand.sequences, *subject.demand.in_turn):
        before, after = visits[gap.before], visits[gap.after]
        pair = (before.services, after.services)
        if room(before, after) >= 0 or pair in told:
            continue
        told.add(pair)
        yield error(
            Code.ORDER_IMPOSSIBLE,
            (*subject.steps_of(after), "window", "latest"),
            wall_time(after.window.latest),
            Hint.WIDEN_OR_REORDER,
            before=before.id,
            after=after.id,
            opens=wall_time(before.window.earliest),
        )


def goods(subject: Subject) -> Iterator[Fault]:
    """Yield deliveries that no start of the visit covers (H18); each service once."""
    told = set()
    for visit in subject.demand.visits:
        if visit.delivery is None or visit.services in told:
            continue
        opens = max(visit.delivery.latest - visit.duration, visit.window.earliest)
        if opens > min(visit.delivery.earliest, visit.window.latest):
            told.add(visit.services)
            services = [subject.service_steps[name] for name in visit.services]
            rows = {steps: row for steps, _, row in subject.services() if steps in services}
            where = next(steps for steps, row in rows.items() if row.delivery is not None)
            times = {"closes": wall_time(visit.delivery.latest), "seconds": visit.duration}
            value = wall_time(visit.delivery.earliest)
            yield error(
                Code.GOODS_IMPOSSIBLE, (*where, "delivery"), value, Hint.LENGTHEN_VISIT, **times
            )


def bookings(subject: Subject) -> Iterator[Fault]:
    """Yield bookings that end before they start, and visits that lie in none of theirs."""
    visits = {(visit.client, visit.day, visit.place): visit for visit in subject.demand.visits}
    same: dict[Key, list[Booking]] = defaultdict(list)
    for booking in subject.case.bookings:
        same[_key(booking)].append(booking)
    for number, booking in enumerate(subject.case.bookings):
        steps = ("bookings", number)
        visit = visits.get(_key(booking))
        if booking.end <= booking.start:
            yield error(
                Code.WINDOW_CLOSES_BEFORE_OPENING,
                (*steps, "end"),
                booking.end,
                Hint.SWAP_TIMES,
                opens=booking.start,
            )
        elif visit is not None and not any(_holds(row, visit) for row in same[_key(booking)]):
            names = {"visit": visit.id, "opens": booking.start, "closes": booking.end}
            yield warning(
                Code.BOOKING_TOO_SHORT, steps, booking.place, Hint.MOVE_INTO_WINDOW, **names
            )


def keys(subject: Subject) -> Iterator[Fault]:
    """Yield keys that hang nowhere, or come later than the order starts (U08, U23, U80)."""
    offices = {group.id: group.office for group in subject.case.groups}
    for number, client in enumerate(subject.case.clients):
        if client.lock is not Lock.KEY:
            continue
        steps = ("clients", number)
        if client.key_place is None and client.group not in offices:
            yield warning(
                Code.KEY_WITHOUT_PLACE, (*steps, "lock"), client.lock, Hint.GIVE_KEY_PLACE
            )
        yield from _late(subject, client, number)


def _late(subject: Subject, client: Client, number: int) -> Iterator[Fault]:
    starts = [order.start for order in subject.case.orders if order.client == client.id]
    if client.key_from is not None and starts and client.key_from > min(starts):
        where = ("clients", number, "key_from")
        yield warning(
            Code.KEY_LATE, where, client.key_from, Hint.FETCH_KEY, client=client.id, day=min(starts)
        )


def _key(booking: Booking) -> Key:
    return booking.client, booking.day, booking.place


def _holds(booking: Booking, visit: Visit) -> bool:
    opens, closes = (instant_of(booking.day, wall) for wall in (booking.start, booking.end))
    earliest = max(opens, visit.window.earliest)
    return earliest <= min(closes - visit.duration, visit.window.latest)
