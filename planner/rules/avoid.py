"""Avoid: a caregiver whom a client has turned down is never sent there."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Caregiver
from planner.model.units import CaregiverId
from planner.model.visits import Visit
from planner.rules.ids import RuleId
from planner.rules.needs import forbids, misfits
from planner.rules.terms import Term


class Avoid:
    """Nobody on the client's avoid list takes a seat of the client's visits (U12, L20)."""

    id = RuleId.AVOID
    level = Level.LAW
    name_sv = "Medarbetare som brukaren avböjt"
    name_en = "Caregivers turned down by the client"
    sources = ("U12", "L20")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Forbid each seat to those on the client's avoid list."""
        return forbids(instance, lambda visit: _need(instance, visit), _meets)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each seat taken by somebody on the client's avoid list."""
        return misfits(self.id, instance, plan, lambda visit: _need(instance, visit), _meets)


def _need(instance: Instance, visit: Visit) -> tuple[CaregiverId, ...]:
    wishes = [instance.clients[client].preferences for client in visit.clients]
    return tuple(person for wish in wishes for person in wish.avoid)


def _meets(person: Caregiver, avoided: tuple[CaregiverId, ...]) -> bool:
    return person.id not in avoided
