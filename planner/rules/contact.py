"""Contact: the named care contact (fast omsorgskontakt) does the client's visits."""

from collections.abc import Iterable, Mapping

from planner.model.clients import Client
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId
from planner.model.visits import Visit
from planner.rules.encounters import is_meeting
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price, who
from planner.rules.terms import PairCost, Term


class Contact:
    """A visit by somebody else than the named contact costs ``not_contact`` (L13, L18, L19).

    Visits with personal care weigh in full, others a third (L19, L27). Phone visits and meal boxes
    do not count. A double-staffed visit counts once, for seat 1, whose caregiver does and registers
    the services (U70). A client without a named contact costs nothing.
    """

    id = RuleId.CONTACT
    level = Level.WISH
    name_sv = "Fast omsorgskontakt"
    name_en = "Care contact"
    sources = ("L13", "L18", "L19", "L27", "U70")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price seat 1 of every visit that counts for everybody but the contact."""
        known: dict[tuple[CaregiverId, int], Mapping[CaregiverId, int]] = {}
        for seat in instance.seats:
            visit = instance.visits[seat.visit]
            contact = instance.clients[visit.client].contact
            if seat.number == 1 and contact is not None and is_meeting(visit):
                key = contact, share_of(visit, instance.case.weights.not_contact)
                if key not in known:
                    known[key] = {
                        person.id: key[1]
                        for person in instance.case.caregivers
                        if person.id != contact
                    }
                yield PairCost(seat, known[key])

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each visit that counts and is not done by the contact."""
        for placement in placements(instance, plan):
            visit = placement.visit
            client = instance.clients[visit.client]
            if (
                placement.seat.number == 1
                and is_meeting(visit)
                and _missed(client, placement.caregiver)
            ):
                cost = share_of(visit, instance.case.weights.not_contact)
                yield price(self.id, self.level, cost, contact=client.contact, **who(placement))


def share_of(visit: Visit, weight: int) -> int:
    """Return ``weight`` for a visit with personal care, a third of it for others (L19)."""
    return weight if visit.personal_care else weight // 3


def _missed(client: Client, caregiver: CaregiverId) -> bool:
    return client.contact is not None and caregiver != client.contact
