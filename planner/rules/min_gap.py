"""Minimum gap: meals and medicines of a day lie far enough apart."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.apart import keep_apart, too_close
from planner.rules.ids import RuleId
from planner.rules.terms import Term


class MinGap:
    """The later visit of a gap starts at least its seconds after the earlier one starts."""

    id = RuleId.MIN_GAP
    level = Level.LAW
    name_sv = "Minsta tid mellan besök"
    name_en = "Minimum time between visits"
    sources = ("L35",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Keep the first seats of both visits apart."""
        return keep_apart(instance.demand.gaps)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each gap that is too short; an unplaced visit breaks none."""
        return too_close(self.id, instance, plan, instance.demand.gaps)
