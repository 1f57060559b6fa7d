"""Carrying: the meal boxes of a round fit on the bike, in the car or in the bag."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.plan import Plan
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import fault
from planner.rules.terms import Capacity, Load, Term

BOXES: Mapping[TravelMode, int] = MappingProxyType(
    {TravelMode.CAR: 40, TravelMode.BIKE: 12, TravelMode.FOOT: 6}
)
"""How many meal boxes are carried by car, on a bike with panniers, on foot with a trolley bag."""


class Carrying:
    """A round carries all its meal boxes from its start, at most ``boxes`` of its mode (U92)."""

    id = RuleId.CARRYING
    level = Level.LAW
    name_sv = "Matlådor i lasten"
    name_en = "Meal boxes carried"
    sources = ("U64", "U66", "U92")

    def __init__(self, boxes: Mapping[TravelMode, int] = BOXES) -> None:
        """Take how many ``boxes`` each mode carries."""
        self.boxes = boxes

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Load every meal box and bound every shift, where there are boxes at all."""
        loads = [
            Load(Seat(visit.id), visit.boxes) for visit in instance.demand.visits if visit.boxes
        ]
        if loads:
            yield from loads
            for shift in instance.shifts.values():
                yield Capacity(shift.id, self.boxes[instance.mode(shift)])

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each round with more boxes than its mode carries."""
        carried = dict.fromkeys((round_.shift for round_ in plan.rounds), 0)
        for placement in placements(instance, plan):
            if placement.seat.number == 1:
                carried[placement.round.shift] += placement.visit.boxes
        for round_ in plan.rounds:
            boxes, most = carried[round_.shift], self.boxes[round_.mode]
            if boxes > most:
                yield fault(
                    self.id,
                    shift=round_.shift,
                    caregiver=round_.caregiver,
                    boxes=boxes,
                    most=most,
                )
