"""Once: a plan holds every seat at most once, and nothing that nobody has asked for."""

from collections import Counter
from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan, StopKind
from planner.rules.ids import RuleId
from planner.rules.saying import fault
from planner.rules.terms import Term


class Once:
    """Each stop is a seat of a visit, or an activity of its own shift, and stands there once.

    In the solver's problem a task stands in one round by its structure, so there is no term.
    """

    id = RuleId.ONCE
    level = Level.LAW
    name_sv = "Varje besök en gång"
    name_en = "Every visit once"
    sources = ("B04",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Need no term: a task stands in one round."""
        del instance
        return ()

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each unknown or repeated stop."""
        visits = {(seat.visit, seat.number) for seat in instance.seats}
        own = {(row.id, row.shift, row.duty is None) for row in instance.demand.activities}
        seen: Counter[tuple[str, int]] = Counter()
        for round_ in plan.rounds:
            for stop in round_.stops:
                where = {"stop": stop.id, "seat": stop.seat, "shift": round_.shift}
                if stop.kind is StopKind.VISIT:
                    known = (stop.id, stop.seat) in visits
                else:
                    known = (stop.id, round_.shift, stop.kind is StopKind.BREAK) in own
                seen[stop.id, stop.seat] += 1
                if not known:
                    yield fault(self.id, "unknown", **where)
                elif seen[stop.id, stop.seat] > 1:
                    yield fault(self.id, "again", **where)
