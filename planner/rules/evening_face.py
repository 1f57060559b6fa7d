"""Evening face: the same few people come in the evening."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.faces import count_faces, faces
from planner.rules.ids import RuleId
from planner.rules.saying import price
from planner.rules.terms import Term


class EveningFace:
    """Each different caregiver whom a client meets in evening visits costs ``evening_face`` (L21).

    The evening has its own count beside that of the day (``new_face``): who works in the evening
    does so all the time (L26), so a client can have a few steady faces in both.
    Whom the client met in the evening earlier in the rolling 14 days costs nothing.
    """

    id = RuleId.EVENING_FACE
    level = Level.WISH
    name_sv = "Antal olika medarbetare på kvällen"
    name_en = "Number of different caregivers in the evening"
    sources = ("L21", "L26")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Count the faces of each client's evenings."""
        return count_faces(instance, instance.case.weights.evening_face, evening=True)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield the price of all who meet in the evening and had not lately."""
        weight = instance.case.weights.evening_face
        for client, caregiver in faces(instance, plan, evening=True):
            yield price(self.id, self.level, weight, client=client, caregiver=caregiver)
