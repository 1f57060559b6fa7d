"""Delegation: a delegated health task is done only by somebody to whom it is delegated."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Caregiver
from planner.model.visits import Visit
from planner.rules.ids import RuleId
from planner.rules.needs import forbids, misfits
from planner.rules.terms import Term


class Delegation:
    """Every caregiver of a visit holds all delegations that its health tasks need (L31)."""

    id = RuleId.DELEGATION
    level = Level.LAW
    name_sv = "Delegering"
    name_en = "Delegation"
    sources = ("L31", "L32", "U88")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Forbid each seat to those who lack a delegation."""
        return forbids(instance, _need, _meets)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each seat taken by somebody who lacks a delegation."""
        return misfits(self.id, instance, plan, _need, _meets)


def _need(visit: Visit) -> frozenset[str]:
    return visit.delegations


def _meets(person: Caregiver, delegations: frozenset[str]) -> bool:
    return delegations <= set(person.delegations)
