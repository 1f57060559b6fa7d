"""Deputy: where the contact cannot come, the deputy (ersättare) does."""

from collections.abc import Iterable, Mapping

from planner.model.clients import Client
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId
from planner.rules.contact import share_of
from planner.rules.encounters import is_meeting
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price, who
from planner.rules.terms import PairCost, Term


class Deputy:
    """A visit by neither contact nor deputy costs ``not_deputy``, beside ``not_contact`` (L16).

    It counts the visits that the contact rule counts, with the same shares. A client without a
    named deputy costs nothing.
    """

    id = RuleId.DEPUTY
    level = Level.WISH
    name_sv = "Ersättare för kontakten"
    name_en = "Deputy contact"
    sources = ("L16", "L20")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price seat 1 of every visit that counts for all but contact and deputy."""
        known: dict[tuple[object, ...], Mapping[CaregiverId, int]] = {}
        for seat in instance.seats:
            visit = instance.visits[seat.visit]
            client = instance.clients[visit.client]
            if seat.number == 1 and client.deputy is not None and is_meeting(visit):
                cost = share_of(visit, instance.case.weights.not_deputy)
                key = client.contact, client.deputy, cost
                if key not in known:
                    known[key] = {
                        person.id: cost
                        for person in instance.case.caregivers
                        if _missed(client, person.id)
                    }
                yield PairCost(seat, known[key])

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each visit that counts and is done by neither."""
        for placement in placements(instance, plan):
            visit = placement.visit
            client = instance.clients[visit.client]
            if (
                placement.seat.number == 1
                and is_meeting(visit)
                and _missed(client, placement.caregiver)
            ):
                cost = share_of(visit, instance.case.weights.not_deputy)
                yield price(self.id, self.level, cost, deputy=client.deputy, **who(placement))


def _missed(client: Client, caregiver: CaregiverId) -> bool:
    return client.deputy is not None and caregiver not in (client.contact, client.deputy)
