"""Allergy: nobody goes to a home with a pet that makes them ill."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Caregiver
from planner.model.visits import Visit
from planner.rules.ids import RuleId
from planner.rules.needs import forbids, misfits
from planner.rules.terms import Term


class Allergy:
    """Nobody allergic to a pet of the client takes a visit at the client's home."""

    id = RuleId.ALLERGY
    level = Level.LAW
    name_sv = "Allergi mot husdjur"
    name_en = "Allergy to pets"
    sources = ("AFS 2023:1",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Forbid each seat at a home with pets to those who are allergic to one."""
        return forbids(instance, lambda visit: _need(instance, visit), _meets)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each seat at a home with a pet the caregiver is allergic to."""
        return misfits(self.id, instance, plan, lambda visit: _need(instance, visit), _meets)


def _need(instance: Instance, visit: Visit) -> tuple[str, ...]:
    clients = [instance.clients[client] for client in visit.clients]
    return tuple(pet for row in clients if visit.place == row.place for pet in row.pets)


def _meets(person: Caregiver, pets: tuple[str, ...]) -> bool:
    return not set(pets) & set(person.allergies)
