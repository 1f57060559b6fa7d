"""Break: every shift has its breaks, and nobody works more than five hours in a row."""

from collections.abc import Iterable, Iterator

from planner.calendar.turns import LONGEST_STRETCH
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan, Round
from planner.model.units import Instant, ShiftId
from planner.model.visits import Activity, Span, Turn
from planner.rules.ids import RuleId
from planner.rules.reading import activities, instant
from planner.rules.saying import fault
from planner.rules.terms import Attend, Term


class Breaks:
    """Each break stands in its round within its window, at most five hours from the next one.

    The stretch counts from the shift's start to the first break, between breaks, and from the
    last break to the shift's end; waiting is work.
    """

    id = RuleId.BREAK
    level = Level.LAW
    name_sv = "Rast"
    name_en = "Break"
    sources = ("ATL 1982:673 15 §",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Have every break taken; the demand has cut its window to the five hours."""
        for own in _by_shift(instance).values():
            for activity in own:
                yield Attend(activity.id, activity.window)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each break that is missing or misplaced, and each long stretch."""
        breaks = _by_shift(instance)
        rounds = {round_.shift: round_ for round_ in plan.rounds}
        for shift in instance.turns:
            round_ = rounds.get(shift)
            if round_ is not None:
                yield from self._of_round(instance, round_, breaks.get(shift, ()))

    def _of_round(
        self, instance: Instance, round_: Round, own: Iterable[Activity]
    ) -> Iterator[Finding]:
        where = {"shift": round_.shift, "caregiver": round_.caregiver}
        taken = {
            activity.id: (instant(stop.start), instant(stop.end))
            for activity, stop in activities(instance, round_)
            if activity.duty is None
        }
        for activity in own:
            if activity.id not in taken:
                yield fault(self.id, "missing", activity=activity.id, **where)
            elif not _holds(activity.window, taken[activity.id][0]):
                start = taken[activity.id][0]
                yield fault(self.id, "misplaced", activity=activity.id, start=start, **where)
        longest = _longest(instance.turns[round_.shift], sorted(taken.values()))
        if longest > LONGEST_STRETCH:
            yield fault(self.id, "stretch", seconds=longest, **where)


def _holds(window: Span, start: Instant) -> bool:
    return window.earliest <= start <= window.latest


def _longest(turn: Turn, taken: Iterable[tuple[Instant, Instant]]) -> int:
    longest, since = 0, turn.start
    for start, end in taken:
        longest, since = max(longest, start - since), end
    return max(longest, turn.end - since)


def _by_shift(instance: Instance) -> dict[ShiftId, list[Activity]]:
    own: dict[ShiftId, list[Activity]] = {}
    for activity in sorted(instance.demand.activities, key=lambda row: (row.window.latest, row.id)):
        if activity.duty is None:
            own.setdefault(activity.shift, []).append(activity)
    return own
