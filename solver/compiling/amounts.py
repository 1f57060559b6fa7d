"""Terms about amounts: the prices of leaving out and of travel, loads and capacities."""

from collections.abc import Sequence

import numpy as np

from planner.rules.terms import Capacity, FairShare, LeaveOut, Load, PayTravel
from solver.compiling.draft import FAR, Draft
from solver.compiling.errors import CompileError
from solver.problem import MUST, Fair


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


def fair_share(draft: Draft, terms: Sequence[FairShare]) -> None:
    """Keep the fair shares; two such terms are a ``CompileError``."""
    if len(terms) > 1:
        raise CompileError(f"{len(terms)} FairShare terms; a problem has one share per caregiver")
    draft.fair = terms[0]


def fair_of(draft: Draft) -> Fair | None:
    """Return the shares of the people on duty; every seat counts, no activity does."""
    term = draft.fair
    if term is None:
        return None
    counts = np.zeros(len(draft.tasks), np.uint8)
    counts[: len(draft.seats)] = 1
    shares = [term.shares.get(person, FAR) for person in draft.people]
    return Fair(counts, np.array(shares, np.int64), term.cost)
