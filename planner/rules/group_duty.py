"""Group duty: the group on duty does its own visits; help from another group is dear."""

from collections.abc import Iterable, Mapping

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Caregiver
from planner.model.units import CaregiverId, GroupId
from planner.rules.ids import RuleId
from planner.rules.reading import placements
from planner.rules.saying import price, who
from planner.rules.terms import PairCost, Term


class GroupDuty:
    """A seat taken by neither the visit's group nor a floater costs ``other_group`` (L23, L29).

    A visit without a group belongs to everybody.
    """

    id = RuleId.GROUP_DUTY
    level = Level.WISH
    name_sv = "Egen arbetsgrupp"
    name_en = "Own working group"
    sources = ("L23", "L26", "L29")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Price each seat for the caregivers of other groups."""
        costs: dict[GroupId, Mapping[CaregiverId, int]] = {}
        for seat in instance.seats:
            group = instance.visits[seat.visit].group
            if group is None:
                continue
            if group not in costs:
                costs[group] = {
                    person.id: instance.case.weights.other_group
                    for person in instance.case.caregivers
                    if _strange(person, group)
                }
            yield PairCost(seat, costs[group])

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of each seat taken by another group's caregiver."""
        for placement in placements(instance, plan):
            person = instance.caregivers.get(placement.caregiver)
            group = placement.visit.group
            if person is not None and group is not None and _strange(person, group):
                cost = instance.case.weights.other_group
                yield price(self.id, self.level, cost, group=group, **who(placement))


def _strange(person: Caregiver, group: GroupId) -> bool:
    return person.group != group and not person.floater
