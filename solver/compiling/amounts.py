"""Terms about amounts: the prices of leaving out and of travel, loads and capacities."""

from collections.abc import Sequence

from planner.rules.terms import Capacity, LeaveOut, Load, PayTravel
from solver.compiling.draft import Draft
from solver.problem import MUST


def leave_out(draft: Draft, terms: Sequence[LeaveOut]) -> None:
    """Let seats stay unplaced; several prices of a seat add up."""
    for term in terms:
        task = draft.task(term.seat)
        paid = draft.unplaced_cost[task]
        draft.unplaced_cost[task] = term.cost + (0 if paid == MUST else paid)


def pay_travel(draft: Draft, terms: Sequence[PayTravel]) -> None:
    """Add up the prices of a second of travel."""
    draft.travel_cost += sum(term.cost for term in terms)


def load(draft: Draft, terms: Sequence[Load]) -> None:
    """Add up the loads of seats."""
    for term in terms:
        draft.load[draft.task(term.seat)] += term.units


def capacity(draft: Draft, terms: Sequence[Capacity]) -> None:
    """Narrow the capacities of shifts."""
    for term in terms:
        number = draft.shift(term.shift)
        draft.capacity[number] = min(draft.capacity[number], term.units)
