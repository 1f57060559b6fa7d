"""From the finished draft to the problem: rows for tasks, matrices, sparse gaps."""

from dataclasses import replace

import numpy as np

from planner.rules.reading import seconds_of
from solver.compiling.amounts import fair_of
from solver.compiling.draft import Draft, visit_of
from solver.compiling.errors import CompileError
from solver.compiling.over_time import cover_of
from solver.problem import MUST, Flags, Int32, Problem
from solver.uncoverable import uncoverable_cost


def finish(draft: Draft) -> Problem:
    """Return the problem that ``draft`` has become."""
    shifts = list(draft.instance.shifts.values())
    people = _numbers([draft.people[shift.caregiver] for shift in shifts])
    pointers, after, seconds = _gaps(draft)
    draft.unplaced_cost[len(draft.seats) :][draft.attended == 1] = MUST
    problem = Problem(
        location=_locations(draft),
        duration=_durations(draft),
        earliest=draft.earliest,
        latest=np.maximum(draft.latest, draft.earliest),
        soft_from=draft.soft_from,
        soft_to=draft.soft_to,
        soft_cost=draft.soft_cost,
        unplaced_cost=draft.unplaced_cost,
        partner=draft.partner,
        is_second=draft.is_second,
        partner_least=draft.partner_least,
        partner_most=draft.partner_most,
        client=draft.client,
        load=draft.load,
        gap_ptr=pointers,
        gap_after=after,
        gap_seconds=seconds,
        shift_start=draft.shift_start,
        shift_end=draft.shift_end,
        start_location=_numbers([draft.place(shift.start_place) for shift in shifts]),
        end_location=_numbers([draft.place(shift.end_place) for shift in shifts]),
        mode=_numbers([draft.mode(draft.instance.mode(shift)) for shift in shifts]),
        caregiver=people,
        capacity=draft.capacity,
        allowed=_allowed(draft, people),
        pair_cost=_pair_cost(draft, people),
        travel=_travel(draft),
        travel_cost=draft.travel_cost,
        face_cost=np.array(draft.face_cost, np.int64),
        cover=cover_of(draft),
        fair=fair_of(draft),
        known=np.array(draft.known, np.int32).reshape(-1, 2),
    )
    if problem.cover is None:
        return problem
    least = uncoverable_cost(problem, problem.cover)
    return replace(problem, cover=replace(problem.cover, least=least))


def _numbers(values: list[int]) -> Int32:
    return np.array(values, np.int32)


def _locations(draft: Draft) -> Int32:
    seats = [draft.place(visit_of(draft, seat).place) for seat in draft.seats]
    return _numbers(seats + [draft.place(activity.place) for activity in draft.activities])


def _durations(draft: Draft) -> Int32:
    seats = [seconds_of(visit_of(draft, seat), seat) for seat in draft.seats]
    return _numbers([*seats, *(activity.duration for activity in draft.activities)])


def _allowed(draft: Draft, people: Int32) -> Flags:
    """Return who may: seats by person and open shift, attended activities in their own shift.

    A seat whose windows do not meet is open to nobody.
    """
    seats = (draft.forbidden[:, people] == 0) & (draft.closed == 0)
    seats &= draft.kept_out == 0
    seats &= (draft.earliest <= draft.latest)[: len(draft.seats), None]
    owners = [draft.shifts[activity.shift] for activity in draft.activities]
    own = np.equal.outer(owners, np.arange(len(people))) & (draft.attended == 1)[:, None]
    return np.vstack([seats, own.reshape(len(owners), len(people))]).astype(np.uint8)


def _pair_cost(draft: Draft, people: Int32) -> Int32:
    dearest = int(draft.costs.max(initial=0))
    if dearest > np.iinfo(np.int32).max:
        raise CompileError(f"a visit by one caregiver costs {dearest}, above 2^31; lower a weight")
    costs = np.zeros((len(draft.tasks), len(people)), np.int32)
    costs[: len(draft.seats)] = draft.costs[:, people]
    return costs


def _gaps(draft: Draft) -> tuple[Int32, Int32, Int32]:
    """Return the gaps as compressed rows: pointers by task, later tasks, seconds."""
    rows = np.array(sorted(draft.gaps), np.int32).reshape(-1, 3)
    counts = np.bincount(rows[:, 0], minlength=len(draft.tasks))
    pointers = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return pointers, rows[:, 1].copy(), rows[:, 2].copy()


def _travel(draft: Draft) -> Int32:
    travel = draft.instance.travel
    return np.ascontiguousarray(np.stack(list(travel.seconds.values())), np.int32)
