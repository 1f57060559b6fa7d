"""Plans that are broken at the door: order of calls, couples, goods, rooms, keys."""

from planner.checker import Code
from planner.model.case import Case
from planner.model.clients import Booking, Household, HouseholdMode
from planner.model.orders import DeliveryTime
from planner.model.plan import Plan, StopKind
from planner.model.units import ClientId, HouseholdId, PlaceId
from tests.build.breaking import (
    CLEANING,
    EARLY_PILLS,
    LATE_PILLS,
    MORNING,
    Mutation,
    case_with,
    case_with_service,
    edit,
)
from tests.build.cases import small_case, straight_line_travel
from tests.build.parts import DAY, clock
from tests.build.plans import Call, change_round, round_of, visit, with_fields

RENAMED = visit("C3/morning")


def couple(mode: HouseholdMode) -> Case:
    """Return the small case with C1 and C2 in one home."""
    names = (ClientId("C1"), ClientId("C2"))
    case = case_with("clients", "C2", place=PlaceId("P1"))
    pair = Household(id=HouseholdId("H1"), clients=names, mode=mode)
    return case.model_copy(update={"households": (pair,)})


def pills_while_washing(plan: Plan) -> Plan:
    """Let A2 give C2 the pills at the home of C1, whom A1 is still helping."""
    case = couple(HouseholdMode.IN_TURN)
    row = round_of(
        case,
        straight_line_travel(small_case()),
        "T2",
        Call(MORNING, "8:00", 30, "P1", seat=2),
        Call(EARLY_PILLS, "8:30", 15, "P1"),
        Call("T2:break:1", "11:30", 30, kind=StopKind.BREAK),
        Call(LATE_PILLS, "13:30", 15, "P1"),
    )
    return change_round(plan, "T2", stops=row.stops, travel_home=row.travel_home)


DOORS = (
    Mutation(
        "the second of a call first",
        (Code.CALL_OUT_OF_ORDER,),
        edit(CLEANING, with_fields(id=RENAMED)),
        case=case_with_service("S6", visit="morning", order_in_visit=-1),
        parameters={"visit": visit("C3/morning.S5"), "other": RENAMED, "expected": 1800},
    ),
    Mutation(
        "one of a couple before the other is done",
        (Code.COUPLE_NOT_IN_TURN,),
        pills_while_washing,
        case=couple(HouseholdMode.IN_TURN),
        parameters={"visit": EARLY_PILLS, "other": MORNING},
    ),
    Mutation(
        "too late for the goods",
        (Code.GOODS_NOT_RECEIVED,),
        case=case_with_service(
            "S6", delivery=DeliveryTime(earliest=clock("12:10"), latest=clock("12:30"))
        ),
        parameters={"visit": CLEANING},
    ),
    Mutation(
        "gone before the goods come",
        (Code.GOODS_NOT_RECEIVED,),
        case=case_with_service(
            "S6", delivery=DeliveryTime(earliest=clock("12:20"), latest=clock("12:46"))
        ),
        parameters={"visit": CLEANING},
    ),
    Mutation(
        "longer than the room is booked",
        (Code.OUTSIDE_BOOKING,),
        case=small_case(
            bookings=(
                Booking(
                    place=PlaceId("P3"),
                    client=ClientId("C3"),
                    day=DAY,
                    start=clock("12:00"),
                    end=clock("12:30"),
                ),
            )
        ),
        parameters={"visit": CLEANING, "place": "P3"},
    ),
    Mutation(
        "without the key",
        (Code.KEY_NOT_FETCHED,),
        case=case_with("clients", "C2", key_place=PlaceId("P4")),
        parameters={"client": "C2", "place": "P4", "shift": "T2"},
    ),
)
