"""New face: few different caregivers for each client over the horizon."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.faces import count_faces, faces
from planner.rules.ids import RuleId
from planner.rules.saying import price
from planner.rules.terms import Term


class NewFace:
    """Each different caregiver whom a client meets by day costs ``new_face`` (L17, L21).

    Counted over the horizon; whom the client met by day earlier in the rolling 14 days costs
    nothing. Both caregivers of a double staffing are met. Phone visits and meal boxes do not count.
    The evening has a count of its own (``evening_face``).
    """

    id = RuleId.NEW_FACE
    level = Level.WISH
    name_sv = "Antal olika medarbetare"
    name_en = "Number of different caregivers"
    sources = ("L17", "L21")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Count the faces of each client's days."""
        return count_faces(instance, instance.case.weights.new_face, evening=False)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of every client and caregiver who meet by day and had not lately."""
        weight = instance.case.weights.new_face
        for client, caregiver in faces(instance, plan, evening=False):
            yield price(self.id, self.level, weight, client=client, caregiver=caregiver)
