from datetime import timedelta

from planner.model.clients import Booking
from planner.model.units import ClientId, PlaceId, VisitId
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from planner.rules.terms import StartWithin
from tests.build.homes import laundry, planned
from tests.build.judging import found, terms
from tests.build.parts import DAY, clock
from tests.build.plans import at
from tests.build.small import find, later, span

WASH = VisitId(f"C1:{DAY.isoformat()}:laundry@ROOM")


def booked(start, end, **changes):
    fields = {"place": "ROOM", "client": "C1", "day": DAY}
    times = {"start": clock(start), "end": clock(end)}
    return Booking.model_validate(fields | times | changes)


def test_the_laundry_is_done_within_the_booked_time():
    instance, plan = planned(laundry(bookings=(booked("9:00", "10:00"),)))
    opens, closes = instant(at("9:00")), instant(at("9:15"))
    assert terms(RuleId.BOOKED_ROOM, instance) == [StartWithin(Seat(WASH), span(opens, closes))]
    assert found(RuleId.BOOKED_ROOM, instance, plan) == []
    start = instant(find(plan, WASH)[0].start)
    for moment in (opens - 1, closes + 1):
        (fault,) = found(RuleId.BOOKED_ROOM, instance, later(plan, WASH, moment - start))
        assert fault.parameters["start"] == moment


def test_of_two_booked_times_the_one_that_fits_counts():
    bookings = (booked("6:00", "7:00"), booked("8:00", "8:30"), booked("11:00", "13:00"))
    instance, _ = planned(laundry(bookings=bookings))
    (term,) = terms(RuleId.BOOKED_ROOM, instance)
    assert term.span == span(instant(at("11:00")), instant(at("12:15")))


def test_other_clients_other_days_and_free_rooms_say_nothing():
    others = (
        booked("9:00", "10:00", client=ClientId("C9")),
        booked("9:00", "10:00", day=DAY + timedelta(days=1)),
        booked("9:00", "10:00", place=PlaceId("OFFICE")),
    )
    instance, _ = planned(laundry(bookings=others))
    assert terms(RuleId.BOOKED_ROOM, instance) == []
