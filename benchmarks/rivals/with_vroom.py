"""VROOM: a job per task; who may take it as one skill per task; prices as a profile per shift.

Without prices one profile per travel mode and one location per point do, which is much faster.

Not expressed: synchronisation, gaps, soft windows, distinct caregivers, prices of unplaced visits
(it places as many as it can, by priority).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import vroom

from benchmarks.rivals.variants import WORKERS, Note, Rounds, ignore
from solver.problem import MUST, Problem

DEEPEST = 5
"""VROOM's highest exploration level."""


@dataclass(frozen=True)
class _Ways:
    """Where everything is in VROOM's matrices, and whose matrix a shift has."""

    starts: Sequence[int]
    ends: Sequence[int]
    tasks: Sequence[int]
    profiles: Sequence[str]


def _job(problem: Problem, ways: _Ways, task: int) -> vroom.Job:
    return vroom.Job(
        id=task,
        location=ways.tasks[task],
        default_service=int(problem.duration[task]),
        delivery=vroom.Amount([int(problem.load[task])]),
        skills={task + 1},
        priority=100 if problem.unplaced_cost[task] >= MUST else 50,
        time_windows=[[int(problem.earliest[task]), int(problem.latest[task])]],
    )


def _vehicle(problem: Problem, ways: _Ways, shift: int) -> vroom.Vehicle:
    return vroom.Vehicle(
        id=shift,
        start=ways.starts[shift],
        end=ways.ends[shift],
        profile=ways.profiles[shift],
        capacity=[min(int(problem.capacity[shift]), 1 << 30)],
        skills={int(task) + 1 for task in np.flatnonzero(problem.allowed[:, shift])},
        time_window=[int(problem.shift_start[shift]), int(problem.shift_end[shift])],
    )


def _by_mode(problem: Problem, instance: vroom.Input) -> _Ways:
    for mode, seconds in enumerate(problem.travel):
        instance.set_durations_matrix(f"mode{mode}", seconds.astype(np.uint32))
    return _Ways(
        starts=problem.start_location.tolist(),
        ends=problem.end_location.tolist(),
        tasks=problem.location.tolist(),
        profiles=[f"mode{mode}" for mode in problem.mode],
    )


def _by_shift(problem: Problem, instance: vroom.Input) -> _Ways:
    """State seconds and costs between shift starts, shift ends and tasks, per shift.

    Every task is placed by one shift, so the least price of a task may be taken off all: costs
    must not be negative.
    """
    shifts, tasks = problem.shifts, problem.tasks
    at = np.concatenate([problem.start_location, problem.end_location, problem.location])
    prices = problem.pair_cost - problem.pair_cost.min(axis=1, keepdims=True)
    for shift in range(shifts):
        seconds = problem.travel[problem.mode[shift]][np.ix_(at, at)]
        costs = problem.travel_cost * seconds
        costs[:, 2 * shifts :] += prices[:, shift]
        instance.set_durations_matrix(f"shift{shift}", seconds.astype(np.uint32))
        instance.set_costs_matrix(f"shift{shift}", costs.astype(np.uint32))
    return _Ways(
        starts=range(shifts),
        ends=range(shifts, 2 * shifts),
        tasks=range(2 * shifts, 2 * shifts + tasks),
        profiles=[f"shift{shift}" for shift in range(shifts)],
    )


def solve(problem: Problem, seconds: float, seed: int, note: Note = ignore) -> Rounds:  # noqa: ARG001 - has neither seeds nor news
    """Return VROOM's rounds, deepest exploration, at most ``seconds`` of wall clock."""
    instance = vroom.Input()
    state = _by_shift if problem.pair_cost.any() else _by_mode
    ways = state(problem, instance)
    instance.add_vehicle([_vehicle(problem, ways, shift) for shift in range(problem.shifts)])
    instance.add_job([_job(problem, ways, task) for task in range(problem.tasks)])
    found = instance.solve(
        exploration_level=DEEPEST, nb_threads=WORKERS, timeout=timedelta(seconds=seconds)
    )
    steps = found.routes[found.routes["type"] == "job"]
    return tuple(
        tuple(int(task) for task in steps.loc[steps["vehicle_id"] == shift, "id"])
        for shift in range(problem.shifts)
    )
