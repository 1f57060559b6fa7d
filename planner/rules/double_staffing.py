"""Double staffing: two caregivers are there at once for the shared part of the visit."""

from collections.abc import Iterable, Iterator

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Seat, SecondSeat
from planner.rules.ids import RuleId
from planner.rules.reading import Placement, by_seat
from planner.rules.saying import fault, who
from planner.rules.terms import Term, Together


class DoubleStaffing:
    """Both seats by two different caregivers, or neither; the second comes on the second.

    The second caregiver starts exactly ``second.offset`` after the first (U69, U74): at once for a
    full or first part, later for a last part. Two who split a cleaning are not a double staffing
    (U75) and a companion is no visit (U76); neither has a second seat.
    """

    id = RuleId.DOUBLE_STAFFING
    level = Level.LAW
    name_sv = "Dubbelbemanning"
    name_en = "Double staffing"
    sources = ("U69", "U70", "U73", "U74", "U75", "U76")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Tie the two seats of every double-staffed visit."""
        for visit in instance.demand.visits:
            if visit.second is not None:
                offset = visit.second.offset
                yield Together(Seat(visit.id, 1), Seat(visit.id, 2), offset, offset)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for half a visit, one person twice, or seats that do not meet."""
        placed = by_seat(instance, plan)
        for visit in instance.demand.visits:
            seats = Seat(visit.id, 1), Seat(visit.id, 2)
            there = [placed[seat] for seat in seats if seat in placed]
            if visit.second is None:
                continue
            if len(there) == len(seats):
                yield from self._meet(visit.second, *there)
            elif there:
                yield fault(self.id, "alone", **who(there[0]))

    def _meet(self, part: SecondSeat, first: Placement, second: Placement) -> Iterator[Finding]:
        if first.caregiver == second.caregiver:
            yield fault(self.id, "same", **who(second))
        late = second.start - first.start - part.offset
        if late:
            yield fault(self.id, "apart", seconds=abs(late), **who(second))
