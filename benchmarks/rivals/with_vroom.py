"""VROOM: a job per task; who may take it as one skill per task.

Not expressed: synchronisation, gaps, soft windows, distinct caregivers, the costs of who goes
where, prices of unplaced visits (it places as many as it can, by priority).
"""

from datetime import timedelta

import numpy as np
import vroom

from benchmarks.rivals.variants import Rounds
from solver.problem import MUST, Problem


def _job(problem: Problem, task: int) -> vroom.Job:
    return vroom.Job(
        id=task,
        location=int(problem.location[task]),
        default_service=int(problem.duration[task]),
        delivery=vroom.Amount([int(problem.load[task])]),
        skills={task + 1},
        priority=100 if problem.unplaced_cost[task] >= MUST else 50,
        time_windows=[[int(problem.earliest[task]), int(problem.latest[task])]],
    )


def _vehicle(problem: Problem, shift: int) -> vroom.Vehicle:
    return vroom.Vehicle(
        id=shift,
        start=int(problem.start_location[shift]),
        end=int(problem.end_location[shift]),
        profile=f"mode{problem.mode[shift]}",
        capacity=[min(int(problem.capacity[shift]), 1 << 30)],
        skills={int(task) + 1 for task in np.flatnonzero(problem.allowed[:, shift])},
        time_window=[int(problem.shift_start[shift]), int(problem.shift_end[shift])],
    )


def solve(problem: Problem, seconds: float, seed: int) -> Rounds:  # noqa: ARG001 - has no seed
    """Return VROOM's rounds, deepest exploration, at most ``seconds`` of wall clock."""
    instance = vroom.Input()
    for mode, matrix in enumerate(problem.travel):
        instance.set_durations_matrix(f"mode{mode}", matrix.astype(np.uint32))
    instance.add_vehicle([_vehicle(problem, shift) for shift in range(problem.shifts)])
    instance.add_job([_job(problem, task) for task in range(problem.tasks)])
    found = instance.solve(exploration_level=5, nb_threads=2, timeout=timedelta(seconds=seconds))
    steps = found.routes[found.routes["type"] == "job"]
    return tuple(
        tuple(int(task) for task in steps.loc[steps["vehicle_id"] == shift, "id"])
        for shift in range(problem.shifts)
    )
