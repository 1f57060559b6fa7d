"""Contact: the named care contact (fast omsorgskontakt) does the client's visits."""

from collections.abc import Iterable

from planner.model.clients import Client
from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.units import CaregiverId
from planner.rules.ids import RuleId
from planner.rules.regulars import others, price_others
from planner.rules.saying import price, who
from planner.rules.terms import Term


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
        return price_others(instance, instance.case.weights.not_contact, _regulars)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each visit that counts and is not done by the contact."""
        weight = instance.case.weights.not_contact
        for placement, client, cost in others(instance, plan, weight, _regulars):
            yield price(self.id, self.level, cost, contact=client.contact, **who(placement))


def _regulars(client: Client) -> frozenset[CaregiverId]:
    return frozenset() if client.contact is None else frozenset({client.contact})
