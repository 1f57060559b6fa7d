"""The result of planning: rounds with their stops, and what could not be placed."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Moment
from planner.model.places import TravelMode
from planner.model.units import CaregiverId, PlaceId, Seconds, ShiftId, VisitId

PLAN_VERSION: Literal[1] = 1
"""The version of the plan document this code reads and writes."""


class StopKind(StrEnum):
    """What a stop of a round is."""

    VISIT = "visit"
    BREAK = "break"
    DUTY = "duty"


class Stop(Value):
    """One stop of a round; moments in UTC.

    ``id`` is the visit's or the activity's id. ``travel`` is the seconds on the road from the
    stop before (or the shift's start place). ``arrival`` to ``start`` is waiting. ``place`` is
    ``None`` where the caregiver stays wherever the stop before was.
    """

    kind: StopKind
    id: str
    seat: Literal[1, 2] = 1
    place: PlaceId | None
    travel: Seconds = Field(ge=0)
    arrival: Moment
    start: Moment
    end: Moment


class Round(Value):
    """One caregiver's round (runda) in one shift; ``travel_home`` seconds back at the end."""

    shift: ShiftId
    caregiver: CaregiverId
    day: date
    mode: TravelMode
    stops: tuple[Stop, ...]
    travel_home: Seconds = Field(ge=0)


class Blocked(Value):
    """Why caregivers could not take an unplaced visit: one rule and whom it stopped."""

    rule: str
    caregivers: tuple[CaregiverId, ...]


class Unplaced(Value):
    """A visit (both seats) that has no place in the plan, and why.

    ``relaxation`` is the code of the cheapest change that would place it, if one is known.
    """

    visit: VisitId
    blocked: tuple[Blocked, ...] = ()
    relaxation: str | None = None


class Origin(Value):
    """Where a plan comes from: enough to make it again."""

    seed: int
    iterations: int
    threads: int = 1
    code_version: str
    case_hash: str
    matrix_hash: str


class PlanStatus(StrEnum):
    """Where a plan is in its life."""

    PROPOSED = "proposed"
    PUBLISHED = "published"


class Plan(Value):
    """An immutable plan version. A change makes a new plan whose ``parent`` is this one."""

    version: Literal[1] = PLAN_VERSION
    id: str
    case: str
    parent: str | None = None
    status: PlanStatus = PlanStatus.PROPOSED
    created: Moment
    origin: Origin
    cost: int
    rounds: tuple[Round, ...]
    unplaced: tuple[Unplaced, ...] = ()
