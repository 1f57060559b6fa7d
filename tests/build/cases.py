"""Cases for tests: one small case by hand, generated ones, and an instance of each."""

from datetime import time

from planner.calendar.demand import expand
from planner.model.alarm import AlarmService
from planner.model.case import Case, Horizon
from planner.model.clients import Lock, Preferences
from planner.model.instance import Instance
from planner.model.orders import Order, Service, ServiceKind
from planner.model.places import PlaceKind, TravelMode
from planner.model.staff import Caregiver, Gender, Shift
from planner.model.units import CaregiverId, Seconds
from tests.build.generated import cases
from tests.build.parts import (
    DAY,
    HOUR,
    MINUTE,
    caregiver,
    client,
    double,
    groups,
    handover,
    lunch,
    meal,
    order,
    place,
    provider,
    service,
    shift,
    window,
)
from tests.build.travel import straight_line_travel

__all__ = ["DAY", "cases", "instance_of", "small_case", "straight_line_travel"]


def small_case(**changes: object) -> Case:
    """Return a Monday of one group: 4 clients, 3 caregivers, 8 visits, one of them double.

    ``changes`` replace fields of the case. C1 is washed by two in the morning; C2 has medication
    twice, four hours apart; C3 has a check, cleaning and a phone call; C4 gets a meal box and
    has help in the evening. C1 has an alarm that somebody answers within 45 minutes.
    """
    wishes = Preferences(gender=Gender.WOMAN, avoid=(CaregiverId("A3"),))
    fields: dict[str, object] = {
        "id": "small",
        "municipality": "Göteborg",
        "horizon": Horizon(first=DAY, days=1),
        "providers": (provider(alarm=AlarmService(limit=Seconds(45 * MINUTE))),),
        "places": (
            place("OFFICE", 0, PlaceKind.OFFICE),
            *(place(f"P{number}", number) for number in range(1, 5)),
        ),
        "groups": groups(),
        "clients": (
            client("C1", "P1", contact="A1", deputy="A2", alarm=True),
            client("C2", "P2", contact="A2", lock=Lock.KEY),
            client("C3", "P3", preferences=wishes),
            client("C4", "P4", contact="A3"),
        ),
        "orders": _orders(),
        "caregivers": _caregivers(),
        "shifts": _shifts(),
        "meal_deliveries": (meal("M1", "C4"),),
    }
    return Case.model_validate(fields | changes)


def instance_of(case: Case, seed: int = 0) -> Instance:
    """Return ``case`` with its demand and straight-line travel times."""
    return Instance(case, expand(case), straight_line_travel(case, seed))


def _orders() -> tuple[Order, ...]:
    """Return what the four clients have been granted."""
    washing = window("7:30", "9:30", "8:00", "9:00")
    return (
        order(
            "O1",
            "C1",
            service("S1", double=double(), skills=("lift",), window=washing),
            service("S2", kind=ServiceKind.MEAL, duration=15 * MINUTE, personal_care=False),
        ),
        order(
            "O2",
            "C2",
            _medicine("S3", "morning", window=window("7:30", "10:00"), time_critical=True),
            _medicine("S4", "afternoon", window=window("12:30", "14:30")),
        ),
        order(
            "O3",
            "C3",
            service("S5", kind=ServiceKind.CHECK, duration=10 * MINUTE, personal_care=False),
            service("S6", "noon", kind=ServiceKind.CLEANING, window=window("10:00", "14:00")),
            service(
                "S7",
                "noon",
                kind=ServiceKind.PHONE_VISIT,
                window=window("12:00", "14:00"),
                duration=5 * MINUTE,
            ),
        ),
        order(
            "O4",
            "C4",
            service("S8", "evening", window=window("18:00", "20:30"), uninterruptible=True),
        ),
    )


def _medicine(name: str, visit: str, **changes: object) -> Service:
    """Return a quarter of an hour of medication by delegation, four hours after the last one."""
    fields: dict[str, object] = {
        "kind": ServiceKind.MEDICATION,
        "duration": 15 * MINUTE,
        "delegations": ("medication",),
        "min_gap": 4 * HOUR,
        "personal_care": False,
    }
    return service(name, visit, **(fields | changes))


def _caregivers() -> tuple[Caregiver, ...]:
    """Return two of the day and one of the evening; all can lift, two may give medicine."""
    return (
        caregiver("A1", skills=("lift",), delegations=("medication",), gender=Gender.WOMAN),
        caregiver("A2", skills=("lift",), delegations=("medication",), travel_mode=TravelMode.BIKE),
        caregiver("A3", group="G1E", skills=("lift",), gender=Gender.MAN),
    )


def _shifts() -> tuple[Shift, ...]:
    """Return two day shifts and an evening shift, with hand-over at three."""
    return (
        shift("T1", "A1", duties=(handover("7:00"),)),
        shift("T2", "A2", breaks=(lunch("11:00", "13:00"),)),
        shift(
            "T3",
            "A3",
            start=time(15),
            end=time(22),
            breaks=(lunch("17:30", "19:30"),),
            duties=(handover("15:00"),),
        ),
    )
