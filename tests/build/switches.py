"""For every rule a small case and a plan that it alone has something to say about.

The plans are those of the small cases with one thing changed; other rules may be broken beside it.
"""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from types import MappingProxyType

from planner.model.case import Case, Horizon, Pin
from planner.model.clients import Booking, HouseholdMode
from planner.model.instance import Instance
from planner.model.orders import DeliveryTime, ServiceKind
from planner.model.plan import Plan
from planner.model.staff import Car, Gender
from planner.model.units import CaregiverId, CarId, PlaceId
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.rules.reading import instant
from tests.build.base_plans import base_plan, base_visit
from tests.build.cases import instance_of, small_case
from tests.build.homes import at_home, couple, laundry, one_home, planned
from tests.build.parts import DAY, HOUR, MINUTE, clock, provider, service, shift, window
from tests.build.plans import at, plan_of, round_of, small_plan
from tests.build.small import (
    BOXES,
    CHECK,
    DOUBLE,
    EVENING,
    MEDICINE,
    SECOND_MEDICINE,
    find,
    handed,
    later,
    with_client,
    with_person,
    with_rounds,
    with_stop,
    with_visit,
    without,
)

Pair = tuple[Instance, Plan]

Change = Callable[[Instance, Plan], Pair]

DEAR = Weights(**dict.fromkeys(Weights.model_fields, 7))
"""Every price there is costs something."""


def small(change: Change | None = None, **changes: object) -> Callable[[], Pair]:
    """Return what makes the small case with ``changes`` and its plan, both changed."""

    def make() -> Pair:
        case = small_case(**({"weights": DEAR} | changes))
        instance = instance_of(case)
        plan = small_plan(case, instance.travel)
        return (instance, plan) if change is None else change(instance, plan)

    return make


def plan(change: Callable[[Plan], Plan], **changes: object) -> Callable[[], Pair]:
    """Return what makes the small case with ``changes`` and its plan changed."""
    return small(lambda instance, row: (instance, change(row)), **changes)


def facts(change: Callable[[Instance], Instance], **changes: object) -> Callable[[], Pair]:
    """Return what makes the small case with its instance changed under the plan."""
    return small(lambda instance, row: (change(instance), row), **changes)


def at_the_door(case: Callable[[], Case], stop: str, wall: str) -> Callable[[], Pair]:
    """Return what makes a good plan of ``case`` in which ``stop`` is moved to a time of day."""

    def make() -> Pair:
        instance, row = planned(case())
        name = f"C{stop[1:2]}:{DAY.isoformat()}:{stop[3:]}"
        by = instant(at(wall)) - instant(find(row, name)[0].start)
        return instance, later(row, name, by)

    return make


def changed_round(shift_id: str, **changes: object) -> Callable[[Plan], Plan]:
    """Return a change of fields of one round."""
    return lambda row: with_rounds(
        row, lambda one: one.model_copy(update=changes) if one.shift == shift_id else one
    )


def short_night() -> Pair:
    """Return an evening and the next morning of one caregiver, nine hours apart."""
    tuesday = DAY + timedelta(days=1)
    late = shift("T1", "A1", start=time(15), end=time(22), breaks=())
    early = shift("T2", "A1", day=tuesday, start=time(7), end=time(12), breaks=())
    case = small_case(
        horizon=Horizon(first=DAY, days=2), shifts=(late, early), orders=(), meal_deliveries=()
    )
    instance = instance_of(case)
    return instance, plan_of(
        case, *(round_of(case, instance.travel, name) for name in ("T1", "T2"))
    )


def one_car() -> Pair:
    """Return the small case in which two caregivers drive one car at once."""
    shifts = tuple(
        row.model_copy(update={"car": "BIL" if row.id != "T3" else None})
        for row in small_case().shifts
    )
    return small(shifts=shifts, cars=(Car(id=CarId("BIL"), place=PlaceId("OFFICE")),))()


def goods() -> Case:
    """Return C1, who gets goods between ten and twenty to eleven."""
    times = DeliveryTime(earliest=clock("10:00"), latest=clock("10:40"))
    kind = ServiceKind.GROCERY_RECEIPT
    return one_home(at_home("S1", kind, "goods", duration=HOUR, delivery=times))


def booked() -> Case:
    """Return C1, who has the laundry room from nine to ten."""
    fields = {"place": "ROOM", "client": "C1", "day": DAY, "start": time(9), "end": time(10)}
    return laundry(bookings=(Booking.model_validate(fields),))


def in_order() -> Case:
    """Return C1 with a simplified service, which comes before the meal."""
    return one_home(at_home("S1", ServiceKind.MEAL), at_home("S2", ServiceKind.SIMPLIFIED))


