"""Making findings: codes with parameters, never words."""

from types import MappingProxyType

from planner.model.findings import Finding, Level
from planner.rules.ids import RuleId
from planner.rules.reading import Placement

FINDING = "finding"
"""The code of a rule's only kind of finding."""


def fault(rule: RuleId, code: str = FINDING, /, **parameters: object) -> Finding:
    """Return a breach of the law: it has no price."""
    return Finding(rule, Level.LAW, 0, MappingProxyType({"code": code, **parameters}))


def price(rule: RuleId, level: Level, cost: int, /, **parameters: object) -> Finding:
    """Return what a promise or wish costs, in cost units."""
    return Finding(rule, level, cost, MappingProxyType({"code": FINDING, **parameters}))


def who(placement: Placement) -> dict[str, object]:
    """Return the parameters that name a placement: visit, seat, client, caregiver, shift."""
    return {
        "visit": placement.visit.id,
        "seat": placement.seat.number,
        "client": placement.visit.client,
        "caregiver": placement.caregiver,
        "shift": placement.round.shift,
    }
