"""Base plan: a day deviates from the two-week base plan as little as it needs to."""

from collections.abc import Iterable

from planner.baseplan.lookup import Base
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId
from planner.model.visits import Visit
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price, who
from planner.rules.terms import PairCost, Term


class FollowBasePlan:
    """Each seat taken by another than the base plan's caregiver costs ``off_base`` (L11, L13).

    Where that caregiver has no shift on the day, anybody may come for nothing. The base plan's
    starts are the visits' usual ones (``steady_time``).
    """

    id = RuleId.BASE_PLAN
    level = Level.WISH
    name_sv = "Grundplan"
    name_en = "Base plan"
    sources = ("L11", "L13", "L21")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price each seat in the base plan for everybody else."""
        everybody = [person.id for person in instance.case.caregivers]
        known: dict[CaregiverId, dict[CaregiverId, int]] = {}
        meant = _Meant(instance)
        for seat in instance.seats:
            person = meant.caregiver(instance.visits[seat.visit], seat.number)
            if person is None:
                continue
            if person not in known:
                weight = instance.case.weights.off_base
                known[person] = {other: weight for other in everybody if other != person}
            yield PairCost(seat, known[person])

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each seat taken by somebody else."""
        meant = _Meant(instance)
        for row in placements(instance, plan):
            person = meant.caregiver(row.visit, row.seat.number)
            if person is not None and person != row.caregiver:
                cost = instance.case.weights.off_base
                yield price(self.id, self.level, cost, base=person, **who(row))


class _Meant:
    """Whom the base plan means for a seat, when on duty that day."""

    def __init__(self, instance: Instance) -> None:
        plan = instance.case.base_plan
        self._base = None if plan is None else Base(plan)
        self._present = {(row.caregiver, row.day) for row in instance.shifts.values()}

    def caregiver(self, visit: Visit, seat: int) -> CaregiverId | None:
        row = None if self._base is None else self._base.of(visit, seat)
        present = row is not None and (row.caregiver, visit.day) in self._present
        return row.caregiver if row is not None and present else None
