"""What a rule is: a name in two languages, a level, the terms it emits and its reference check."""

from collections.abc import Iterable
from typing import Protocol

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.terms import Term


class Rule(Protocol):
    """One planning rule, one file. ``sources`` are ids of the municipalities' written rules."""

    id: str
    level: Level
    name_sv: str
    name_en: str
    sources: tuple[str, ...]

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Yield what a solver must know to keep this rule."""
        ...

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield every place where ``plan`` breaks or pays for this rule, slowly and exactly."""
        ...
