"""Generated cases in which every rule about what happens at a door has something to say."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from planner.calendar.demand import expand
from planner.model.case import Cancellation, Case
from planner.model.clients import (
    Appointment,
    AppointmentKind,
    Booking,
    Client,
    Household,
    HouseholdMode,
    Lock,
)
from planner.model.orders import DeliveryTime, DoublePart, DoubleStaffing, Order, Service
from planner.model.orders import ServiceKind as Kind
from planner.model.places import Coordinate, Place, PlaceKind
from planner.model.staff import Shift
from planner.model.units import HouseholdId, PlaceId
from tests.build.parts import daily
from tests.build.plans import at

KINDS = (
    Kind.PERSONAL_CARE,
    Kind.SIMPLIFIED,
    Kind.HOUSING_SUPPORT,
    Kind.ESCORT,
    Kind.CHECK,
    Kind.SHOWER,
)
ROOM = PlaceId("ROOM")
_DAY = timedelta(days=1)


@st.composite
def door_cases(draw: st.DrawFn, base: st.SearchStrategy[Case]) -> Case:
    """Draw a case of ``base`` with calls, couples, keys, goods, bookings, appointments, BOM.

    Its pins and least gaps are left out, as labels and homes change.
    """
    case = draw(base)
    one_home = len(case.clients) > 1 and draw(st.sampled_from([True, True, False]))
    clients = tuple(draw(_client(row, case, one_home)) for row in case.clients)
    days = [case.horizon.first + _DAY * number for number in range(case.horizon.days)]
    spot = case.places[0].coordinate or Coordinate(lat=57.7, lon=11.97)
    room = Place(id=ROOM, kind=PlaceKind.LAUNDRY_ROOM, coordinate=spot)
    booked = st.lists(_booking(case, days), max_size=4)
    changed = case.model_copy(
        update={
            "clients": clients,
            "places": (*case.places, room),
            "households": draw(_households(clients)) if one_home else (),
            "orders": tuple(draw(_order(row)) for row in case.orders),
            "shifts": tuple(draw(_shift(row, clients)) for row in case.shifts),
            "bookings": tuple(draw(booked)),
            "appointments": tuple(draw(st.lists(_appointment(case, days), max_size=2))),
            "pins": (),
        }
    )
    return changed.model_copy(update={"cancellations": draw(_cancellations(changed))})


@st.composite
def _client(draw: st.DrawFn, row: Client, case: Case, one_home: bool) -> Client:
    """Draw a lock and where the key hangs; the home is the first client's with ``one_home``."""
    changes: dict[str, object] = {
        "lock": draw(st.sampled_from(Lock)),
        "key_place": draw(st.sampled_from([None, None, PlaceId("OFFICE"), row.place])),
    }
    if one_home:
        changes["place"] = case.clients[0].place
    return row.model_copy(update=changes)


@st.composite
def _households(draw: st.DrawFn, clients: tuple[Client, ...]) -> tuple[Household, ...]:
    order = draw(st.permutations([row.id for row in clients]))
    mode = draw(st.sampled_from([HouseholdMode.IN_TURN, *HouseholdMode]))
    return (Household(id=HouseholdId("H0"), clients=tuple(order), mode=mode),)


@st.composite
def _order(draw: st.DrawFn, row: Order) -> Order:
    return row.model_copy(update={"services": tuple(draw(_service(one)) for one in row.services)})


@st.composite
def _service(draw: st.DrawFn, row: Service) -> Service:
    """Draw for half of the services a place in a call and what a visit may be bound by."""
    if row.kind is Kind.PHONE_VISIT or draw(st.sampled_from([True, False, False])):
        return row.model_copy(update={"min_gap": 0})
    kind = draw(st.sampled_from(KINDS))
    parts = [row.double, *(DoubleStaffing(part=p) for p in DoublePart if p.value in _WHOLE)]
    opens = row.window.earliest
    weekly = f"FREQ=WEEKLY;BYDAY={draw(st.sampled_from(['MO', 'WE', 'FR', 'SU']))}"
    return row.model_copy(
        update={
            "min_gap": 0,
            "kind": kind,
            "visit": draw(st.sampled_from([row.visit, "call", "call", "call"])),
            "alone": draw(st.sampled_from([True, True, False])),
            "order_in_visit": draw(st.sampled_from([0, 0, 0, -1, 1])),
            "combined": draw(st.booleans()),
            "double": draw(st.sampled_from(parts)),
            "place": draw(st.sampled_from([None, None, ROOM])),
            "usual_start": draw(st.sampled_from([None, opens, row.window.latest])),
            "delivery": draw(st.sampled_from([None, None, _goods(row)])),
            "recurrence": daily(rule=weekly) if kind is Kind.SHOWER else row.recurrence,
        }
    )


_WHOLE = ("split", "companion")


def _goods(row: Service) -> DeliveryTime:
    """Return a delivery of half the length of the visit, as early as it can be received."""
    opens = row.window.earliest
    return DeliveryTime(earliest=opens, latest=_later(opens, row.duration // 120))


def _later(wall: time, minutes: int) -> time:
    total = min(wall.hour * 60 + wall.minute + minutes, 23 * 60 + 59)
    return time(total // 60, total % 60)


@st.composite
def _shift(draw: st.DrawFn, row: Shift, clients: tuple[Client, ...]) -> Shift:
    """Draw for some shifts without a hand-over a start or an end away from the office."""
    if row.duties:
        return row
    ends = st.sampled_from([PlaceId("OFFICE")] * 4 + [clients[0].place])
    return row.model_copy(update={"start_place": draw(ends), "end_place": draw(ends)})


@st.composite
def _booking(draw: st.DrawFn, case: Case, days: list[date]) -> Booking:
    opens = draw(st.integers(7, 20))
    return Booking(
        place=ROOM,
        client=draw(st.sampled_from(case.clients)).id,
        day=draw(st.sampled_from(days)),
        start=time(opens),
        end=time(min(22, opens + draw(st.integers(1, 6)))),
    )


@st.composite
def _appointment(draw: st.DrawFn, case: Case, days: list[date]) -> Appointment:
    return Appointment(
        client=draw(st.sampled_from(case.clients)).id,
        day=draw(st.sampled_from(days)) + draw(st.sampled_from([_DAY, 2 * _DAY, -_DAY])),
        kind=draw(st.sampled_from(AppointmentKind)),
    )


@st.composite
def _cancellations(draw: st.DrawFn, case: Case) -> tuple[Cancellation, ...]:
    """Draw a visit that is turned down, or none."""
    visits = expand(case).visits
    if not visits or draw(st.booleans()):
        return ()
    told = at("11:00", case.horizon.first)
    return (Cancellation(visit=draw(st.sampled_from(visits)).id, told_at=told),)
