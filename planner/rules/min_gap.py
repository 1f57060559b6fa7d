"""Minimum gap: meals and medicines of a day lie far enough apart."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import by_seat
from planner.rules.saying import fault, who
from planner.rules.terms import AtLeastApart, Term


class MinGap:
    """The later visit of a gap starts at least its seconds after the earlier one starts."""

    id = RuleId.MIN_GAP
    level = Level.LAW
    name_sv = "Minsta tid mellan besök"
    name_en = "Minimum time between visits"
    sources = ("L35",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Keep the first seats of both visits apart."""
        for gap in instance.demand.gaps:
            yield AtLeastApart(Seat(gap.before), Seat(gap.after), gap.seconds)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each gap that is too short; an unplaced visit breaks none."""
        placed = by_seat(instance, plan)
        for gap in instance.demand.gaps:
            before, after = placed.get(Seat(gap.before)), placed.get(Seat(gap.after))
            if before is None or after is None:
                continue
            missing = before.start + gap.seconds - after.start
            if missing > 0:
                yield fault(self.id, seconds=missing, before=gap.before, **who(after))
