"""The slow exact scorer: it asks every rule about the plan document and adds up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from planner.model.findings import Finding, Level
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Score:
    """What a plan costs: ``cost`` in cost units is the sum over ``by_rule`` and ``findings``.

    ``faults`` are the findings of the law. ``by_rule`` names every rule that was asked.
    """

    cost: int
    by_rule: Mapping[RuleId, int]
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...]


def score(instance: Instance, plan: Plan, rules: Sequence[Rule] = RULES) -> Score:
    """Return what ``plan`` costs by ``rules``, looking at nothing but the documents."""
    told = {rule.id: tuple(rule.check(instance, plan)) for rule in rules}
    by_rule = {name: sum(finding.cost for finding in found) for name, found in told.items()}
    findings = tuple(finding for found in told.values() for finding in found)
    faults = tuple(finding for finding in findings if finding.level is Level.LAW)
    return Score(sum(by_rule.values()), MappingProxyType(by_rule), findings, faults)
