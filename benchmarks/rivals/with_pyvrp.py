"""PyVRP: skills and the costs of who goes where as one profile per shift; breaks as clients.

Not expressed: synchronisation, gaps, soft windows, distinct caregivers. What its defaults do badly
here is helped, so that it is measured at its strongest: it begins from the obligatory tasks on
their own shifts (a random beginning never gets them all home), tasks that look alike share a
location (49 profiles of a district fit the cache better), prices of lateness begin near those of
travel instead of 10,000 times above, and neighbourhoods are twice as large as its default.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyvrp
from pyvrp.search import NeighbourhoodParams

from benchmarks.rivals.variants import Note, Rounds, ignore
from solver.problem import MUST, Problem
from solver.validate import obligatory_rounds

FORBIDDEN = 4
"""What a task on a shift that may not have it costs, in prices of the dearest unplaced visit."""

MAX_PENALTY = 40
"""What a second of lateness costs at most, in seconds of travel; it begins at half of it."""

NEIGHBOURS = 100
"""How many near tasks a move looks at."""


def _places(problem: Problem) -> npt.NDArray[np.int64]:
    """Return (n,) a location number per task.

    Tasks at one point, for the same shifts and without prices share one; prices and obligatory
    tasks need an own one, since every step into a location costs what the location costs.
    """
    numbers: dict[object, int] = {}
    places = np.zeros(problem.tasks, np.int64)
    for task in range(problem.tasks):
        alike = problem.unplaced_cost[task] < MUST and not problem.pair_cost[task].any()
        look = (int(problem.location[task]), problem.allowed[task].tobytes()) if alike else task
        places[task] = numbers.setdefault(look, len(numbers))
    return places


def _data(problem: Problem) -> pyvrp.ProblemData:
    ends = np.concatenate([problem.start_location, problem.end_location])
    depots, depot_of = np.unique(ends, return_inverse=True)
    places = _places(problem)
    _, samples = np.unique(places, return_index=True)
    costs: list[Any] = []
    seconds: list[Any] = []
    for shift in range(problem.shifts):
        cost, second = _matrices(problem, shift, depots, samples)
        costs.append(cost)
        seconds.append(second)
    return pyvrp.ProblemData(
        [pyvrp.Location(0, 0) for _ in range(len(depots) + len(samples))],
        [_client(problem, task, len(depots) + int(places[task])) for task in range(problem.tasks)],
        [pyvrp.Depot(location=number) for number in range(len(depots))],
        [_vehicle(problem, shift, depot_of) for shift in range(problem.shifts)],
        costs,
        seconds,
    )


def _matrices(
    problem: Problem, shift: int, depots: npt.NDArray[np.int32], samples: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return cost and seconds between locations: first the depots, then one per sample task."""
    at = np.concatenate([depots, problem.location[samples]])
    seconds = problem.travel[problem.mode[shift]][np.ix_(at, at)].astype(np.int64)
    cost = problem.travel_cost * seconds
    dearest = problem.unplaced_cost[problem.unplaced_cost < MUST].max(initial=1)
    prices = problem.pair_cost[samples, shift].astype(np.int64)
    able = problem.allowed[samples, shift] > 0
    cost[:, len(depots) :] += np.where(able, prices, FORBIDDEN * dearest)
    np.fill_diagonal(cost, 0)
    np.fill_diagonal(seconds, 0)
    return cost, seconds


def _client(problem: Problem, task: int, location: int) -> pyvrp.Client:
    required = bool(problem.unplaced_cost[task] >= MUST)
    return pyvrp.Client(
        location=location,
        delivery=[int(problem.load[task])],
        service_duration=int(problem.duration[task]),
        tw_early=int(problem.earliest[task]),
        tw_late=int(problem.latest[task]),
        prize=0 if required else int(problem.unplaced_cost[task]),
        required=required,
    )


def _vehicle(problem: Problem, shift: int, depot_of: npt.NDArray[np.intp]) -> pyvrp.VehicleType:
    return pyvrp.VehicleType(
        capacity=[int(problem.capacity[shift])],
        start_depot=int(depot_of[shift]),
        end_depot=int(depot_of[problem.shifts + shift]),
        tw_early=int(problem.shift_start[shift]),
        tw_late=int(problem.shift_end[shift]),
        profile=shift,
    )


def _beginning(problem: Problem, data: pyvrp.ProblemData) -> pyvrp.Solution | None:
    rounds = enumerate(obligatory_rounds(problem))
    routes = [
        pyvrp.Route(data, list(tasks), vehicle_type=shift) for shift, tasks in rounds if tasks
    ]
    return pyvrp.Solution(data, routes) if routes else None


def _parameters(problem: Problem) -> pyvrp.SolveParams:
    most = float(MAX_PENALTY * max(1, problem.travel_cost))
    return pyvrp.SolveParams(
        penalty=pyvrp.PenaltyParams(max_penalty=most),
        neighbourhood=NeighbourhoodParams(num_neighbours=NEIGHBOURS),
    )


def solve(problem: Problem, seconds: float, seed: int, note: Note = ignore) -> Rounds:
    """Return PyVRP's best rounds after ``seconds`` of wall clock on the one thread that it has."""
    data = _data(problem)
    clock = pyvrp.stop.MaxRuntime(seconds)

    def stop(best_cost: int) -> bool:
        if best_cost < MUST:
            note(best_cost)
        return clock(best_cost)

    result = pyvrp.solve(
        data,
        stop,
        seed=seed,
        collect_stats=False,
        params=_parameters(problem),
        initial_solution=_beginning(problem, data),
    )
    found = {
        route.vehicle_type(): tuple(stop.idx for stop in route if stop.is_client())
        for route in result.best.routes()
    }
    return tuple(found.get(shift, ()) for shift in range(problem.shifts))
