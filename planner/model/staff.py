"""Who works: caregivers, shared cars, and the roster with its breaks and duties."""

from enum import StrEnum

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Day, WallTime
from planner.model.places import TravelMode
from planner.model.units import CaregiverId, CarId, GroupId, PlaceId, Seconds, ShiftId


class Role(StrEnum):
    """The caregiver's profession. Only an undersköterska may be named care contact."""

    UNDERSKOTERSKA = "underskoterska"
    VARDBITRADE = "vardbitrade"
    NURSE = "nurse"


class Gender(StrEnum):
    """A caregiver's gender, used only where a client has asked for one."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Caregiver(Value):
    """A caregiver (medarbetare), known by a code.

    ``skills`` are lasting competences (for instance ``lift``, ``sign_language``); ``delegations``
    are health tasks delegated to this person (L31). ``allergies`` are matched against the pets of
    a client. ``contract_hours`` are hours per week. ``hourly`` is a substitute (timvikarie) who
    works when called for: the shifts say when, and nobody has one as contact.
    """

    id: CaregiverId
    group: GroupId | None = None
    role: Role = Role.UNDERSKOTERSKA
    skills: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    driving_licence: bool = False
    travel_mode: TravelMode = TravelMode.CAR
    floater: bool = False
    contract_hours: float = Field(default=37.0, gt=0, le=48)
    gender: Gender | None = None
    languages: tuple[str, ...] = ("sv",)
    allergies: tuple[str, ...] = ()
    employer_profile: str = "municipal_ab"
    hourly: bool = False


class Car(Value):
    """A shared car that stands at a place between shifts."""

    id: CarId
    place: PlaceId
    group: GroupId | None = None


class Break(Value):
    """An unpaid break that starts between two wall-clock times, ``duration`` seconds long.

    It is taken at ``place``; without one, where the caregiver happens to be.
    """

    earliest_start: WallTime
    latest_start: WallTime
    duration: Seconds = Field(gt=0, le=4 * 3600)
    place: PlaceId | None = None


class DutyKind(StrEnum):
    """Paid time of a shift that is not a visit (L15, L34, L37-L41, U106)."""

    HANDOVER = "handover"
    MEETING = "meeting"
    CONTACT_PLANNING = "contact_planning"
    PHONE_TIME = "phone_time"
    WELCOME_TALK = "welcome_talk"
    RISK_ASSESSMENT = "risk_assessment"
    FOLLOW_UP = "follow_up"
    CARE_PLANNING = "care_planning"


class Duty(Value):
    """Paid time in the shift at a fixed wall-clock time, ``duration`` seconds long.

    It happens at ``place``; without one, where the caregiver happens to be.
    """

    kind: DutyKind
    start: WallTime
    duration: Seconds = Field(gt=0, le=8 * 3600)
    place: PlaceId | None = None


class Shift(Value):
    """One row of the roster: a caregiver works from ``start`` to ``end`` on ``day``.

    Wall-clock times in the planning time zone. An ``end`` at or before ``start`` lies on the next
    day. The round starts and ends at ``start_place`` and ``end_place``. ``alarm_duty`` puts
    the caregiver on the provider's alarm duty list for the shift (U77, U104).
    """

    id: ShiftId
    caregiver: CaregiverId
    day: Day
    start: WallTime
    end: WallTime
    start_place: PlaceId
    end_place: PlaceId
    travel_mode: TravelMode | None = None
    car: CarId | None = None
    breaks: tuple[Break, ...] = ()
    duties: tuple[Duty, ...] = ()
    alarm_duty: bool = True
