"""PyVRP: skills and the costs of who goes where as one profile per shift; breaks as clients.

Not expressed: synchronisation, gaps, soft windows, distinct caregivers.
"""

import numpy as np
import numpy.typing as npt
import pyvrp

from benchmarks.rivals.variants import Rounds
from solver.problem import MUST, Problem

FORBIDDEN = 1 << 30
"""The distance to a task that a shift may not take."""


def _matrices(problem: Problem, shift: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return cost and seconds between locations: shift starts, shift ends, then the tasks."""
    at = np.concatenate([problem.start_location, problem.end_location, problem.location])
    seconds = problem.travel[problem.mode[shift]][np.ix_(at, at)].astype(np.int64)
    cost = problem.travel_cost * seconds
    depots = 2 * problem.shifts
    prices = problem.pair_cost[:, shift].astype(np.int64)
    into = np.where(problem.allowed[:, shift] > 0, prices, FORBIDDEN)
    cost[:, depots:] += into
    np.fill_diagonal(cost, 0)
    np.fill_diagonal(seconds, 0)
    return cost, seconds


def _data(problem: Problem) -> pyvrp.ProblemData:
    tasks, shifts = range(problem.tasks), range(problem.shifts)
    costs, seconds = zip(*(_matrices(problem, shift) for shift in shifts), strict=True)
    clients = [
        pyvrp.Client(
            location=2 * problem.shifts + task,
            delivery=[int(problem.load[task])],
            service_duration=int(problem.duration[task]),
            tw_early=int(problem.earliest[task]),
            tw_late=int(problem.latest[task]),
            prize=min(int(problem.unplaced_cost[task]), MUST >> 10),
            required=bool(problem.unplaced_cost[task] >= MUST),
        )
        for task in tasks
    ]
    vehicles = [
        pyvrp.VehicleType(
            capacity=[int(problem.capacity[shift])],
            start_depot=shift,
            end_depot=problem.shifts + shift,
            tw_early=int(problem.shift_start[shift]),
            tw_late=int(problem.shift_end[shift]),
            profile=shift,
        )
        for shift in shifts
    ]
    places = 2 * problem.shifts + problem.tasks
    return pyvrp.ProblemData(
        [pyvrp.Location(0, 0) for _ in range(places)],
        clients,
        [pyvrp.Depot(location=depot) for depot in range(2 * problem.shifts)],
        vehicles,
        list(costs),
        list(seconds),
    )


def solve(problem: Problem, seconds: float, seed: int) -> Rounds:
    """Return PyVRP's best rounds after ``seconds`` of wall clock."""
    result = pyvrp.solve(
        _data(problem), pyvrp.stop.MaxRuntime(seconds), seed=seed, collect_stats=False
    )
    rounds: list[tuple[int, ...]] = [()] * problem.shifts
    for route in result.best.routes():
        rounds[route.vehicle_type()] = tuple(
            activity.idx for activity in route if activity.is_client()
        )
    return tuple(rounds)
