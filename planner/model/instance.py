"""A case made concrete: its demand and its travel times, with look-ups by identifier."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.model.case import Case, Group
from planner.model.clients import Client
from planner.model.places import Place, TravelMode
from planner.model.rows import Rows
from planner.model.staff import Caregiver, Shift
from planner.model.travel import TravelMatrices
from planner.model.units import CaregiverId, ClientId, GroupId, PlaceId, ShiftId, VisitId
from planner.model.visits import Demand, Seat, Turn, Visit


@dataclass(frozen=True)
class Instance:
    """What a solver plans and a scorer scores. ``demand.turns`` leaves out absent staff."""

    case: Case
    demand: Demand
    travel: TravelMatrices

    @cached_property
    def rows(self) -> Rows:
        """The rows of the case by identifier."""
        return Rows(self.case)

    @property
    def clients(self) -> Mapping[ClientId, Client]:
        """Clients by code."""
        return self.rows.clients

    @property
    def caregivers(self) -> Mapping[CaregiverId, Caregiver]:
        """Caregivers by code."""
        return self.rows.caregivers

    @property
    def groups(self) -> Mapping[GroupId, Group]:
        """Working groups by code."""
        return self.rows.groups

    @property
    def places(self) -> Mapping[PlaceId, Place]:
        """Places by code."""
        return self.rows.places

    @property
    def visits(self) -> Mapping[VisitId, Visit]:
        """Visits of the horizon by id."""
        return self.demand.by_id

    @cached_property
    def turns(self) -> Mapping[ShiftId, Turn]:
        """Working times of the shifts that are on duty, by shift."""
        return {turn.shift: turn for turn in self.demand.turns}

    @cached_property
    def shifts(self) -> Mapping[ShiftId, Shift]:
        """The shifts on duty in the horizon, by id, in the order of ``demand.turns``."""
        return {turn.shift: self.rows.shifts[turn.shift] for turn in self.demand.turns}

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Every seat of every visit: one, or two where it is double-staffed."""
        return tuple(
            Seat(visit.id, number)
            for visit in self.demand.visits
            for number in ((1, 2) if visit.second else (1,))
        )

    def mode(self, shift: Shift) -> TravelMode:
        """Return how the caregiver of ``shift`` travels in it."""
        return shift.travel_mode or self.caregivers[shift.caregiver].travel_mode
