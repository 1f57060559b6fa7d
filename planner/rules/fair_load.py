"""Fair load: the work at clients is shared out as paid time is."""

from collections import Counter
from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.ids import RuleId
from planner.rules.paid import fair_shares
from planner.rules.reading import placements, seconds_of
from planner.rules.saying import price
from planner.rules.terms import FairShare, Term


class FairLoad:
    """Each second at visits above a caregiver's fair share of the horizon costs ``unfair_work``.

    A share is the same part of everybody's paid time; duties count, breaks and travel do not. With
    the weight 0 nobody wishes for it.
    """

    id = RuleId.FAIR_LOAD
    level = Level.WISH
    name_sv = "Jämn arbetsbelastning"
    name_en = "Fair load"
    sources = ("AFS 2023:2",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price the work above the shares."""
        weight = instance.case.weights.unfair_work
        if weight:
            yield FairShare(fair_shares(instance), weight)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each caregiver's work above the share."""
        weight = instance.case.weights.unfair_work
        if not weight:
            return
        work: Counter[str] = Counter()
        for row in placements(instance, plan):
            work[row.caregiver] += seconds_of(row.visit, row.seat)
        for who, share in fair_shares(instance).items():
            above = work[who] - share
            if above > 0:
                yield price(self.id, self.level, weight * above, caregiver=who, seconds=above)
