"""CP-SAT on the whole problem, modelled apart from the search: nothing is left out.

Tests take proved optima of tiny problems from it; on a group-day it is a rival.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.rivals.variants import WORKERS, Note, Rounds, ignore
from solver.problem import HERE, MUST, NOBODY, Problem

PROOF_SECONDS = 60.0
"""How long a proof of a tiny problem may take."""


@dataclass
class Model:
    """Variables of one problem; ``on[task, shift]``, ``start[task]``, ``placed[task]``."""

    problem: Problem
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    on: dict[tuple[int, int], Any] = field(default_factory=dict)
    placed: list[Any] = field(default_factory=list)
    start: list[Any] = field(default_factory=list)
    place: list[Any] = field(default_factory=list)
    cost: list[Any] = field(default_factory=list)


def optimum(problem: Problem) -> int:
    """Return the least cost of any plan that breaks nothing; a ``ValueError`` without a proof."""
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = PROOF_SECONDS
    solver.parameters.num_workers = 1
    status = solver.solve(model_of(problem).cp)
    if status != cp_model.OPTIMAL:
        raise ValueError(f"no proof in {PROOF_SECONDS} s: {solver.status_name(status)}")
    return round(solver.objective_value)


class _News(cp_model.CpSolverSolutionCallback):
    """Tells the cost of every plan that the solver finds."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self._note = note

    def on_solution_callback(self) -> None:
        """Take note of a better plan."""
        self._note(round(self.objective_value))


def solve(problem: Problem, seconds: float, seed: int, note: Note = ignore) -> Rounds:
    """Return CP-SAT's best rounds after ``seconds`` of wall clock on two workers."""
    model = model_of(problem)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = WORKERS
    solver.parameters.random_seed = seed
    if solver.solve(model.cp, _News(note)) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return ((),) * problem.shifts
    starts = [solver.value(start) for start in model.start]
    return tuple(
        tuple(
            sorted(
                (task for task in range(problem.tasks) if solver.value(model.on[task, shift])),
                key=lambda task: (starts[task], starts[task] + int(problem.duration[task])),
            )
        )
        for shift in range(problem.shifts)
    )


def model_of(problem: Problem) -> Model:
    """Return the whole model of ``problem``."""
    model = Model(problem)
    add_tasks(model)
    for shift in range(problem.shifts):
        add_round(model, shift)
    add_pairs(model)
    add_gaps(model)
    add_faces(model)
    add_fair(model)
    add_used_rounds(model)
    add_worst(model)
    model.cp.minimize(sum(model.cost))
    return model


def add_tasks(model: Model) -> None:
    """State who may have each task, when it starts, where it is, and its own prices."""
    problem, cp = model.problem, model.cp
    points = problem.travel.shape[1]
    for task in range(problem.tasks):
        on = [cp.new_bool_var(f"on{task},{v}") for v in range(problem.shifts)]
        for v, literal in enumerate(on):
            model.on[task, v] = literal
            model.cost.append(int(problem.pair_cost[task, v]) * literal)
            if not problem.allowed[task, v]:
                cp.add(literal == 0)
        placed = cp.new_bool_var(f"placed{task}")
        cp.add(sum(on) == placed)
        if problem.unplaced_cost[task] >= MUST:
            cp.add(placed == 1)
        else:
            model.cost.append(int(problem.unplaced_cost[task]) * (1 - placed))
        earliest, latest = int(problem.earliest[task]), int(problem.latest[task])
        start = cp.new_int_var(earliest, latest, f"start{task}")
        model.placed.append(placed)
        model.start.append(start)
        location = int(problem.location[task])
        lowest, highest = (0, points - 1) if location == HERE else (location, location)
        model.place.append(cp.new_int_var(lowest, highest, f"place{task}"))
        rate = int(problem.soft_cost[task])
        if rate:
            outside = cp.new_int_var(0, 1 << 20, f"outside{task}")
            cp.add(outside >= int(problem.soft_from[task]) - start).only_enforce_if(placed)
            cp.add(outside >= start - int(problem.soft_to[task])).only_enforce_if(placed)
            model.cost.append(rate * outside)


