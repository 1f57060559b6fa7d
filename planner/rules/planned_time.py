"""Planned time: every stop lasts as long as it was planned for."""

from collections.abc import Iterable, Iterator

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan, Stop
from planner.rules.ids import RuleId
from planner.rules.reading import activities, placements, seconds_of
from planner.rules.saying import fault
from planner.rules.terms import Term


class PlannedTime:
    """A visit, a break and a duty last their planned time, to the second (B04, N07).

    In the solver's problem durations are fixed, so there is no term.
    """

    id = RuleId.PLANNED_TIME
    level = Level.LAW
    name_sv = "Planerad tid"
    name_en = "Planned time"
    sources = ("B04", "N07")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Need no term: durations are part of every problem."""
        del instance
        return ()

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each stop that is shorter or longer than planned."""
        for stop, seconds in _planned(instance, plan):
            lasts = int((stop.end - stop.start).total_seconds())
            if lasts != seconds:
                yield fault(self.id, stop=stop.id, seat=stop.seat, seconds=lasts, planned=seconds)


def _planned(instance: Instance, plan: Plan) -> Iterator[tuple[Stop, int]]:
    for placement in placements(instance, plan):
        yield placement.stop, seconds_of(placement.visit, placement.seat)
    for round_ in plan.rounds:
        for activity, stop in activities(instance, round_):
            yield stop, activity.duration
