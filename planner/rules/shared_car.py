"""Shared cars: a car is out with one caregiver at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan, StopKind
from planner.model.staff import Shift
from planner.model.units import CarId
from planner.rules.ids import RuleId
from planner.rules.saying import fault
from planner.rules.terms import CloseShift, Term


class SharedCar:
    """Of two shifts at once with the same car, one takes no visit (L44).

    A shift has its car from its start to its end. Who comes first, or else has the lesser code,
    keeps the car.
    """

    id = RuleId.SHARED_CAR
    level = Level.LAW
    name_sv = "Delade bilar"
    name_en = "Shared cars"
    sources = ("L44",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Close each shift whose car is out with somebody else."""
        for rows in _by_car(instance).values():
            kept: list[Shift] = []
            for shift in rows:
                if any(_overlap(instance, shift, other) for other in kept):
                    yield CloseShift(shift.id)
                else:
                    kept.append(shift)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each two rounds with visits that have one car at a time."""
        out = {
            round_.shift
            for round_ in plan.rounds
            if any(stop.kind is StopKind.VISIT for stop in round_.stops)
        }
        for car, rows in _by_car(instance).items():
            used = [shift for shift in rows if shift.id in out]
            for one, other in _clashes(instance, used):
                yield fault(self.id, car=car, shift=other.id, other=one.id)


def _by_car(instance: Instance) -> dict[CarId, list[Shift]]:
    """Return the shifts on duty of each car, first come first."""
    rows: dict[CarId, list[Shift]] = defaultdict(list)
    by_start = sorted(instance.shifts.values(), key=lambda row: instance.turns[row.id].start)
    for shift in by_start:
        if shift.car is not None:
            rows[shift.car].append(shift)
    return rows


def _clashes(instance: Instance, shifts: list[Shift]) -> Iterator[tuple[Shift, Shift]]:
    return (pair for pair in combinations(shifts, 2) if _overlap(instance, *pair))


def _overlap(instance: Instance, one: Shift, other: Shift) -> bool:
    first, second = instance.turns[one.id], instance.turns[other.id]
    return first.start < second.end and second.start < first.end
