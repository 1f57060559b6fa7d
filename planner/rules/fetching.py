"""Fetching: who brings meal boxes starts where the trolley stands."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import fault, who
from planner.rules.terms import KeepOut, Term


class Fetching:
    """Meal boxes go with a round that starts at the place of their trolley (U92, L44)."""

    id = RuleId.FETCHING
    level = Level.LAW
    name_sv = "Matlådor från vagnen"
    name_en = "Meal boxes from the trolley"
    sources = ("U64", "U92", "L44")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Keep every delivery out of the shifts that start elsewhere."""
        for visit in instance.demand.visits:
            if visit.pick_up is not None:
                elsewhere = {
                    shift.id
                    for shift in instance.shifts.values()
                    if shift.start_place != visit.pick_up
                }
                yield KeepOut(Seat(visit.id), frozenset(elsewhere))

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each delivery in a round that starts elsewhere."""
        for placement in placements(instance, plan):
            pick_up = placement.visit.pick_up
            shift = instance.shifts.get(placement.round.shift)
            if pick_up is not None and shift is not None and shift.start_place != pick_up:
                yield fault(self.id, place=pick_up, **who(placement))
