"""Steady time: a visit that recurs comes at its usual time (tidskontinuitet)."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import Instant
from planner.model.visits import Seat, Span, Visit
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price, who
from planner.rules.terms import PreferWithin, Term

EASE = 900
"""Seconds before and after the usual start that nobody notices. Assumption."""


class SteadyTime:
    """Each second further than ``EASE`` from the usual start costs ``unsteady`` (L21).

    Where the client has a preferred span, that one counts instead. A double-staffed visit pays
    once, for seat 1.
    """

    id = RuleId.STEADY_TIME
    level = Level.WISH
    name_sv = "Samma klockslag"
    name_en = "Steady clock times"
    sources = ("L21",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price the start of seat 1 of every visit with a usual start."""
        weight = instance.case.weights.unsteady
        for visit in instance.demand.visits:
            span = _span(visit)
            if span is not None:
                yield PreferWithin(Seat(visit.id), span, weight)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each visit that starts too far from its usual start."""
        weight = instance.case.weights.unsteady
        for placement in placements(instance, plan):
            span = _span(placement.visit)
            if span is None or placement.seat.number != 1:
                continue
            seconds = max(span.earliest - placement.start, placement.start - span.latest)
            if seconds > 0:
                yield price(
                    self.id, self.level, seconds * weight, seconds=seconds, **who(placement)
                )


def _span(visit: Visit) -> Span | None:
    if visit.usual is None or visit.preferred is not None:
        return None
    return Span(Instant(visit.usual - EASE), Instant(visit.usual + EASE))
