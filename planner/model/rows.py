"""The rows of a case by identifier."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.model.case import Case, Group, Provider
from planner.model.clients import Client
from planner.model.places import Place
from planner.model.staff import Caregiver, Shift
from planner.model.units import CaregiverId, ClientId, GroupId, PlaceId, ProviderId, ShiftId


@dataclass(frozen=True)
class Rows:
    """Look-ups of a case, each made once when asked for.

    Of identifiers that occur twice, in a case that is not checked yet, the last one counts.
    """

    case: Case

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
    def providers(self) -> Mapping[ProviderId, Provider]:
        """Providers by code."""
        return {provider.id: provider for provider in self.case.providers}

    @cached_property
    def shifts(self) -> Mapping[ShiftId, Shift]:
        """Every shift of the document, in the horizon or not."""
        return {shift.id: shift for shift in self.case.shifts}
