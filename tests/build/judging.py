"""What rules say of a plan, with a proof that there are words for it."""

from typing import Any

from api.words import Language, load
from planner.model.findings import Finding
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.score.reference import score


def found(rule: RuleId, instance: Instance, plan: Plan) -> list[Finding]:
    """Return what the registered rules find under ``rule``; each is said in both languages."""
    findings = [row for row in score(instance, plan).findings if row.rule == rule]
    for finding in findings:
        for language in Language:
            text = load(language).say(
                f"rules.{finding.rule}.{finding.parameters['code']}", **finding.parameters
            )
            assert "?" not in text, text
    return findings


def codes(rule: RuleId, instance: Instance, plan: Plan) -> list[object]:
    """Return the codes of what the registered rules find under ``rule``."""
    return [row.parameters["code"] for row in found(rule, instance, plan)]


def cost(rule: RuleId, instance: Instance, plan: Plan) -> int:
    """Return what the registered rules charge under ``rule``."""
    return sum(row.cost for row in found(rule, instance, plan))


def terms(rule: RuleId, instance: Instance) -> list[Any]:
    """Return what the registered ``rule`` tells a solver."""
    return [term for row in RULES if row.id == rule for term in row.terms(instance)]
