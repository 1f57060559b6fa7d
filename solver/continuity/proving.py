"""CP-SAT as the limits use it: one worker, a fixed seed and a budget of work instead of time."""

from ortools.sat.python import cp_model

WORK = 4.0
"""Deterministic units (about seconds) for one small model; what is proven by then counts."""


def prover(work: float = WORK, seed: int = 0) -> cp_model.CpSolver:
    """Return a solver that gives the same answer to the same model every time."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = work
    return solver
