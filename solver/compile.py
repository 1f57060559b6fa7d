"""Compile an instance and its rules into the dense problem.

The solver knows terms, never rules: each kind of term has its own small compiler, and a new kind is
one more entry of ``COMPILERS``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from planner.model.instance import Instance
from planner.model.units import ShiftId
from planner.model.visits import Activity, Seat
from planner.rules import terms as vocabulary
from planner.rules.registry import RULES
from planner.rules.rule import Rule
from planner.rules.terms import Term
from solver.compiling import amounts, over_time, when, who
from solver.compiling.draft import Draft, blank
from solver.compiling.errors import CompileError
from solver.compiling.finish import finish
from solver.problem import Problem

Compiler = Callable[[Draft, Sequence[Any]], None]
"""Writes all terms of one kind into a draft."""

COMPILERS: Mapping[type, Compiler] = MappingProxyType(
    {
        vocabulary.Forbid: who.forbid,
        vocabulary.PairCost: who.pair_cost,
        vocabulary.CloseShift: who.close_shift,
        vocabulary.KeepOut: who.keep_out,
        vocabulary.CountFaces: who.count_faces,
        vocabulary.StartWithin: when.start_within,
        vocabulary.PreferWithin: when.prefer_within,
        vocabulary.Together: when.together,
        vocabulary.AtLeastApart: when.at_least_apart,
        vocabulary.WorkWithin: when.work_within,
        vocabulary.Attend: when.attend,
        vocabulary.LeaveOut: amounts.leave_out,
        vocabulary.FairShare: amounts.fair_share,
        vocabulary.PayTravel: amounts.pay_travel,
        vocabulary.Load: amounts.load,
        vocabulary.Capacity: amounts.capacity,
        vocabulary.Hold: over_time.hold,
        vocabulary.CoverOverTime: over_time.cover_over_time,
    }
)
"""What compiles each kind of term."""


@dataclass(frozen=True)
class Compiled:
    """A problem and the names of its rows.

    Tasks are the seats and after them the activities; shift ``s`` of the problem is ``shifts[s]``.
    """

    problem: Problem
    seats: tuple[Seat, ...]
    activities: tuple[Activity, ...]
    shifts: tuple[ShiftId, ...]

    @cached_property
    def tasks(self) -> Mapping[tuple[str, int], int]:
        """The task of each stop of a plan: by the stop's id and its seat, 1 for an activity."""
        seats = {(str(seat.visit), seat.number): task for task, seat in enumerate(self.seats)}
        first = len(self.seats)
        own = {(str(row.id), 1): first + number for number, row in enumerate(self.activities)}
        return seats | own

    def row(self, task: int) -> Seat | Activity:
        """Return what ``task`` is."""
        count = len(self.seats)
        return self.seats[task] if task < count else self.activities[task - count]


def compile_instance(instance: Instance, rules: Iterable[Rule] = RULES) -> Compiled:
    """Return the dense problem of ``instance`` under ``rules``.

    Raises ``CompileError`` for a term of an unknown kind, or one that speaks of a seat, activity,
    shift, place or travel mode that the instance does not have.
    """
    draft = blank(instance)
    for kind, terms in _by_kind(rules, instance).items():
        COMPILERS[kind](draft, terms)
    return Compiled(finish(draft), draft.seats, draft.activities, tuple(draft.shifts))


def _by_kind(rules: Iterable[Rule], instance: Instance) -> Mapping[type, list[Term]]:
    """Return the terms of all rules by their kind."""
    found: dict[type, list[Term]] = defaultdict(list)
    for rule in rules:
        for term in rule.terms(instance):
            if type(term) not in COMPILERS:
                raise CompileError(
                    f"no compiler for a term of kind {type(term).__name__}, emitted by the rule "
                    f"{rule.id}; add one to solver.compile.COMPILERS"
                )
            found[type(term)].append(term)
    return found
