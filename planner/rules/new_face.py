"""New face: few different caregivers for each client over the horizon."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Visit
from planner.rules.encounters import in_the_evening
from planner.rules.faces import count_faces, faces
from planner.rules.ids import RuleId
from planner.rules.saying import price
from planner.rules.terms import Term


class NewFace:
    """Each different caregiver whom a client meets by day costs ``new_face`` (L17, L21).

    Counted over the horizon. Both caregivers of a double staffing are met. Phone visits and meal
    boxes do not count. The evening has a count of its own (``evening_face``).
    """

    id = RuleId.NEW_FACE
    level = Level.WISH
    name_sv = "Antal olika medarbetare"
    name_en = "Number of different caregivers"
    sources = ("L17", "L21")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Count the faces of each client's days."""
        return count_faces(instance, instance.case.weights.new_face, _counts)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of every pair of a client and a caregiver who meet by day."""
        weight = instance.case.weights.new_face
        for client, caregiver in faces(instance, plan, _counts):
            yield price(self.id, self.level, weight, client=client, caregiver=caregiver)


def _counts(visit: Visit) -> bool:
    return not in_the_evening(visit)
