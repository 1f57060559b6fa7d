"""The alarm that goes when search and reference scorer disagree."""

from dataclasses import astuple, fields

from planner.score.reference import Score
from solver.compile import Compiled
from solver.parts import CostParts, cost_parts, paid_cost
from solver.problem import Solution


class ScoreMismatchError(RuntimeError):
    """The search's cost is not the reference cost: a defect of a rule, a term or a kernel."""


def refuse_mismatch(compiled: Compiled, solution: Solution, reference: Score) -> None:
    """Raise ``ScoreMismatchError`` unless both costs agree to the last unit."""
    cost = paid_cost(compiled.problem, solution)
    if cost != reference.cost:
        parts = cost_parts(compiled.problem, solution)
        raise ScoreMismatchError(_told(cost, parts, reference))


def _told(cost: int, parts: CostParts, reference: Score) -> str:
    by_part = ", ".join(
        f"{field.name} {value}" for field, value in zip(fields(parts), astuple(parts), strict=True)
    )
    by_rule = ", ".join(f"{name} {value}" for name, value in reference.by_rule.items() if value)
    faults = ", ".join(sorted({finding.rule for finding in reference.faults})) or "none"
    return (
        f"the search says {cost}, the reference scorer {reference.cost}. "
        f"Counted anew from the problem: {parts.total} ({by_part}). "
        f"By rule: {by_rule}. "
        f"Laws broken: {faults}. Compare the part with its rules and mend the one that is wrong."
    )
