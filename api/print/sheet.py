"""What stands on a printed round, as frozen values without words."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from planner.model.clients import Lock
from planner.model.orders import ServiceKind
from planner.model.places import PlaceKind, TravelMode
from planner.model.staff import DutyKind
from planner.model.units import CaregiverId, ClientId, PlaceId, Seconds


class RowKind(StrEnum):
    """What a row of a printed round tells of."""

    HOME = "home"
    MEAL_BOX = "meal_box"
    PHONE = "phone"
    ELSEWHERE = "elsewhere"
    BREAK = "break"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Partner:
    """Whom a double-staffed visit is shared with, and when both are there."""

    caregiver: CaregiverId
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Where:
    """A place as a caregiver finds it: its code, and the address when there is one."""

    place: PlaceId
    kind: PlaceKind
    street: str = ""
    stairs: int = 0


@dataclass(frozen=True, slots=True)
class Whom:
    """What to know of the client at a visit; ``contact`` says that the caregiver is the contact.

    ``lives_with`` are the other clients of the household.
    """

    client: ClientId
    lock: Lock
    contact: bool = False
    protected: bool = False
    pets: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    lives_with: tuple[ClientId, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One stop of a round. ``number`` counts the visits from 1; breaks and duties have none.

    ``travel`` and ``wait`` are the seconds on the road and in front of the door before ``start``.
    """

    kind: RowKind
    number: int | None
    travel: Seconds
    wait: Seconds
    start: datetime
    end: datetime
    where: Where | None = None
    whom: Whom | None = None
    services: tuple[ServiceKind, ...] = ()
    duty: DutyKind | None = None
    partner: Partner | None = None
    boxes: int = 0
    time_critical: bool = False
    uninterruptible: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One caregiver's round in one shift. ``keys`` are the clients whose key is to be fetched."""

    caregiver: CaregiverId
    group: str
    district: str
    day: date
    start: datetime
    end: datetime
    mode: TravelMode
    start_place: PlaceId
    end_place: PlaceId
    rows: tuple[Row, ...]
    keys: tuple[ClientId, ...]
    boxes: int
    care: Seconds
    travel: Seconds
    travel_home: Seconds

    @property
    def visits(self) -> int:
        """Number of visits of the round."""
        return sum(row.number is not None for row in self.rows)
