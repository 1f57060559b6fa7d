"""Keys: who visits a client without a digital lock fetches the key and brings it back."""

from collections.abc import Iterable

from planner.model.clients import Lock
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Shift
from planner.model.units import PlaceId
from planner.model.visits import Seat, Visit
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import fault, who
from planner.rules.terms import KeepOut, Term


class Keys:
    """A round with a visit to a home that a key opens starts and ends where the key hangs.

    That is the client's ``key_place``, else the office of the client's group (U78, U102). The
    first caregiver carries the key; the second is let in. Behind a digital lock, or where the
    client opens, nothing is fetched (N01).
    """

    id = RuleId.KEYS
    level = Level.LAW
    name_sv = "Nycklar från kontoret"
    name_en = "Keys from the office"
    sources = ("U08", "U78", "U80", "U102", "N01")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Keep such visits out of the shifts that start or end elsewhere."""
        shifts = instance.shifts.values()
        for visit in instance.demand.visits:
            place = key_place(instance, visit)
            if place is not None:
                elsewhere = frozenset(row.id for row in shifts if not _passes(row, place))
                yield KeepOut(Seat(visit.id), elsewhere)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each such visit in a round that starts or ends elsewhere."""
        for placement in placements(instance, plan):
            place = key_place(instance, placement.visit)
            shift = instance.shifts.get(placement.round.shift)
            if place is None or shift is None or placement.seat.number != 1:
                continue
            if not _passes(shift, place):
                code = "return" if shift.start_place == place else "fetch"
                yield fault(self.id, code, place=place, **who(placement))


def key_place(instance: Instance, visit: Visit) -> PlaceId | None:
    """Return where the key for ``visit`` hangs; ``None`` where no key is needed or known."""
    client = instance.clients[visit.client]
    if client.lock is not Lock.KEY or visit.place != client.place:
        return None
    if client.key_place is not None:
        return client.key_place
    group = instance.groups.get(client.group) if client.group is not None else None
    return None if group is None else group.office


def _passes(shift: Shift, place: PlaceId) -> bool:
    return shift.start_place == place == shift.end_place
