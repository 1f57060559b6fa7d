"""Visits that somebody else than a client's regular caregivers does, and what that costs.

The contact rule and the deputy rule differ only in who is regular and in the weight.
"""

from collections.abc import Callable, Iterator, Mapping

from planner.model.clients import Client
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId
from planner.model.visits import Visit
from planner.rules.encounters import is_meeting
from planner.rules.reading import Placement, placements
from planner.rules.terms import PairCost, Term

Regulars = Callable[[Client], frozenset[CaregiverId]]
"""The caregivers who cost nothing for a client; empty when nobody costs anything."""


def share_of(visit: Visit, weight: int) -> int:
    """Return ``weight`` for a visit with personal care, a third of it for others (L19)."""
    return weight if visit.personal_care else weight // 3


def price_others(instance: Instance, weight: int, regulars: Regulars) -> Iterator[Term]:
    """Price seat 1 of every visit that counts for everybody who is not regular."""
    known: dict[tuple[frozenset[CaregiverId], int], Mapping[CaregiverId, int]] = {}
    for seat in instance.seats:
        visit = instance.visits[seat.visit]
        if seat.number != 1 or not is_meeting(visit):
            continue
        for people in filter(None, (regulars(instance.clients[one]) for one in visit.clients)):
            key = people, share_of(visit, weight)
            if key not in known:
                known[key] = {
                    person.id: key[1]
                    for person in instance.case.caregivers
                    if person.id not in people
                }
            yield PairCost(seat, known[key])


def others(
    instance: Instance, plan: Plan, weight: int, regulars: Regulars
) -> Iterator[tuple[Placement, Client, int]]:
    """Yield each visit that counts and is done by somebody not regular, with its cost.

    A visit to a household together counts for each of its clients.
    """
    for placement in placements(instance, plan):
        visit = placement.visit
        if placement.seat.number != 1 or not is_meeting(visit):
            continue
        for client in (instance.clients[one] for one in visit.clients):
            people = regulars(client)
            if people and placement.caregiver not in people:
                yield placement, client, share_of(visit, weight)
