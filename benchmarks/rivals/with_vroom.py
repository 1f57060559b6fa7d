"""VROOM: a job per task; who may take it as one skill per task; prices as a profile per shift.

Not expressed: synchronisation, gaps, soft windows, distinct caregivers, prices of unplaced visits
(it places as many as it can, by priority).
"""

from datetime import timedelta

import numpy as np
import vroom

from benchmarks.rivals.variants import WORKERS, Note, Rounds, ignore
from solver.problem import MUST, Problem

DEEPEST = 5
"""VROOM's highest exploration level."""


def _job(problem: Problem, task: int) -> vroom.Job:
    return vroom.Job(
        id=task,
        location=2 * problem.shifts + task,
        default_service=int(problem.duration[task]),
        delivery=vroom.Amount([int(problem.load[task])]),
        skills={task + 1},
        priority=100 if problem.unplaced_cost[task] >= MUST else 50,
        time_windows=[[int(problem.earliest[task]), int(problem.latest[task])]],
    )


def _vehicle(problem: Problem, shift: int) -> vroom.Vehicle:
    return vroom.Vehicle(
        id=shift,
        start=shift,
        end=problem.shifts + shift,
        profile=f"shift{shift}",
        capacity=[min(int(problem.capacity[shift]), 1 << 30)],
        skills={int(task) + 1 for task in np.flatnonzero(problem.allowed[:, shift])},
        time_window=[int(problem.shift_start[shift]), int(problem.shift_end[shift])],
    )


def _state_ways(problem: Problem, instance: vroom.Input) -> None:
    """State seconds and costs between shift starts, shift ends and tasks, per shift.

    Every task is placed by one shift, so the least price of a task may be taken off all: costs
    must not be negative.
    """
    at = np.concatenate([problem.start_location, problem.end_location, problem.location])
    prices = problem.pair_cost - problem.pair_cost.min(axis=1, keepdims=True)
    for shift in range(problem.shifts):
        seconds = problem.travel[problem.mode[shift]][np.ix_(at, at)]
        costs = problem.travel_cost * seconds
        costs[:, 2 * problem.shifts :] += prices[:, shift]
        instance.set_durations_matrix(f"shift{shift}", seconds.astype(np.uint32))
        instance.set_costs_matrix(f"shift{shift}", costs.astype(np.uint32))


def solve(problem: Problem, seconds: float, seed: int, note: Note = ignore) -> Rounds:  # noqa: ARG001 - has neither seeds nor news
    """Return VROOM's rounds, deepest exploration, at most ``seconds`` of wall clock."""
    instance = vroom.Input()
    _state_ways(problem, instance)
    instance.add_vehicle([_vehicle(problem, shift) for shift in range(problem.shifts)])
    instance.add_job([_job(problem, task) for task in range(problem.tasks)])
    found = instance.solve(
        exploration_level=DEEPEST, nb_threads=WORKERS, timeout=timedelta(seconds=seconds)
    )
    steps = found.routes[found.routes["type"] == "job"]
    return tuple(
        tuple(int(task) for task in steps.loc[steps["vehicle_id"] == shift, "id"])
        for shift in range(problem.shifts)
    )
