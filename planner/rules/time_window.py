"""Time window: a visit starts between its earliest and its latest start."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import Instant
from planner.model.visits import Seat, Span, Visit
from planner.rules.ids import RuleId
from planner.rules.reading import offset_of, placements
from planner.rules.saying import fault, who
from planner.rules.terms import StartWithin, Term


class TimeWindow:
    """Every seat starts in the visit's window; the second seat's is shifted by its offset."""

    id = RuleId.TIME_WINDOW
    level = Level.LAW
    name_sv = "Tidsfönster"
    name_en = "Time window"
    sources = ("L22", "H18", "L35")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Bound the start of every seat."""
        for seat in instance.seats:
            yield StartWithin(seat, _window(instance.visits[seat.visit], seat))

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each seat that starts outside its window."""
        for placement in placements(instance, plan):
            window = _window(placement.visit, placement.seat)
            if not window.earliest <= placement.start <= window.latest:
                yield fault(
                    self.id,
                    start=placement.start,
                    earliest=window.earliest,
                    latest=window.latest,
                    **who(placement),
                )


def _window(visit: Visit, seat: Seat) -> Span:
    offset = offset_of(visit, seat)
    return Span(Instant(visit.window.earliest + offset), Instant(visit.window.latest + offset))
