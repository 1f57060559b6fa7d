"""Travel cost: time on the road is time not spent with clients."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.ids import RuleId
from planner.rules.reading import known_rounds, legs
from planner.rules.saying import price
from planner.rules.terms import PayTravel, Term


class TravelCost:
    """Each second on the road, to the first stop and home included, costs ``travel`` (L44)."""

    id = RuleId.TRAVEL_COST
    level = Level.WISH
    name_sv = "Restid"
    name_en = "Travel"
    sources = ("L44",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Pay for travel."""
        yield PayTravel(instance.case.weights.travel)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each round's road, by the travel matrix."""
        for round_ in known_rounds(instance, plan):
            seconds = sum(leg.seconds for leg in legs(instance, round_))
            if seconds:
                yield price(
                    self.id,
                    self.level,
                    seconds * instance.case.weights.travel,
                    shift=round_.shift,
                    caregiver=round_.caregiver,
                    seconds=seconds,
                )
