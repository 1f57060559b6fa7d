"""Call order: visits that follow each other at one door do so in their order."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.apart import keep_apart, too_close
from planner.rules.ids import RuleId
from planner.rules.terms import Term


class CallOrder:
    """Of one call at home the earlier visit is done before the later one starts.

    Simplified help comes before home care (H15), home care before housing support (H20); among
    visits of one sort ``order_in_visit`` decides. Who does them is not said.
    """

    id = RuleId.CALL_ORDER
    level = Level.LAW
    name_sv = "Ordning vid dörren"
    name_en = "Order at the door"
    sources = ("H15", "H20")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Start each visit when the one before it is done, at the earliest."""
        return keep_apart(instance.demand.sequences)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each visit that starts before an earlier one of its call is done."""
        return too_close(self.id, instance, plan, instance.demand.sequences)