def usual() -> Case:
    """Return C1, who is usually washed at nine."""
    wash = service("S1", window=window("7:30", "12:00"), usual_start=clock("9:00"))
    return one_home(wash, weights=DEAR)


def allergic(instance: Instance) -> Instance:
    """Let C3 have a cat and A1 not bear it."""
    return with_person(with_client(instance, "C3", pets=("cat",)), "A1", allergies=("cat",))


def wishing(instance: Instance) -> Instance:
    """Let C4 wish for a woman, where a man comes."""
    wish = small_case().clients[3].preferences.model_copy(update={"gender": Gender.WOMAN})
    return with_client(instance, "C4", preferences=wish)


def late_double(row: Plan) -> Plan:
    """Let both come to the double-staffed visit at 9.15."""
    return later(later(row, DOUBLE, 75 * MINUTE, 1), DOUBLE, 75 * MINUTE, 2)


SWITCHES: Mapping[RuleId, Callable[[], Pair]] = MappingProxyType(
    {
        RuleId.ONCE: plan(lambda row: with_stop(row, CHECK, seat=2)),
        RuleId.ON_DUTY: plan(changed_round("T2", day=date(2026, 3, 3))),
        RuleId.SHIFT_LIMITS: plan(lambda row: later(row, EVENING, 3 * HOUR)),
        RuleId.REST: short_night,
        RuleId.BREAK: plan(lambda row: later(row, "T1:break:1", -2 * HOUR)),
        RuleId.DUTIES: plan(lambda row: later(row, "T1:handover:1", 1)),
        RuleId.PLANNED_TIME: plan(lambda row: with_stop(row, CHECK, end=at("9:09"))),
        RuleId.TRAVEL_TIME: plan(lambda row: with_stop(row, CHECK, travel=1)),
        RuleId.SKILLS: facts(lambda row: with_person(row, "A1", skills=())),
        RuleId.DELEGATION: plan(lambda row: handed(row, MEDICINE, "T3")),
        RuleId.LICENCE: facts(lambda row: with_person(row, "A1", driving_licence=False)),
        RuleId.SHARED_CAR: one_car,
        RuleId.ALLERGY: facts(allergic),
        RuleId.AVOID: plan(lambda row: handed(row, CHECK, "T3")),
        RuleId.PINS: small(pins=(Pin(visit=CHECK, caregiver=CaregiverId("A2")),)),
        RuleId.TIME_WINDOW: plan(lambda row: later(row, CHECK, 75 * MINUTE)),
        RuleId.DOUBLE_STAFFING: plan(lambda row: later(row, DOUBLE, 1, 2)),
        RuleId.MIN_GAP: plan(lambda row: later(row, SECOND_MEDICINE, -31 * MINUTE)),
        RuleId.CALL_ORDER: at_the_door(in_order, "C1/morning", "7:40"),
        RuleId.HOUSEHOLD: at_the_door(lambda: couple(HouseholdMode.IN_TURN), "C2/morning", "7:30"),
        RuleId.RECEIVING: at_the_door(goods, "C1/goods", "11:00"),
        RuleId.BOOKED_ROOM: at_the_door(booked, "C1/laundry@ROOM", "9:30"),
        RuleId.KEYS: facts(lambda row: with_client(row, "C2", key_place=PlaceId("P4"))),
        RuleId.CARRYING: facts(lambda row: with_visit(row, BOXES, boxes=41)),
        RuleId.FETCHING: facts(lambda row: with_visit(row, BOXES, pick_up=PlaceId("P1"))),
        RuleId.ALARM_REACH: small(providers=(provider(),)),
        RuleId.UNPLACED: plan(lambda row: without(row, CHECK)),
        RuleId.CONTACT: plan(lambda row: handed(row, EVENING, "T1")),
        RuleId.DEPUTY: plan(lambda row: handed(row, DOUBLE, "T3")),
        RuleId.PREFERRED: facts(wishing),
        RuleId.NEW_FACE: small(),
        RuleId.EVENING_FACE: small(),
        RuleId.PREFERRED_WINDOW: plan(late_double),
        RuleId.STEADY_TIME: at_the_door(usual, "C1/morning", "11:00"),
        RuleId.BASE_PLAN: small(base_plan=base_plan(base_visit("C2", "S3", "A1"))),
        RuleId.GROUP_DUTY: plan(lambda row: handed(row, EVENING, "T1")),
        RuleId.FLOATER: facts(lambda row: with_person(row, "A1", floater=True)),
        RuleId.FAIR_LOAD: small(),
        RuleId.TRAVEL_COST: small(),
    }
)
"""What each rule alone says something about; a new rule needs a row here."""
