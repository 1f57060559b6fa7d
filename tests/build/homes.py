"""Small cases about what happens at one door: calls, couples, goods, laundry rooms, keys."""

from planner.model.case import Case
from planner.model.clients import Household, HouseholdMode
from planner.model.instance import Instance
from planner.model.orders import Service, ServiceKind
from planner.model.places import PlaceKind
from planner.model.plan import Plan
from planner.model.units import ClientId, HouseholdId
from tests.build.cases import instance_of, small_case
from tests.build.parts import MINUTE, client, order, place, service, window
from tests.build.small import good_plan

WIDE = window("7:30", "13:00")


def at_home(name: str, kind: ServiceKind, visit: str = "morning", **changes: object) -> Service:
    """Return half an hour of ``kind`` with a wide window."""
    return service(name, visit, kind=kind, window=WIDE, personal_care=False, **changes)


def one_home(*services: Service, **changes: object) -> Case:
    """Return the small case with client C1 alone, who has been granted ``services``."""
    fields: dict[str, object] = {
        "clients": (client("C1", "P1"),),
        "orders": (order("O1", "C1", *services),),
        "meal_deliveries": (),
    }
    return small_case(**(fields | changes))


def couple(mode: HouseholdMode, *, turned: bool = False, **changes: object) -> Case:
    """Return C1 and C2 in one home: washed for half an hour each in the morning, in ``mode``."""
    names = (ClientId("C1"), ClientId("C2"))
    fields: dict[str, object] = {
        "clients": (client("C1", "P1"), client("C2", "P1")),
        "households": (
            Household(id=HouseholdId("H1"), clients=names[::-1] if turned else names, mode=mode),
        ),
        "orders": (
            order("O1", "C1", service("S1", window=WIDE)),
            order("O2", "C2", service("S2", window=WIDE)),
        ),
        "meal_deliveries": (),
    }
    return small_case(**(fields | changes))


def laundry(minutes: int = 45, **changes: object) -> Case:
    """Return C1 with laundry at the place ROOM, beside what ``changes`` say."""
    rooms = (*small_case().places, place("ROOM", 5, PlaceKind.LAUNDRY_ROOM))
    washing = at_home("S1", ServiceKind.LAUNDRY, "laundry", duration=minutes * MINUTE, place="ROOM")
    return one_home(washing, places=rooms, **changes)


def planned(case: Case) -> tuple[Instance, Plan]:
    """Return the instance of ``case`` and a good plan of it."""
    instance = instance_of(case)
    return instance, good_plan(instance)
