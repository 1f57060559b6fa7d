"""Deputy: where the contact cannot come, the deputy (ersättare) does."""

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
        return price_others(instance, instance.case.weights.not_deputy, _regulars)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each visit that counts and is done by neither."""
        weight = instance.case.weights.not_deputy
        for placement, client, cost in others(instance, plan, weight, _regulars):
            yield price(self.id, self.level, cost, deputy=client.deputy, **who(placement))


def _regulars(client: Client) -> frozenset[CaregiverId]:
    if client.deputy is None:
        return frozenset()
    return frozenset(one for one in (client.contact, client.deputy) if one is not None)
