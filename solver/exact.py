"""The slow exact price of a plan: plain Python, independent of the compiled kernel."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from solver.cover import cover_cost
from solver.fair import fair_cost
from solver.problem import HERE, MUST, NOBODY, Int32, Problem

UNPLACED_START = -1
"""``start`` of a task that no round has."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a plan costs (exact, without penalties), when tasks start, what it breaks.

    ``violations`` are sentences for the log and tests, in terms of task and shift numbers.
    """

    cost: int
    start: Int32
    violations: tuple[str, ...]


def evaluate(
    problem: Problem, rounds: Sequence[Sequence[int]], start: Int32 | None = None
) -> Evaluation:
    """Price ``rounds`` with the given starts, or with the earliest ones when there are none.

    A round without tasks still goes from its start to its end place. Raises nothing for a bad
    plan: whatever it breaks is listed.
    """
    faults = placement_faults(problem, rounds)
    if faults:
        return Evaluation(0, np.full(problem.tasks, UNPLACED_START, np.int32), tuple(faults))
    places = effective_places(problem, rounds)
    if start is None:
        found = earliest_starts(problem, rounds, places)
        if found is None:
            return Evaluation(
                0,
                np.full(problem.tasks, UNPLACED_START, np.int32),
                ("rounds wait for each other in a circle",),
            )
        start = found
    faults = time_faults(problem, rounds, places, start)
    cost = placement_cost(problem, rounds) + start_cost(problem, start)
    for shift, tasks in enumerate(rounds):
        legs = round_legs(problem, shift, tasks, places)
        cost += problem.travel_cost * sum(legs)
    cost += cover_cost(problem, rounds, start) + fair_cost(problem, rounds)
    return Evaluation(cost, start, tuple(faults))


def shifts_of(problem: Problem, rounds: Sequence[Sequence[int]]) -> list[int]:
    """Return the shift of each task, NOBODY when unplaced."""
    shift_of = [NOBODY] * problem.tasks
    for shift, tasks in enumerate(rounds):
        for task in tasks:
            shift_of[task] = shift
    return shift_of


def placement_faults(problem: Problem, rounds: Sequence[Sequence[int]]) -> list[str]:
    """List what is wrong with who has what, times aside."""
    if len(rounds) != problem.shifts:
        return [f"{len(rounds)} rounds for {problem.shifts} shifts"]
    placed = [task for tasks in rounds for task in tasks]
    if any(not 0 <= task < problem.tasks for task in placed):
        return ["a round holds a task number that does not exist"]
    if len(set(placed)) != len(placed):
        return ["a task is placed twice"]
    faults: list[str] = []
    shift_of = shifts_of(problem, rounds)
    for task in range(problem.tasks):
        faults += seat_faults(problem, task, shift_of)
    for shift, tasks in enumerate(rounds):
        load = sum(int(problem.load[task]) for task in tasks)
        if load > problem.capacity[shift]:
            faults.append(f"shift {shift} carries {load} of {problem.capacity[shift]}")
    return faults


def seat_faults(problem: Problem, task: int, shift_of: Sequence[int]) -> list[str]:
    """List what is wrong with who has one task."""
    shift, partner = shift_of[task], int(problem.partner[task])
    if shift == NOBODY:
        must = problem.unplaced_cost[task] >= MUST
        return [f"task {task} must be placed"] if must else []
    faults = []
    if not problem.allowed[task, shift]:
        faults.append(f"task {task} is not allowed on shift {shift}")
    if partner != NOBODY and shift_of[partner] == NOBODY:
        faults.append(f"task {task} is placed without its partner {partner}")
    elif partner != NOBODY and problem.caregiver[shift] == problem.caregiver[shift_of[partner]]:
        faults.append(f"tasks {task} and {partner} of a pair have one caregiver")
    return faults


def effective_places(problem: Problem, rounds: Sequence[Sequence[int]]) -> list[int]:
    """Return where each placed task happens; HERE is where the predecessor ended."""
    places = [int(place) for place in problem.location]
    for shift, tasks in enumerate(rounds):
        last = int(problem.start_location[shift])
        for task in tasks:
            if places[task] == HERE:
                places[task] = last
            last = places[task]
    return places


def round_legs(
    problem: Problem, shift: int, tasks: Sequence[int], places: Sequence[int]
) -> list[int]:
    """Return the travel seconds to each task of a round and back; none to a task HERE."""
    travel = problem.travel[problem.mode[shift]]
    legs = []
    last = int(problem.start_location[shift])
    for task in tasks:
        here = problem.location[task] == HERE
        legs.append(0 if here else int(travel[last, places[task]]))
        last = places[task]
    return [*legs, int(travel[last, problem.end_location[shift]])]


def earliest_starts(
    problem: Problem, rounds: Sequence[Sequence[int]], places: Sequence[int]
) -> Int32 | None:
    """Return the least starts that hold all lower bounds, or None when they grow for ever."""
    start = [int(moment) for moment in problem.earliest]
    shift_of = shifts_of(problem, rounds)
    edges = waiting_edges(problem, rounds, places, shift_of)
    for shift, tasks in enumerate(rounds):
        if tasks:
            first = int(problem.shift_start[shift]) + round_legs(problem, shift, tasks, places)[0]
            start[tasks[0]] = max(start[tasks[0]], first)
    for _ in range(problem.tasks + 1):
        changed = False
        for before, after, seconds in edges:
            if start[before] + seconds > start[after]:
                start[after] = start[before] + seconds
                changed = True
        if not changed:
            placed = np.array(shift_of) != NOBODY
            return np.where(placed, start, UNPLACED_START).astype(np.int32)
    return None


def waiting_edges(
    problem: Problem,
    rounds: Sequence[Sequence[int]],
    places: Sequence[int],
    shift_of: Sequence[int],
) -> list[tuple[int, int, int]]:
    """Return (before, after, seconds): start(after) >= start(before) + seconds."""
    edges = []
    for shift, tasks in enumerate(rounds):
        legs = round_legs(problem, shift, tasks, places)
        edges += [
            (a, b, int(problem.duration[a]) + seconds)
            for a, b, seconds in zip(tasks[:-1], tasks[1:], legs[1:-1], strict=True)
        ]
    for task in range(problem.tasks):
        partner = int(problem.partner[task])
        if shift_of[task] == NOBODY:
            continue
        if partner != NOBODY and problem.is_second[task]:
            edges.append((partner, task, int(problem.partner_least[task])))
            edges.append((task, partner, -int(problem.partner_most[task])))
        for j in range(problem.gap_ptr[task], problem.gap_ptr[task + 1]):
            if shift_of[problem.gap_after[j]] != NOBODY:
                edges.append((task, int(problem.gap_after[j]), int(problem.gap_seconds[j])))
    return edges


def time_faults(
    problem: Problem,
    rounds: Sequence[Sequence[int]],
    places: Sequence[int],
    start: Int32,
) -> list[str]:
    """List the windows, legs, pairs, gaps and shift ends that the starts break."""
    faults = []
    shift_of = shifts_of(problem, rounds)
    for before, after, seconds in waiting_edges(problem, rounds, places, shift_of):
        if start[after] < start[before] + seconds:
            faults.append(f"task {after} starts too soon after task {before}")
    for shift, tasks in enumerate(rounds):
        legs = round_legs(problem, shift, tasks, places)
        if tasks and start[tasks[0]] < problem.shift_start[shift] + legs[0]:
            faults.append(f"task {tasks[0]} starts before shift {shift} can be there")
        leaves = int(problem.shift_start[shift])
        if tasks:
            leaves = int(start[tasks[-1]] + problem.duration[tasks[-1]])
        late = leaves + legs[-1] - int(problem.shift_end[shift])
        if late > 0:
            faults.append(f"shift {shift} ends {late} s late")
        for task in tasks:
            if start[task] < problem.earliest[task]:
                faults.append(f"task {task} starts {problem.earliest[task] - start[task]} s early")
            if start[task] > problem.latest[task]:
                faults.append(f"task {task} starts {start[task] - problem.latest[task]} s late")
    return faults


def placement_cost(problem: Problem, rounds: Sequence[Sequence[int]]) -> int:
    """Return pair, unplaced, face and round cost."""
    free = problem.unplaced_cost < MUST
    used = sum(1 for tasks in rounds if any(free[task] for task in tasks))
    cost = problem.round_cost * used
    faces = set()
    for task, shift in enumerate(shifts_of(problem, rounds)):
        if shift == NOBODY:
            cost += int(problem.unplaced_cost[task])
            continue
        cost += int(problem.pair_cost[task, shift])
        if problem.client[task] != NOBODY:
            faces.add((int(problem.client[task]), int(problem.caregiver[shift])))
    faces -= {(client, caregiver) for client, caregiver in problem.known.tolist()}
    return cost + sum(int(problem.face_cost[client]) for client, _ in faces)


def start_cost(problem: Problem, start: Int32) -> int:
    """Return what starts outside the preferred spans cost, the largest lateness included."""
    cost = worst = 0
    for task in range(problem.tasks):
        moment = int(start[task])
        if moment != UNPLACED_START:
            early = max(0, int(problem.soft_from[task]) - moment)
            late = max(0, moment - int(problem.soft_to[task]))
            cost += int(problem.soft_cost[task]) * (early + late)
            worst = max(worst, late if problem.soft_cost[task] else 0)
    return cost + problem.worst_cost * worst
