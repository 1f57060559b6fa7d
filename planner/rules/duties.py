"""Duties: hand-over, meetings, the contact's planning hour and phone time are kept."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.ids import RuleId
from planner.rules.reading import activities, instant
from planner.rules.saying import fault
from planner.rules.terms import Attend, Term


class Duties:
    """Each duty of a shift stands in its round at its time (L34, L37, L38, L39)."""

    id = RuleId.DUTIES
    level = Level.LAW
    name_sv = "Möten och överlämning"
    name_en = "Meetings and hand-over"
    sources = ("L15", "L34", "L37", "L38", "L39")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Have every duty attended."""
        for activity in instance.demand.activities:
            if activity.duty is not None:
                yield Attend(activity.id, activity.window)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each duty that is missing from its round or at another time."""
        for round_ in plan.rounds:
            starts = {
                activity.id: instant(stop.start) for activity, stop in activities(instance, round_)
            }
            for activity in instance.demand.activities:
                if activity.shift != round_.shift or activity.duty is None:
                    continue
                start, window = starts.get(activity.id), activity.window
                if start is None or not window.earliest <= start <= window.latest:
                    yield fault(
                        self.id,
                        "missing" if start is None else "misplaced",
                        activity=activity.id,
                        shift=round_.shift,
                        caregiver=round_.caregiver,
                        start=window.earliest,
                    )
