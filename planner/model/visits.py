"""What has to be done on the days of the horizon, derived from a case: visits and activities."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from planner.model.staff import DutyKind
from planner.model.units import (
    ActivityId,
    ClientId,
    GroupId,
    Instant,
    PlaceId,
    Seconds,
    ServiceId,
    ShiftId,
    VisitId,
)


class VisitKind(StrEnum):
    """What sort of stop a visit is."""

    HOME = "home"
    MEAL_BOX = "meal_box"
    PHONE = "phone"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Span:
    """A closed interval of moments in which something starts."""

    earliest: Instant
    latest: Instant


@dataclass(frozen=True, slots=True)
class SecondSeat:
    """The second caregiver of a double-staffed visit.

    Present from ``offset`` seconds after the visit's start, for ``duration`` seconds.
    """

    offset: Seconds
    duration: Seconds


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit (besök) to one client on one day.

    ``id`` is ``CLIENT:YYYY-MM-DD:LABEL``, stable between runs. ``place`` is ``None`` for a phone
    visit, made from wherever the caregiver is (H21). ``window`` holds the start of the visit.
    ``group`` is the group on duty for it. ``services`` are in the order they are done. ``boxes``
    meal boxes are fetched at ``pick_up``. ``call`` is the label that the visits of one call
    share. ``guests`` are the other clients of a visit to a household together (H25).
    ``delivery`` is when goods arrive, from and to (H18). ``usual`` is when the visit used to
    start.
    """

    id: VisitId
    client: ClientId
    day: date
    kind: VisitKind
    place: PlaceId | None
    group: GroupId | None
    services: tuple[ServiceId, ...]
    duration: Seconds
    window: Span
    preferred: Span | None = None
    second: SecondSeat | None = None
    skills: frozenset[str] = frozenset()
    delegations: frozenset[str] = frozenset()
    personal_care: bool = False
    time_critical: bool = False
    uninterruptible: bool = False
    boxes: int = 0
    pick_up: PlaceId | None = None
    call: str = ""
    guests: tuple[ClientId, ...] = ()
    delivery: Span | None = None
    usual: Instant | None = None

    @property
    def clients(self) -> tuple[ClientId, ...]:
        """Whom it is for: one client, or those of a household who are visited together."""
        return (self.client, *self.guests)


@dataclass(frozen=True, slots=True)
class Seat:
    """One caregiver's part of a visit: ``number`` 1, or 2 for the second of a double staffing."""

    visit: VisitId
    number: int = 1


@dataclass(frozen=True, slots=True)
class Gap:
    """``after`` starts at least ``seconds`` after the start of ``before`` (both seats 1)."""

    before: VisitId
    after: VisitId
    seconds: Seconds


@dataclass(frozen=True, slots=True)
class Activity:
    """A break (``duty`` is ``None``) or a duty of one shift, part of its round.

    ``place`` is ``None`` where the caregiver may be anywhere.
    """

    id: ActivityId
    shift: ShiftId
    duty: DutyKind | None
    place: PlaceId | None
    duration: Seconds
    window: Span


@dataclass(frozen=True, slots=True)
class Turn:
    """A shift of the roster as moments on the time line."""

    shift: ShiftId
    start: Instant
    end: Instant


@dataclass(frozen=True)
class Demand:
    """All visits, gaps, activities and working times of a horizon; sorted by id.

    ``sequences`` order the visits of one call (H15, H20), ``in_turn`` those of a couple (H24).
    """

    origin: Instant
    visits: tuple[Visit, ...]
    gaps: tuple[Gap, ...]
    activities: tuple[Activity, ...]
    turns: tuple[Turn, ...]
    sequences: tuple[Gap, ...] = ()
    in_turn: tuple[Gap, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[VisitId, Visit]:
        """The visits by id."""
        return {visit.id: visit for visit in self.visits}
