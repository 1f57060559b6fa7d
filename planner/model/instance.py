"""A case made concrete: its demand and its travel times, with look-ups by identifier."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.model.case import Case, Group
from planner.model.clients import Client
from planner.model.places import Place, TravelMode
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
    def clients(self) -> Mapping[ClientId, Client]:
        """Clients by code."""
        return {client.id: client for client in self.case.clients}

    @cached_property
    def caregivers(self) -> Mapping[CaregiverId, Caregiver]:
        """Caregivers by code."""
        return {caregiver.id: caregiver for caregiver in self.case.caregivers}

    @cached_property
    def groups(self) -> Mapping[GroupId, Group]:
        """Working groups by code."""
        return {group.id: group for group in self.case.groups}

    @cached_property
    def places(self) -> Mapping[PlaceId, Place]:
        """Places by code."""
        return {place.id: place for place in self.case.places}

    @cached_property
    def visits(self) -> Mapping[VisitId, Visit]:
        """Visits of the horizon by id."""
        return {visit.id: visit for visit in self.demand.visits}

    @cached_property
    def turns(self) -> Mapping[ShiftId, Turn]:
        """Working times of the shifts that are on duty, by shift."""
        return {turn.shift: turn for turn in self.demand.turns}

    @cached_property
    def shifts(self) -> Mapping[ShiftId, Shift]:
        """The shifts on duty in the horizon, by id, in the order of ``demand.turns``."""
        rows = {shift.id: shift for shift in self.case.shifts}
        return {turn.shift: rows[turn.shift] for turn in self.demand.turns}

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
