"""Preferred: what the client has asked for in a caregiver."""

from collections.abc import Iterable, Mapping

from planner.model.clients import Client
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Caregiver
from planner.model.units import CaregiverId, ClientId
from planner.model.visits import VisitKind
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price, who
from planner.rules.terms import PairCost, Term


class Preferred:
    """Each wish that the caregiver of a seat does not meet costs ``not_preferred`` (U12, L22).

    The wishes: gender; one of the languages; a caregiver preferred by name, where contact and
    deputy count as named. Meal boxes are only handed over and do not count.
    """

    id = RuleId.PREFERRED
    level = Level.WISH
    name_sv = "Brukarens önskemål om medarbetare"
    name_en = "The client's wishes about caregivers"
    sources = ("U12", "L20", "L22")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price each seat by the number of wishes that each caregiver does not meet."""
        known: dict[ClientId, Mapping[CaregiverId, int]] = {}
        for seat in instance.seats:
            visit = instance.visits[seat.visit]
            if visit.kind is VisitKind.MEAL_BOX:
                continue
            for client in visit.clients:
                if client not in known:
                    known[client] = _costs(instance, instance.clients[client])
                if known[client]:
                    yield PairCost(seat, known[client])

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of the unmet wishes of each seat."""
        for placement in placements(instance, plan):
            person = instance.caregivers.get(placement.caregiver)
            if person is None or placement.visit.kind is VisitKind.MEAL_BOX:
                continue
            for client in (instance.clients[one] for one in placement.visit.clients):
                unmet = unmet_wishes(client, person)
                if unmet:
                    cost = len(unmet) * instance.case.weights.not_preferred
                    named = {**who(placement), "client": client.id}
                    yield price(self.id, self.level, cost, wishes=unmet, **named)


def unmet_wishes(client: Client, person: Caregiver) -> tuple[str, ...]:
    """Return which of ``gender``, ``language``, ``name`` the client asks for and does not get."""
    wish = client.preferences
    named = {*wish.caregivers, client.contact, client.deputy}
    unmet = {
        "gender": wish.gender is not None and person.gender != wish.gender,
        "language": bool(wish.languages) and not set(wish.languages) & set(person.languages),
        "name": bool(wish.caregivers) and person.id not in named,
    }
    return tuple(name for name, missed in unmet.items() if missed)


def _costs(instance: Instance, client: Client) -> dict[CaregiverId, int]:
    weight = instance.case.weights.not_preferred
    counts = {person.id: len(unmet_wishes(client, person)) for person in instance.case.caregivers}
    return {person: count * weight for person, count in counts.items() if count}
