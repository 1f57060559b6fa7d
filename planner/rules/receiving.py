"""Receiving: somebody is at home while the groceries may come."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import Instant
from planner.model.visits import Span, Visit
from planner.rules.ids import RuleId
from planner.rules.spans import start_within, starts_outside
from planner.rules.terms import Term


class Receiving:
    """A visit that receives goods covers the whole time in which they may arrive (H18)."""

    id = RuleId.RECEIVING
    level = Level.LAW
    name_sv = "Ta emot varor"
    name_en = "Receiving goods"
    sources = ("H18",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Bound the start: before the goods may come, and not so early that it ends too soon."""
        return start_within(instance, _bounds)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each visit that begins too late or ends too early."""
        return starts_outside(self.id, instance, plan, _bounds)


def _bounds(visit: Visit) -> Span | None:
    if visit.delivery is None:
        return None
    return Span(Instant(visit.delivery.latest - visit.duration), visit.delivery.earliest)
