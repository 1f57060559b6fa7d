"""Terms about when: windows, wishes, pairs, gaps, working time, breaks and duties."""

from collections.abc import Sequence

from planner.model.visits import Seat, Span
from planner.rules.terms import (
    AtLeastApart,
    Attend,
    PreferWithin,
    StartWithin,
    Together,
    WorkWithin,
)
from solver.compiling.draft import Draft
from solver.compiling.errors import CompileError
from solver.problem import NOBODY


def start_within(draft: Draft, terms: Sequence[StartWithin]) -> None:
    """Narrow the windows of seats; several terms of a seat all hold."""
    for term in terms:
        _narrow(draft, draft.task(term.seat), term.span)


def prefer_within(draft: Draft, terms: Sequence[PreferWithin]) -> None:
    """Set the wished windows; a seat has at most one, else it is a ``CompileError``."""
    seen: set[Seat] = set()
    for term in terms:
        if term.seat in seen:
            raise CompileError(f"{term.seat} has two PreferWithin terms; make it one")
        seen.add(term.seat)
        task = draft.task(term.seat)
        draft.soft_from[task] = term.span.earliest - draft.origin
        draft.soft_to[task] = term.span.latest - draft.origin
        draft.soft_cost[task] = term.cost


def together(draft: Draft, terms: Sequence[Together]) -> None:
    """Tie pairs; a seat in two pairs is a ``CompileError``."""
    for term in terms:
        first, second = draft.task(term.first), draft.task(term.second)
        for task, seat in ((first, term.first), (second, term.second)):
            if draft.partner[task] != NOBODY:
                raise CompileError(f"{seat} is in two Together terms; a pair is two seats")
        draft.partner[[first, second]] = second, first
        draft.is_second[second] = 1
        draft.partner_least[[first, second]] = term.least
        draft.partner_most[[first, second]] = term.most


def at_least_apart(draft: Draft, terms: Sequence[AtLeastApart]) -> None:
    """Collect the gaps."""
    draft.gaps.extend(
        (draft.task(term.before), draft.task(term.after), term.seconds) for term in terms
    )


def work_within(draft: Draft, terms: Sequence[WorkWithin]) -> None:
    """Narrow the working time of shifts."""
    for term in terms:
        number = draft.shift(term.shift)
        start, end = term.span.earliest - draft.origin, term.span.latest - draft.origin
        draft.shift_start[number] = max(draft.shift_start[number], start)
        draft.shift_end[number] = min(draft.shift_end[number], end)


def attend(draft: Draft, terms: Sequence[Attend]) -> None:
    """Narrow the windows of activities and have them done."""
    for term in terms:
        task = draft.task(term.activity)
        _narrow(draft, task, term.span)
        draft.attended[task - len(draft.seats)] = 1


def _narrow(draft: Draft, task: int, span: Span) -> None:
    draft.earliest[task] = max(draft.earliest[task], span.earliest - draft.origin)
    draft.latest[task] = min(draft.latest[task], span.latest - draft.origin)
