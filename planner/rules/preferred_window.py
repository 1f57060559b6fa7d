"""Preferred window: within its hard window, a visit starts best at its usual time."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price, who
from planner.rules.terms import PreferWithin, Term


class PreferredWindow:
    """Each second outside the preferred span costs ``outside_preferred_window`` (L21, L22).

    A double-staffed visit pays once, for seat 1: the second seat follows it.
    """

    id = RuleId.PREFERRED_WINDOW
    level = Level.WISH
    name_sv = "Önskad tid"
    name_en = "Preferred time"
    sources = ("L21", "L22")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price the start of seat 1 of every visit with a preferred span."""
        weight = instance.case.weights.outside_preferred_window
        for visit in instance.demand.visits:
            if visit.preferred is not None:
                yield PreferWithin(Seat(visit.id), visit.preferred, weight)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each visit that starts outside its preferred span."""
        weight = instance.case.weights.outside_preferred_window
        for placement in placements(instance, plan):
            span = placement.visit.preferred
            if span is None or placement.seat.number != 1:
                continue
            seconds = max(span.earliest - placement.start, placement.start - span.latest, 0)
            if seconds:
                yield price(
                    self.id, self.level, seconds * weight, seconds=seconds, **who(placement)
                )
