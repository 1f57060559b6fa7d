"""On duty: a round belongs to a shift of the roster, and nobody absent works."""

from collections import Counter
from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan, Round
from planner.rules.ids import RuleId
from planner.rules.saying import fault
from planner.rules.terms import Term


class OnDuty:
    """Each round is that of one shift on duty, by its caregiver, in its mode, on its day.

    A shift of an absent caregiver is not among the turns of the demand, so the solver never sees
    it and there is no term.
    """

    id = RuleId.ON_DUTY
    level = Level.LAW
    name_sv = "I tjänst"
    name_en = "On duty"
    sources = ("L16", "L26")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Need no term: only shifts on duty are planned."""
        del instance
        return ()

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each round that is not that of a shift on duty, or is its second."""
        seen: Counter[str] = Counter()
        for round_ in plan.rounds:
            seen[round_.shift] += 1
            code = "again" if seen[round_.shift] > 1 else _wrong(instance, round_)
            if code is not None:
                yield fault(self.id, code, shift=round_.shift, caregiver=round_.caregiver)


def _wrong(instance: Instance, round_: Round) -> str | None:
    shift = instance.shifts.get(round_.shift)
    if shift is None:
        rostered = any(row.id == round_.shift for row in instance.case.shifts)
        return "absent" if rostered else "unknown"
    if round_.caregiver != shift.caregiver or round_.day != shift.day:
        return "other"
    return None if round_.mode is instance.mode(shift) else "mode"
