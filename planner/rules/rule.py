"""What a rule is: a name in two languages, a level, the terms it emits and its reference check."""

from collections.abc import Iterable
from typing import Protocol

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.ids import RuleId
from planner.rules.terms import Term


class Rule(Protocol):
    """One planning rule, one file. ``sources`` are ids of the municipalities' written rules.

    A finding's ``parameters["code"]`` says which text of the rule it is (``api/words/rules``).
    """

    @property
    def id(self) -> RuleId:
        """Its name."""
        ...

    @property
    def level(self) -> Level:
        """How much it weighs."""
        ...

    @property
    def name_sv(self) -> str:
        """Its name in Swedish."""
        ...

    @property
    def name_en(self) -> str:
        """Its name in English."""
        ...

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it is written: rule ids, or the name of a law."""
        ...

    def terms(self, instance: Instance) -> Iterable[Term]:
        """Yield what a solver must know to keep this rule."""
        ...

    def check(self, instance: Instance, plan: Plan) -> Iterable[Finding]:
        """Yield every place where ``plan`` breaks or pays for this rule, slowly and exactly."""
        ...
