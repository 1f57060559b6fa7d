"""The closed vocabulary in which rules speak to a solver.

A rule emits terms; a solver compiles terms and never asks which rule they come from. Costs are
in cost units, times in seconds or moments (see ``planner.model.units``). Hard terms have no cost.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.model.units import (
    ActivityId,
    CaregiverId,
    ClientId,
    Instant,
    PlaceId,
    Seconds,
    ShiftId,
)
from planner.model.visits import Seat, Span


@dataclass(frozen=True, slots=True)
class Forbid:
    """None of ``caregivers`` may take ``seat``."""

    seat: Seat
    caregivers: frozenset[CaregiverId]


@dataclass(frozen=True, slots=True)
class PairCost:
    """Taking ``seat`` costs each caregiver's amount; who is not named costs nothing."""

    seat: Seat
    costs: Mapping[CaregiverId, int]


@dataclass(frozen=True, slots=True)
class StartWithin:
    """``seat`` starts within ``span``."""

    seat: Seat
    span: Span


@dataclass(frozen=True, slots=True)
class PreferWithin:
    """Each second that the start of ``seat`` lies outside ``span`` costs ``cost``."""

    seat: Seat
    span: Span
    cost: int


@dataclass(frozen=True, slots=True)
class Together:
    """Both seats or neither, by two different caregivers, with starts tied together.

    ``start(second) - start(first)`` lies in [``least``, ``most``] seconds.
    """

    first: Seat
    second: Seat
    least: Seconds
    most: Seconds


@dataclass(frozen=True, slots=True)
class AtLeastApart:
    """``after`` starts at least ``seconds`` after ``before`` starts, when both are placed."""

    before: Seat
    after: Seat
    seconds: Seconds


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """``seat`` may stay unplaced, at this price."""

    seat: Seat
    cost: int


@dataclass(frozen=True, slots=True)
class CountFaces:
    """Each different caregiver who takes one of ``seats`` costs ``cost``, the ``known`` nothing.

    A seat belongs to at most one such term.
    """

    client: ClientId
    seats: tuple[Seat, ...]
    cost: int
    known: frozenset[CaregiverId] = frozenset()


@dataclass(frozen=True, slots=True)
class FairShare:
    """Each second of the seats that a caregiver takes above their share costs ``cost``.

    ``shares`` are seconds over the whole horizon; who is not named may do any amount.
    """

    shares: Mapping[CaregiverId, Seconds]
    cost: int


@dataclass(frozen=True, slots=True)
class PayTravel:
    """Each second of travel, to the first stop and home included, costs ``cost``."""

    cost: int


@dataclass(frozen=True, slots=True)
class WorkWithin:
    """The round of ``shift`` leaves its start place and is at its end place within ``span``."""

    shift: ShiftId
    span: Span


@dataclass(frozen=True, slots=True)
class CloseShift:
    """No seat is taken in ``shift``; its breaks and duties stay."""

    shift: ShiftId


@dataclass(frozen=True, slots=True)
class KeepOut:
    """``seat`` is taken in none of ``shifts``."""

    seat: Seat
    shifts: frozenset[ShiftId]


@dataclass(frozen=True, slots=True)
class Attend:
    """``activity`` is done in its own shift and starts within ``span``."""

    activity: ActivityId
    span: Span


@dataclass(frozen=True, slots=True)
class Load:
    """Taking ``seat`` means carrying ``units`` from the start of the round."""

    seat: Seat
    units: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """The round of ``shift`` carries at most ``units``."""

    shift: ShiftId
    units: int


@dataclass(frozen=True, slots=True)
class Hold:
    """Nobody leaves ``task``, a seat or an activity, before it is done; the rest may be left."""

    task: Seat | ActivityId


@dataclass(frozen=True, slots=True)
class CoverOverTime:
    """Each second of ``span`` (its end left out) in which nobody reaches ``place`` costs ``cost``.

    Somebody working one of the shifts of ``until`` reaches it at a second when, leaving what is
    held or the road to the next stop only at its end, they are there, by ``key`` where there is
    one, at most ``limit`` seconds later and at the shift's moment in ``until`` at the latest.
    Before the first stop and after the last one they go to and stay at the shift's own places.
    """

    client: ClientId
    place: PlaceId
    key: PlaceId | None
    span: Span
    limit: Seconds
    until: Mapping[ShiftId, Instant]
    cost: int


Term = (
    Forbid
    | PairCost
    | StartWithin
    | PreferWithin
    | Together
    | AtLeastApart
    | LeaveOut
    | CountFaces
    | FairShare
    | PayTravel
    | WorkWithin
    | CloseShift
    | KeepOut
    | Attend
    | Load
    | Capacity
    | Hold
    | CoverOverTime
)
"""Every kind of term there is."""