def leg_of(model: Model, shift: int, task: int, to: int) -> cp_model.IntVar | int:
    """Return the seconds from a task to a point: a number, or a variable for a task HERE."""
    problem = model.problem
    seconds = [int(s) for s in problem.travel[problem.mode[shift], :, to]]
    if problem.location[task] != HERE:
        return seconds[int(problem.location[task])]
    leg = model.cp.new_int_var(0, max(seconds), f"leg{shift},{task},{to}")
    model.cp.add_element(model.place[task], seconds, leg)
    return leg


def add_round(model: Model, shift: int) -> None:
    """Order the tasks of a shift by a circuit; node 0 is the depot, i + 1 is task i."""
    problem, cp = model.problem, model.cp
    n = problem.tasks
    depot = int(problem.start_location[shift])
    end = int(problem.end_location[shift])
    mode = problem.travel[problem.mode[shift]]
    begins, closes = int(problem.shift_start[shift]), int(problem.shift_end[shift])
    arcs = []
    empty = cp.new_bool_var(f"empty{shift}")
    arcs.append((0, 0, empty))
    model.cost.append(problem.travel_cost * int(mode[depot, end]) * empty)
    for task in range(n):
        arcs.append((task + 1, task + 1, ~model.on[task, shift]))
        first = cp.new_bool_var(f"first{shift},{task}")
        last = cp.new_bool_var(f"last{shift},{task}")
        arcs += [(0, task + 1, first), (task + 1, 0, last)]
        location = int(problem.location[task])
        leg = 0 if location == HERE else int(mode[depot, location])
        if location == HERE:
            cp.add(model.place[task] == depot).only_enforce_if(first)
        cp.add(model.start[task] >= begins + leg).only_enforce_if(first)
        model.cost.append(problem.travel_cost * leg * first)
        home = leg_of(model, shift, task, end)
        done = model.start[task] + int(problem.duration[task])
        cp.add(done + home <= closes).only_enforce_if(last)
        add_paid(model, home, last, f"paidhome{shift},{task}")
        for other in range(n):
            if other != task and may_follow(problem, shift, task, other):
                add_arc(model, shift, task, other, arcs)
    cp.add_circuit(arcs)
    load = sum(int(problem.load[t]) * model.on[t, shift] for t in range(n))
    cp.add(load <= int(problem.capacity[shift]))


def may_follow(problem: Problem, shift: int, task: int, other: int) -> bool:
    """Tell whether ``other`` can come next after ``task``, windows and the road considered."""
    if not problem.allowed[task, shift] or not problem.allowed[other, shift]:
        return False
    done = int(problem.earliest[task]) + int(problem.duration[task])
    if HERE not in (problem.location[task], problem.location[other]):
        mode = problem.travel[problem.mode[shift]]
        done += int(mode[problem.location[task], problem.location[other]])
    return done <= int(problem.latest[other])


def add_arc(model: Model, shift: int, task: int, other: int, arcs: list[Any]) -> None:
    """Let ``other`` follow ``task`` on ``shift``, if the solver wants it."""
    problem, cp = model.problem, model.cp
    arc = cp.new_bool_var(f"arc{shift},{task},{other}")
    arcs.append((task + 1, other + 1, arc))
    done = model.start[task] + int(problem.duration[task])
    location = int(problem.location[other])
    if location == HERE:
        cp.add(model.place[other] == model.place[task]).only_enforce_if(arc)
        cp.add(model.start[other] >= done).only_enforce_if(arc)
        return
    leg = leg_of(model, shift, task, location)
    cp.add(model.start[other] >= done + leg).only_enforce_if(arc)
    add_paid(model, leg, arc, f"paid{shift},{task},{other}")


