"""Who gets care: clients, households, and their meal-box deliveries."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Day, WallTime
from planner.model.staff import Gender
from planner.model.units import (
    CaregiverId,
    ClientId,
    GroupId,
    HouseholdId,
    PlaceId,
    ProviderId,
    Seconds,
)


class Lock(StrEnum):
    """How a caregiver gets in (N01). A ``key`` hangs at the office (U08, U78, U102)."""

    DIGITAL = "digital"
    KEY = "key"
    CLIENT_OPENS = "client_opens"


class Preferences(Value):
    """What the client has asked for; wishes, unless listed under ``avoid`` (never sent).

    ``caregivers`` are preferred by name beside the contact and the deputy.
    """

    gender: Gender | None = None
    languages: tuple[str, ...] = ()
    caregivers: tuple[CaregiverId, ...] = ()
    avoid: tuple[CaregiverId, ...] = ()


class Client(Value):
    """A client (brukare), known by a code.

    A client with ``alarm`` and no order is alarm-only (U79); ``alarm_limit`` is a time of their
    own to be reached in, else the provider's. ``cautions`` are codes printed on
    the round, for instance ``oxygen``, ``fall_risk``. ``protected_identity`` hides the address
    everywhere but on the round of the caregiver who goes there. A key hangs at ``key_place``,
    without one at the office of ``group``, from ``key_from`` on (U23, U80).
    """

    id: ClientId
    place: PlaceId
    group: GroupId | None = None
    evening_group: GroupId | None = None
    provider: ProviderId | None = None
    alarm: bool = False
    alarm_limit: Seconds | None = Field(default=None, gt=0, le=4 * 3600)
    lock: Lock = Lock.DIGITAL
    key_place: PlaceId | None = None
    key_from: date | None = None
    contact: CaregiverId | None = None
    deputy: CaregiverId | None = None
    preferences: Preferences = Preferences()
    pets: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    protected_identity: bool = False


class HouseholdMode(StrEnum):
    """How a couple's visits of the same part of the day relate (H24, H25)."""

    IN_TURN = "in_turn"
    TOGETHER = "together"
    INDEPENDENT = "independent"


class Household(Value):
    """Clients who live together (sammanboende)."""

    id: HouseholdId
    clients: tuple[ClientId, ...] = Field(min_length=2)
    mode: HouseholdMode = HouseholdMode.IN_TURN


class MealDelivery(Value):
    """Meal boxes for a client on a day: a visit of its own (U64-U67).

    The boxes are taken from the trolley at ``pick_up``. Start window in wall-clock time.
    """

    id: str
    client: ClientId
    day: Day
    boxes: int = Field(ge=1, le=30)
    earliest_start: WallTime
    latest_start: WallTime
    duration: Seconds = Field(gt=0, le=3600)
    pick_up: PlaceId
    best_before: date | None = None


class Booking(Value):
    """A laundry room that a client has booked on ``day`` from ``start`` to ``end`` (L35, H16)."""

    place: PlaceId
    client: ClientId
    day: Day
    start: WallTime
    end: WallTime


class AppointmentKind(StrEnum):
    """What a client has a shower for the day before (L36)."""

    DOCTOR = "doctor"
    RELATIVES = "relatives"


class Appointment(Value):
    """A client sees a doctor or relatives on ``day``; the shower moves to the day before (L36)."""

    client: ClientId
    day: Day
    kind: AppointmentKind = AppointmentKind.DOCTOR
