"""Household: a couple in turn is helped one after the other, each wholly."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.apart import keep_apart, too_close
from planner.rules.ids import RuleId
from planner.rules.terms import Term


class HouseholdInTurn:
    """Of a couple in turn, one's visits of a call are done before the other's start (H24).

    A household that is visited together has one visit, and so nothing to order.
    """

    id = RuleId.HOUSEHOLD
    level = Level.LAW
    name_sv = "Sammanboende i tur och ordning"
    name_en = "Couples in turn"
    sources = ("H24",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Start the other's visits when the first one's are done, at the earliest."""
        return keep_apart(instance.demand.in_turn)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each visit that starts before the other client's is done."""
        return too_close(self.id, instance, plan, instance.demand.in_turn)