def add_paid(
    model: Model, seconds: cp_model.IntVar | int, literal: cp_model.IntVar, name: str
) -> None:
    """Charge ``seconds`` of travel when ``literal`` holds."""
    if isinstance(seconds, int):
        model.cost.append(model.problem.travel_cost * seconds * literal)
        return
    paid = model.cp.new_int_var(0, 1 << 20, name)
    model.cp.add(paid >= seconds).only_enforce_if(literal)
    model.cost.append(model.problem.travel_cost * paid)


def add_pairs(model: Model) -> None:
    """State both or neither, by two caregivers, and how far apart they start."""
    problem, cp = model.problem, model.cp
    for task in range(problem.tasks):
        other = int(problem.partner[task])
        if other == NOBODY or not problem.is_second[task]:
            continue
        cp.add(model.placed[task] == model.placed[other])
        apart = model.start[task] - model.start[other]
        both = model.placed[task]
        cp.add(apart >= int(problem.partner_least[task])).only_enforce_if(both)
        cp.add(apart <= int(problem.partner_most[task])).only_enforce_if(both)
        for a in range(problem.shifts):
            for b in range(problem.shifts):
                if problem.caregiver[a] == problem.caregiver[b]:
                    cp.add_bool_or(~model.on[task, a], ~model.on[other, b])


def add_gaps(model: Model) -> None:
    """State how long after one task another may start."""
    problem, cp = model.problem, model.cp
    for task in range(problem.tasks):
        for j in range(problem.gap_ptr[task], problem.gap_ptr[task + 1]):
            after = int(problem.gap_after[j])
            least = model.start[task] + int(problem.gap_seconds[j])
            both = [model.placed[task], model.placed[after]]
            cp.add(model.start[after] >= least).only_enforce_if(both)


def add_faces(model: Model) -> None:
    """Charge each different caregiver of a client who is not known."""
    problem, cp = model.problem, model.cp
    known = set(map(tuple, problem.known.tolist()))
    for client, price in enumerate(problem.face_cost):
        for caregiver in set(problem.caregiver.tolist()):
            if (client, caregiver) in known:
                continue
            face = cp.new_bool_var(f"face{client},{caregiver}")
            for (task, shift), literal in model.on.items():
                if problem.client[task] == client and problem.caregiver[shift] == caregiver:
                    cp.add_implication(literal, face)
            model.cost.append(int(price) * face)


def add_fair(model: Model) -> None:
    """Charge the work of each caregiver above the fair share."""
    problem, cp = model.problem, model.cp
    if problem.fair is None:
        return
    for caregiver, share in enumerate(problem.fair.share.tolist()):
        work = sum(
            int(problem.duration[task]) * literal
            for (task, shift), literal in model.on.items()
            if problem.fair.counts[task] and problem.caregiver[shift] == caregiver
        )
        above = cp.new_int_var(0, 1 << 30, f"above{caregiver}")
        cp.add(above >= work - share)
        model.cost.append(problem.fair.cost * above)


def add_used_rounds(model: Model) -> None:
    """Charge each round with a task that is not obligatory."""
    problem, cp = model.problem, model.cp
    free = [task for task in range(problem.tasks) if problem.unplaced_cost[task] < MUST]
    for shift in range(problem.shifts):
        used = cp.new_bool_var(f"used{shift}")
        for task in free:
            cp.add_implication(model.on[task, shift], used)
        model.cost.append(problem.round_cost * used)


def add_worst(model: Model) -> None:
    """Charge the largest lateness."""
    problem, cp = model.problem, model.cp
    worst = cp.new_int_var(0, 1 << 20, "worst")
    for task in np.flatnonzero(problem.soft_cost):
        late = model.start[task] - int(problem.soft_to[task])
        cp.add(worst >= late).only_enforce_if(model.placed[task])
    model.cost.append(problem.worst_cost * worst)
