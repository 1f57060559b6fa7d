"""OR-Tools routing with guided local search.

Not expressed: distinct caregivers. Pairs are linked in time here, but the library cannot make
both halves active together, so it is measured on the variant with doubles at fixed times too.
"""

import numpy as np
import numpy.typing as npt
from ortools.constraint_solver import pywrapcp, routing_enums_pb2

from benchmarks.rivals.variants import Note, Rounds, ignore
from solver.problem import NOBODY, Problem


def _nodes(problem: Problem) -> npt.NDArray[np.int32]:
    """Return the point of every node: the tasks, the shifts' starts, the shifts' ends."""
    return np.concatenate([problem.location, problem.start_location, problem.end_location])


def _register(
    problem: Problem, model: pywrapcp.RoutingModel
) -> tuple[list[int], pywrapcp.RoutingDimension]:
    at = _nodes(problem)
    service = np.concatenate([problem.duration, np.zeros(2 * problem.shifts, np.int32)])
    transits: dict[int, int] = {}
    for shift in range(problem.shifts):
        mode = int(problem.mode[shift])
        seconds = problem.travel[mode][np.ix_(at, at)].astype(np.int64)
        if mode not in transits:
            transits[mode] = model.RegisterTransitMatrix((seconds + service[:, None]).tolist())
        into = np.concatenate([problem.pair_cost[:, shift], np.zeros(2 * problem.shifts)])
        cost = problem.travel_cost * seconds + into.astype(np.int64)[None, :]
        evaluator = model.RegisterTransitMatrix(cost.tolist())
        model.SetArcCostEvaluatorOfVehicle(evaluator, shift)
    horizon = int(problem.shift_end.max())
    by_shift = [transits[int(mode)] for mode in problem.mode]
    model.AddDimensionWithVehicleTransits(by_shift, horizon, horizon, False, "time")  # noqa: FBT003 - C++ signature
    return by_shift, model.GetDimensionOrDie("time")


def _state_tasks(
    problem: Problem,
    manager: pywrapcp.RoutingIndexManager,
    model: pywrapcp.RoutingModel,
    time: pywrapcp.RoutingDimension,
) -> None:
    for task in range(problem.tasks):
        index = manager.NodeToIndex(task)
        time.CumulVar(index).SetRange(int(problem.earliest[task]), int(problem.latest[task]))
        able = [int(shift) for shift in np.flatnonzero(problem.allowed[task])]
        model.VehicleVar(index).SetValues([-1, *able])
        model.AddDisjunction([index], int(problem.unplaced_cost[task]))
    for second in np.flatnonzero(problem.is_second):
        first = int(problem.partner[second])
        if first != NOBODY:
            early, late = (time.CumulVar(manager.NodeToIndex(int(t))) for t in (first, second))
            model.solver().Add(late >= early + int(problem.partner_least[second]))
            model.solver().Add(late <= early + int(problem.partner_most[second]))
    for shift in range(problem.shifts):
        start, end = model.Start(shift), model.End(shift)
        time.CumulVar(start).SetMin(int(problem.shift_start[shift]))
        time.CumulVar(end).SetMax(int(problem.shift_end[shift]))


def solve(problem: Problem, seconds: float, seed: int, note: Note = ignore) -> Rounds:  # noqa: ARG001 - has no seed
    """Return the routing library's best rounds after ``seconds`` of wall clock."""
    starts = [problem.tasks + shift for shift in range(problem.shifts)]
    ends = [start + problem.shifts for start in starts]
    manager = pywrapcp.RoutingIndexManager(
        problem.tasks + 2 * problem.shifts, problem.shifts, starts, ends
    )
    model = pywrapcp.RoutingModel(manager)
    _, time = _register(problem, model)
    _state_tasks(problem, manager, model, time)
    model.AddAtSolutionCallback(lambda: note(model.CostVar().Max()))
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = (
        routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    )
    parameters.local_search_metaheuristic = (
        routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    )
    parameters.time_limit.FromMilliseconds(int(1000 * seconds))
    found = model.SolveWithParameters(parameters)
    if found is None:
        return ((),) * problem.shifts
    return tuple(_round(problem, manager, model, found, shift) for shift in range(problem.shifts))


def _round(
    problem: Problem,
    manager: pywrapcp.RoutingIndexManager,
    model: pywrapcp.RoutingModel,
    found: pywrapcp.Assignment,
    shift: int,
) -> tuple[int, ...]:
    tasks: list[int] = []
    index = found.Value(model.NextVar(model.Start(shift)))
    while not model.IsEnd(index):
        node = manager.IndexToNode(index)
        if node < problem.tasks:
            tasks.append(node)
        index = found.Value(model.NextVar(index))
    return tuple(tasks)
