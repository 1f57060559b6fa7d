"""The case of some groups of a larger case: their clients, their staff, and nothing else."""

from collections.abc import Collection
from dataclasses import dataclass

from planner.model.case import Case, Pin
from planner.model.clients import Client
from planner.model.staff import Caregiver
from planner.model.units import GroupId, PlaceId

PART = "/"
"""Stands in the id of every case that is a part of another: ``MUNICIPALITY/DISTRICT/TEAM``."""


def part_of(case: Case, groups: Collection[GroupId], *names: str) -> Case:
    """Return what ``groups`` have of ``case``, as a case of its own.

    Its id is the municipality and ``names``, so that one unit has one id every night.

    A client belongs to its day group and its evening group, a caregiver to the own group;
    whoever has no group belongs to every part. Pins whose caregiver belongs elsewhere are left
    out. Identifiers stay, so that plans of parts and of the whole speak of the same visits.
    """
    choice = _Choice(case, frozenset(groups))
    places = choice.places()
    return case.model_copy(
        update={
            "id": PART.join((case.municipality, *names)),
            "groups": tuple(row for row in case.groups if row.id in choice.groups),
            "clients": choice.clients,
            "households": tuple(
                row for row in case.households if choice.codes.issuperset(row.clients)
            ),
            "orders": tuple(row for row in case.orders if row.client in choice.codes),
            "caregivers": choice.caregivers,
            "shifts": tuple(row for row in case.shifts if row.caregiver in choice.staff),
            "cars": tuple(row for row in case.cars if row.id in choice.cars),
            "meal_deliveries": tuple(
                row for row in case.meal_deliveries if row.client in choice.codes
            ),
            "client_absences": tuple(
                row for row in case.client_absences if row.client in choice.codes
            ),
            "staff_absences": tuple(
                row for row in case.staff_absences if row.caregiver in choice.staff
            ),
            "pins": tuple(
                row
                for row in case.pins
                if row.caregiver in choice.staff and _client_of(row, choice.codes)
            ),
            "places": tuple(row for row in case.places if row.id in places),
        }
    )


def _client_of(pin: Pin, clients: Collection[str]) -> bool:
    """Tell whether the visit of ``pin`` is one of ``clients``; a code may hold colons."""
    parts = pin.visit.split(":")
    return any(":".join(parts[:count]) in clients for count in range(1, len(parts)))


@dataclass(frozen=True)
class _Choice:
    """Who and what belongs to some groups."""

    case: Case
    groups: frozenset[GroupId]

    @property
    def clients(self) -> tuple[Client, ...]:
        return tuple(row for row in self.case.clients if self._has(row.group, row.evening_group))

    @property
    def caregivers(self) -> tuple[Caregiver, ...]:
        return tuple(row for row in self.case.caregivers if self._has(row.group))

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(row.id for row in self.clients)

    @property
    def staff(self) -> frozenset[str]:
        return frozenset(row.id for row in self.caregivers)

    @property
    def cars(self) -> frozenset[str]:
        staff = self.staff
        return frozenset(
            row.car for row in self.case.shifts if row.caregiver in staff and row.car is not None
        )

    def places(self) -> frozenset[PlaceId]:
        """Return every place that the part speaks of."""
        case, codes, staff = self.case, self.codes, self.staff
        shifts = [row for row in case.shifts if row.caregiver in staff]
        found = {row.place for row in self.clients}
        found |= {row.office for row in case.groups if row.id in self.groups}
        found |= {place for row in shifts for place in (row.start_place, row.end_place)}
        found |= {pause.place for row in shifts for pause in row.breaks if pause.place}
        found |= {duty.place for row in shifts for duty in row.duties if duty.place}
        found |= {row.place for row in case.cars if row.id in self.cars}
        found |= {row.pick_up for row in case.meal_deliveries if row.client in codes}
        orders = [row for row in case.orders if row.client in codes]
        found |= {part.place for row in orders for part in row.services if part.place}
        return frozenset(found)

    def _has(self, *groups: GroupId | None) -> bool:
        own = [group for group in groups if group is not None]
        return not own or any(group in self.groups for group in own)
