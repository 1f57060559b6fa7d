"""Skills: a visit that asks for a lasting competence is done by somebody who has it."""

from collections.abc import Iterable

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.staff import Caregiver
from planner.model.visits import Visit
from planner.rules.ids import RuleId
from planner.rules.needs import forbids, misfits
from planner.rules.terms import Term


class Skills:
    """Every caregiver of a visit has all of its skills, both seats of a double staffing too."""

    id = RuleId.SKILLS
    level = Level.LAW
    name_sv = "Kompetens"
    name_en = "Skills"
    sources = ("U89", "L31")

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Forbid each seat to those who lack a skill."""
        return forbids(instance, _need, _meets)

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield a fault for each seat taken by somebody who lacks a skill."""
        return misfits(self.id, instance, plan, _need, _meets)


def _need(visit: Visit) -> frozenset[str]:
    return visit.skills


def _meets(person: Caregiver, skills: frozenset[str]) -> bool:
    return skills <= set(person.skills)
