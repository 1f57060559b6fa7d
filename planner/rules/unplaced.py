"""Unplaced: every visit has a place in the plan, or costs more than any way to place it."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Seat
from planner.rules.ids import RuleId
from planner.rules.reading import by_seat, seconds_of
from planner.rules.saying import price
from planner.rules.terms import LeaveOut, Term


class Unplaced:
    """Each unplaced seat costs ``unplaced`` and ``unplaced_per_minute`` for its minutes (L22).

    A pinned seat costs ``pinned_unplaced`` more, so that what was decided is left out last (L14).
    """

    id = RuleId.UNPLACED
    level = Level.PROMISE
    name_sv = "Oplacerade besök"
    name_en = "Unplaced visits"
    sources = ("U06", "U07", "L14", "L22")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Let every seat stay out at its price."""
        pinned = _pinned(instance)
        for seat in instance.seats:
            yield LeaveOut(seat, _price(instance, seat, pinned))

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of every seat that stands in no round."""
        placed, pinned = by_seat(instance, plan), _pinned(instance)
        for seat in instance.seats:
            if seat not in placed:
                visit = instance.visits[seat.visit]
                yield price(
                    self.id,
                    self.level,
                    _price(instance, seat, pinned),
                    visit=visit.id,
                    seat=seat.number,
                    client=visit.client,
                    seconds=seconds_of(visit, seat),
                )


def _pinned(instance: Instance) -> frozenset[Seat]:
    return frozenset(Seat(pin.visit, pin.seat) for pin in instance.case.pins)


def _price(instance: Instance, seat: Seat, pinned: frozenset[Seat]) -> int:
    weights = instance.case.weights
    seconds = seconds_of(instance.visits[seat.visit], seat)
    price = weights.unplaced + weights.unplaced_per_minute * seconds // 60
    return price + (weights.pinned_unplaced if seat in pinned else 0)
