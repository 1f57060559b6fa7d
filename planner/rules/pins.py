"""Pins: what a planner has decided stays."""

from collections.abc import Iterable

from planner.model.case import Pin
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Seat, Span
from planner.rules.ids import RuleId
from planner.rules.reading import Placement, by_seat, instant
from planner.rules.saying import fault, who
from planner.rules.terms import Forbid, StartWithin, Term


class Pins:
    """A pinned seat is taken by the pin's caregiver, at the pin's start where it has one (L14).

    Where that cannot be, the visit stays unplaced: nobody else takes it. Leaving it out costs more
    than leaving out any other (``unplaced``).
    """

    id = RuleId.PINS
    level = Level.LAW
    name_sv = "Låsta besök"
    name_en = "Pinned visits"
    sources = ("L14",)

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Forbid each pinned seat to everybody else, and fix its start."""
        everybody = frozenset(person.id for person in instance.case.caregivers)
        known = set(instance.seats)
        for pin in instance.case.pins:
            seat = Seat(pin.visit, pin.seat)
            if seat not in known:
                continue
            yield Forbid(seat, everybody - {pin.caregiver})
            if pin.start is not None:
                moment = instant(pin.start)
                yield StartWithin(seat, Span(moment, moment))

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each pinned seat that somebody else takes, or at another time."""
        placed = by_seat(instance, plan)
        for pin in instance.case.pins:
            placement = placed.get(Seat(pin.visit, pin.seat))
            if placement is not None:
                code = _broken(pin, placement)
                if code is not None:
                    yield fault(self.id, code, pinned=pin.caregiver, **who(placement))


def _broken(pin: Pin, placement: Placement) -> str | None:
    if placement.caregiver != pin.caregiver:
        return "person"
    if pin.start is not None and placement.start != instant(pin.start):
        return "start"
    return None
