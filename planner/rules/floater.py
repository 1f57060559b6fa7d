"""Floater: a floater (löpare) fills holes; the regular staff come first."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price, who
from planner.rules.terms import PairCost, Term


class Floater:
    """Each seat taken by a floater costs ``floater`` (L29)."""

    id = RuleId.FLOATER
    level = Level.WISH
    name_sv = "Löpare"
    name_en = "Floater"
    sources = ("L29",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price every seat for the floaters."""
        weight = instance.case.weights.floater
        costs = {person.id: weight for person in instance.case.caregivers if person.floater}
        if costs:
            for seat in instance.seats:
                yield PairCost(seat, costs)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each seat taken by a floater."""
        for placement in placements(instance, plan):
            person = instance.caregivers.get(placement.caregiver)
            if person is not None and person.floater:
                yield price(self.id, self.level, instance.case.weights.floater, **who(placement))
