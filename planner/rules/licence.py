"""Licence: a round by car is driven by somebody with a driving licence."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.places import TravelMode
from planner.model.plan import Plan, StopKind
from planner.rules.ids import RuleId
from planner.rules.saying import fault
from planner.rules.terms import CloseShift, Term


class Licence:
    """A shift by car whose caregiver has no driving licence takes no visit."""

    id = RuleId.LICENCE
    level = Level.LAW
    name_sv = "Körkort"
    name_en = "Driving licence"
    sources = ("Körkortslagen 1998:488",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Close each shift by car of a caregiver without a licence."""
        for shift in instance.shifts.values():
            person = instance.caregivers[shift.caregiver]
            if instance.mode(shift) is TravelMode.CAR and not person.driving_licence:
                yield CloseShift(shift.id)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each round by car with visits and no licence."""
        for round_ in plan.rounds:
            person = instance.caregivers.get(round_.caregiver)
            visits = any(stop.kind is StopKind.VISIT for stop in round_.stops)
            unlicensed = person is not None and not person.driving_licence
            if round_.mode is TravelMode.CAR and visits and unlicensed:
                yield fault(self.id, caregiver=round_.caregiver, shift=round_.shift)
