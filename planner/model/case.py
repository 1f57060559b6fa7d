"""The input of planning: everything about one horizon in one JSON document."""

from datetime import time
from enum import StrEnum
from typing import Literal

from pydantic import Field

from planner.model.agreements import Agreement
from planner.model.alarm import AlarmService
from planner.model.base import Value
from planner.model.base_plan import BasePlan
from planner.model.clients import Appointment, Booking, Client, Household, MealDelivery
from planner.model.history import PastVisit
from planner.model.moments import Day, Moment, WallTime
from planner.model.orders import Order
from planner.model.places import Place
from planner.model.staff import Car, Caregiver, Shift
from planner.model.units import CaregiverId, ClientId, GroupId, PlaceId, ProviderId, VisitId
from planner.model.weights import Weights

CASE_VERSION: Literal[1] = 1
"""The version of the case document this code reads and writes."""


class Provider(Value):
    """Who performs the care, within ``opens`` and ``closes`` every day (U01, U02).

    Where somebody else answers alarms (B08), ``answers_alarms`` is no.
    """

    id: ProviderId
    municipality: str
    private: bool = False
    opens: WallTime = time(7)
    closes: WallTime = time(22)
    answers_alarms: bool = True
    alarm: AlarmService = AlarmService()


class GroupKind(StrEnum):
    """A working group is on duty by day or in the evening (L26)."""

    DAY = "day"
    EVENING = "evening"


class Group(Value):
    """A working group (arbetsgrupp) with its office, the common start and end place (L44).

    Its staff answers the alarms of its ``provider``, or of all providers where none is named.
    """

    id: GroupId
    district: str
    kind: GroupKind = GroupKind.DAY
    office: PlaceId
    provider: ProviderId | None = None


class Horizon(Value):
    """The days to plan: ``days`` days from ``first``."""

    first: Day
    days: int = Field(default=1, ge=1, le=14)


class ClientAbsence(Value):
    """A client is away: visits that would start in [``start``, ``end``) fall out."""

    client: ClientId
    start: Moment
    end: Moment
    reason: str = ""
    known_at: Moment | None = None


class Cancellation(Value):
    """A client turns one visit down (BOM): it falls out, and its time is free (U47, U51)."""

    visit: VisitId
    told_at: Moment


class StaffAbsence(Value):
    """A caregiver is away: shifts that overlap [``start``, ``end``) fall out."""

    caregiver: CaregiverId
    start: Moment
    end: Moment
    reason: str = ""
    known_at: Moment | None = None


class Pin(Value):
    """A planner's decision that the solver keeps: this visit (seat) by this caregiver.

    With ``start`` the start is fixed as well. ``seat`` is 1, or 2 for the second caregiver of a
    double-staffed visit.
    """

    visit: VisitId
    caregiver: CaregiverId
    seat: Literal[1, 2] = 1
    start: Moment | None = None


class Case(Value):
    """Everything a plan is made from. Identifiers are unique within each list."""

    version: Literal[1] = CASE_VERSION
    id: str = Field(min_length=1)
    municipality: str
    time_zone: Literal["Europe/Stockholm"] = "Europe/Stockholm"
    horizon: Horizon
    network: str = "goteborg"
    winter: bool = False
    providers: tuple[Provider, ...] = ()
    places: tuple[Place, ...]
    groups: tuple[Group, ...] = ()
    clients: tuple[Client, ...]
    households: tuple[Household, ...] = ()
    orders: tuple[Order, ...] = ()
    caregivers: tuple[Caregiver, ...]
    agreements: tuple[Agreement, ...] = ()
    cars: tuple[Car, ...] = ()
    shifts: tuple[Shift, ...]
    meal_deliveries: tuple[MealDelivery, ...] = ()
    client_absences: tuple[ClientAbsence, ...] = ()
    staff_absences: tuple[StaffAbsence, ...] = ()
    pins: tuple[Pin, ...] = ()
    history: tuple[PastVisit, ...] = ()
    base_plan: BasePlan | None = None
    cancellations: tuple[Cancellation, ...] = ()
    bookings: tuple[Booking, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    weights: Weights = Weights()
