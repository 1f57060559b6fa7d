"""The closed vocabulary in which rules speak to a solver.

A rule emits terms; a solver compiles terms and never asks which rule they come from. Costs are
in cost units, times in seconds or moments (see ``planner.model.units``). Hard terms have no cost.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.model.units import CaregiverId, ClientId, Seconds
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
    """Each different caregiver who takes one of ``seats`` costs ``cost``.

    A seat belongs to at most one such term.
    """

    client: ClientId
    seats: tuple[Seat, ...]
    cost: int


@dataclass(frozen=True, slots=True)
class PayTravel:
    """Each second of travel, to the first stop and home included, costs ``cost``."""

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
    | PayTravel
)
"""Every kind of term there is."""
