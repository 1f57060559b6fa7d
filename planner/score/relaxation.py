"""What a planner can give way in, to find a place for a visit."""

from dataclasses import dataclass
from enum import StrEnum

from planner.model.units import Seconds
from planner.rules.ids import RuleId


class Relaxation(StrEnum):
    """The code of a change that would place a visit, as in ``Unplaced.relaxation``."""

    SEARCH_LONGER = "search_longer"
    WIDEN_15 = "widen_15"
    WIDEN_30 = "widen_30"
    UNPIN = "unpin"
    WIDEN_60 = "widen_60"
    OVERTIME_30 = "overtime_30"
    DELEGATE = "delegate"
    ALLOW_AVOIDED = "allow_avoided"
    ONE_CAREGIVER = "one_caregiver"


_NONE = Seconds(0)


@dataclass(frozen=True, slots=True)
class Leniency:
    """How far rules give way: wider windows, longer shifts, ignored rules, one seat of two."""

    widen: Seconds = _NONE
    overtime: Seconds = _NONE
    ignored: frozenset[RuleId] = frozenset()
    alone: bool = False


STRICT = Leniency()
"""No rule gives way."""

CHEAPEST_FIRST: tuple[tuple[Relaxation, Leniency], ...] = (
    (Relaxation.SEARCH_LONGER, STRICT),
    (Relaxation.WIDEN_15, Leniency(widen=Seconds(15 * 60))),
    (Relaxation.WIDEN_30, Leniency(widen=Seconds(30 * 60))),
    (Relaxation.UNPIN, Leniency(ignored=frozenset({RuleId.PINS}))),
    (Relaxation.WIDEN_60, Leniency(widen=Seconds(60 * 60))),
    (Relaxation.OVERTIME_30, Leniency(overtime=Seconds(30 * 60))),
    (Relaxation.DELEGATE, Leniency(ignored=frozenset({RuleId.DELEGATION}))),
    (Relaxation.ALLOW_AVOIDED, Leniency(ignored=frozenset({RuleId.AVOID}))),
    (Relaxation.ONE_CAREGIVER, Leniency(alone=True)),
)
"""The changes in the order in which a planner would try them.

Another group's help and unmet wishes are prices, never walls, so they need no relaxation.
"""
