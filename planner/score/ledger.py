"""The hard terms of an instance by what they speak of, each kept with its rule."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from planner.model.instance import Instance
from planner.rules.ids import RuleId
from planner.rules.registry import RULES
from planner.rules.rule import Rule
from planner.rules.terms import (
    AtLeastApart,
    Attend,
    Capacity,
    CloseShift,
    Forbid,
    KeepOut,
    Load,
    StartWithin,
    Term,
    Together,
    WorkWithin,
)

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Ledger:
    """Look-up of hard terms by kind and by the seat, shift or activity they speak of."""

    rows: Mapping[tuple[type, Hashable], Sequence[tuple[RuleId, Term]]]

    def of(self, kind: type[Kind], name: Hashable) -> list[tuple[RuleId, Kind]]:
        """Return the terms of ``kind`` about ``name``, each with the rule that emits it."""
        found = self.rows.get((kind, name), ())
        return [(rule, term) for rule, term in found if isinstance(term, kind)]


def ledger_of(instance: Instance, rules: Sequence[Rule] = RULES) -> Ledger:
    """Return the hard terms that ``rules`` emit for ``instance``."""
    rows: dict[tuple[type, Hashable], list[tuple[RuleId, Term]]] = defaultdict(list)
    for rule in rules:
        for term in rule.terms(instance):
            for name in _names(term):
                rows[type(term), name].append((rule.id, term))
    return Ledger(rows)


def _names(term: Term) -> tuple[Hashable, ...]:
    match term:
        case Forbid() | KeepOut() | StartWithin() | Load():
            return (term.seat,)
        case WorkWithin() | CloseShift() | Capacity():
            return (term.shift,)
        case Attend():
            return (term.activity,)
        case Together():
            return term.first, term.second
        case AtLeastApart():
            return term.before, term.after
        case _:
            return ()
