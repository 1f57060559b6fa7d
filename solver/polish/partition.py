"""Set partitioning by CP-SAT: rounds that hold every task once, at least cost."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass

from ortools.sat.python import cp_model

LOOKS = 0.05
"""Seconds between two questions whether to stop."""

Going = Callable[[], bool]
"""Tells whether to go on."""


@dataclass(frozen=True, slots=True)
class Column:
    """One round: the kind of shift it is for, its tasks, its cost, whether the plan has it now."""

    kind: int
    tasks: tuple[int, ...]
    cost: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """What a solution may take: ``work`` in CP-SAT's own units (about seconds), and seconds."""

    work: float
    seconds: float | None = None


def partition(
    columns: Sequence[Column], shifts: Sequence[int], limit: Limit, seed: int, going: Going
) -> list[Column] | None:
    """Return columns with each task once, at the least cost found; None without any.

    ``shifts`` counts the shifts of each kind. Tasks that the plan does not have now may stay out.
    Without ``limit.seconds`` the same columns, work and seed give the same answer.
    """
    model = cp_model.CpModel()
    takes = [model.new_bool_var("") for _ in columns]
    holding: dict[int, list[cp_model.IntVar]] = {}
    of_kind: list[list[cp_model.IntVar]] = [[] for _ in shifts]
    for take, column in zip(takes, columns, strict=True):
        of_kind[column.kind].append(take)
        for task in column.tasks:
            holding.setdefault(task, []).append(take)
        model.add_hint(take, column.chosen)
    needed = {task for column in columns if column.chosen for task in column.tasks}
    for task, held in sorted(holding.items()):
        if task in needed:
            model.add_exactly_one(held)
        else:
            model.add_at_most_one(held)
    for held, count in zip(of_kind, shifts, strict=True):
        if len(held) > count:
            model.add(sum(held) <= count)
    model.minimize(sum(c.cost * take for c, take in zip(columns, takes, strict=True)))
    solver = _solver(limit, seed)
    status = _watched(solver, model, going)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    return [c for c, take in zip(columns, takes, strict=True) if solver.boolean_value(take)]


def _solver(limit: Limit, seed: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.random_seed = seed
    parameters.max_deterministic_time = limit.work
    parameters.linearization_level = 2  # the relaxation is nearly whole: it decides most
    parameters.catch_sigint_signal = False
    if limit.seconds is not None:
        parameters.max_time_in_seconds = limit.seconds
    return solver


def _watched(solver: cp_model.CpSolver, model: cp_model.CpModel, going: Going) -> object:
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(solver.solve, model)
        try:
            while True:
                try:
                    return running.result(LOOKS)
                except NotYet:
                    if not going():
                        solver.stop_search()
        except BaseException:
            solver.stop_search()
            raise
