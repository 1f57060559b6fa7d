"""Shift limits: nobody leaves before the shift starts or is back after it ends."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan, Round
from planner.model.units import Instant
from planner.model.visits import Span
from planner.rules.ids import RuleId
from planner.rules.reading import instant, known_rounds, legs
from planner.rules.saying import fault
from planner.rules.terms import Term, WorkWithin


class ShiftLimits:
    """A round, the road out and home included, lies within its shift (U02, L25, L26)."""

    id = RuleId.SHIFT_LIMITS
    level = Level.LAW
    name_sv = "Passets gränser"
    name_en = "Shift limits"
    sources = ("U02", "L25", "L26", "ATL 1982:673")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Bound every shift on duty."""
        for turn in instance.demand.turns:
            yield WorkWithin(turn.shift, Span(turn.start, turn.end))

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each round that begins too early or ends too late."""
        for round_ in known_rounds(instance, plan):
            turn = instance.turns[round_.shift]
            early = turn.start - _leaves(instance, round_)
            late = _home(instance, round_) - turn.end
            for code, seconds in (("early", early), ("late", late)):
                if seconds > 0:
                    yield fault(
                        self.id,
                        code,
                        seconds=seconds,
                        shift=round_.shift,
                        caregiver=round_.caregiver,
                    )


def _leaves(instance: Instance, round_: Round) -> Instant:
    """Return the latest moment to set out for the earliest stop."""
    first = next(legs(instance, round_))
    if first.stop is None:
        return first.leaves
    starts = min(instant(stop.start) for stop in round_.stops)
    return Instant(min(instant(first.stop.start) - first.seconds, starts))


def _home(instance: Instance, round_: Round) -> Instant:
    """Return when the caregiver is back."""
    *_, last = legs(instance, round_)
    ends = (instant(stop.end) for stop in round_.stops)
    return Instant(max((last.leaves, *ends)) + last.seconds)
