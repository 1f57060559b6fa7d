"""A case in which every list has an entry and every optional field a value."""

from datetime import UTC, date, datetime, timedelta, timezone

from planner.model.case import Case, ClientAbsence, Pin, StaffAbsence
from planner.model.clients import Household, Preferences
from planner.model.orders import OnHoliday
from planner.model.places import Address, Coordinate
from planner.model.staff import Car, Gender
from planner.model.units import (
    CaregiverId,
    CarId,
    ClientId,
    GroupId,
    HouseholdId,
    PlaceId,
    VisitId,
)
from planner.model.visits import VisitKind
from planner.model.weights import Weights
from tests.build.base_plans import base_plan, base_visit
from tests.build.cases import small_case
from tests.build.history import past
from tests.build.parts import DAY, client, daily, double, meal, order, service, shift, window

SUMMER = timezone(timedelta(hours=2))


def full_case() -> Case:
    """Return the small case with everything in it that a document can hold."""
    small = small_case()
    address = Address(street="Åkergränd", number="12A", entrance="B", postcode="41101", city="Ö")
    places = tuple(
        place.model_copy(update={"address": address, "pinned": True, "stairs": 3})
        for place in small.places
    )
    moment = datetime(2026, 3, 2, 7, 30, tzinfo=SUMMER)
    later = datetime(2026, 3, 2, 19, 30, 15, 250_000, tzinfo=UTC)
    wishes = Preferences(
        gender=Gender.OTHER,
        languages=("fi", "sv"),
        caregivers=(CaregiverId("A1"),),
        avoid=(CaregiverId("A2"),),
    )
    rich = client(
        "C5", "P4", preferences=wishes, pets=("cat",), cautions=("oxygen",), protected_identity=True
    )
    special = service(
        "S9",
        "noon",
        recurrence=daily(
            rule="FREQ=MONTHLY;BYDAY=2TU",
            on_holiday=OnHoliday.SKIP,
            except_days=(date(2026, 12, 31),),
        ),
        window=window("10:00", "14:00", "11:00", "12:30"),
        double=double().model_copy(update={"duration": 600}),
        skills=("lift",),
        alone=True,
        min_gap=7200,
        place="OFFICE",
        order_in_visit=-2,
    )
    return small.model_copy(
        update={
            "places": (*places, places[0].model_copy(update={"id": "X", "coordinate": None})),
            "clients": (*small.clients, rich),
            "households": (
                Household(id=HouseholdId("H1"), clients=(ClientId("C4"), ClientId("C5"))),
            ),
            "orders": (
                *small.orders,
                order("O9", "C5", special, end=date(9999, 12, 31), granted_time=3600),
            ),
            "cars": (Car(id=CarId("BIL1"), place=PlaceId("OFFICE"), group=GroupId("G1")),),
            "shifts": (*small.shifts, shift("T9", "A1", car="BIL1", alarm_duty=False)),
            "meal_deliveries": (meal("M9", "C5", best_before=DAY),),
            "client_absences": (
                ClientAbsence(
                    client=ClientId("C5"),
                    start=moment,
                    end=later,
                    reason="sjukhus",
                    known_at=moment,
                ),
            ),
            "staff_absences": (
                StaffAbsence(caregiver=CaregiverId("A3"), start=moment, end=later, reason="VAB"),
            ),
            "pins": (
                Pin(
                    visit=VisitId("C1:2026-03-02:morning"),
                    caregiver=CaregiverId("A1"),
                    seat=2,
                    start=later,
                ),
            ),
            "history": (
                past("C1", "GONE", seat=2, kind=VisitKind.ELSEWHERE, personal_care=True),
                past("C2", "A2"),
            ),
            "base_plan": base_plan(base_visit("C1", "S1", "A1", seat=2, week=2)),
            "weights": Weights(travel=7),
            "winter": True,
        }
    )


def far_coordinate() -> Coordinate:
    """Return a coordinate whose numbers have no short binary form."""
    return Coordinate(lat=57.7 + 1e-14, lon=0.1 + 0.2)
