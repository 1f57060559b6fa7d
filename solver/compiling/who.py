"""Terms about who: forbidden and priced pairs, closed shifts, faces."""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from planner.model.units import CaregiverId
from planner.rules.terms import CloseShift, CountFaces, Forbid, KeepOut, PairCost
from solver.compiling.draft import Draft
from solver.compiling.errors import CompileError
from solver.problem import NOBODY, Flags, Int64


def forbid(draft: Draft, terms: Sequence[Forbid]) -> None:
    """Mark the forbidden pairs; a set of people that stands in many terms is read once."""

    @cache
    def row(people: frozenset[CaregiverId]) -> Flags:
        marks = np.zeros(len(draft.people), np.uint8)
        marks[[draft.people[person] for person in people if person in draft.people]] = 1
        return marks

    for term in terms:
        draft.forbidden[draft.task(term.seat)] |= row(term.caregivers)


def pair_cost(draft: Draft, terms: Sequence[PairCost]) -> None:
    """Add up the prices of pairs; a table that is shared by many terms is read once."""
    read: dict[int, Int64] = {}
    for term in terms:
        # The terms keep their tables alive, so that an id stands for one table.
        if id(term.costs) not in read:
            read[id(term.costs)] = _row(draft, term.costs)
        draft.costs[draft.task(term.seat)] += read[id(term.costs)]


def _row(draft: Draft, costs: Mapping[CaregiverId, int]) -> Int64:
    row = np.zeros(len(draft.people), np.int64)
    for person, cost in costs.items():
        if person in draft.people:
            row[draft.people[person]] = cost
    return row


def close_shift(draft: Draft, terms: Sequence[CloseShift]) -> None:
    """Mark the closed shifts."""
    for term in terms:
        draft.closed[draft.shift(term.shift)] = 1


def keep_out(draft: Draft, terms: Sequence[KeepOut]) -> None:
    """Mark the shifts that may not have a seat."""
    for term in terms:
        shifts = [draft.shift(shift) for shift in term.shifts]
        draft.kept_out[draft.task(term.seat), shifts] = 1


def count_faces(draft: Draft, terms: Sequence[CountFaces]) -> None:
    """Give clients whose faces count a number; a seat in two such terms is a ``CompileError``."""
    for term in terms:
        tasks = [draft.task(seat) for seat in term.seats]
        taken = [task for task in tasks if draft.client[task] != NOBODY]
        if taken:
            raise CompileError(
                f"{draft.seats[taken[0]]} counts faces twice; a seat belongs to one CountFaces"
            )
        number = len(draft.face_cost)
        draft.client[tasks] = number
        known = sorted(draft.people[row] for row in term.known if row in draft.people)
        draft.known.extend((number, person) for person in known)
        draft.face_cost.append(term.cost)
