"""The running sums equal the slow evaluation all along; refused moves leave no trace."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.kernel.anneal import anneal
from solver.kernel.recount import recount
from solver.problem import Problem
from tests.build.planted import planted_day
from tests.build.problems import tiny_problems, wild_problem
from tests.solver.kernel.walk import fresh, lateness, slow_view, snapshot

HOT = 3000.0


def assert_exact(problem: Problem, memory):
    slow = slow_view(problem, memory)
    tally = memory.tally[0]
    timely = [fault for fault in slow.violations if not fault.endswith("s late")]
    assert timely == []
    placed = memory.nodes["shift"][: problem.tasks] >= 0
    assert (memory.nodes["start"][: problem.tasks][placed] == slow.start[placed]).all()
    assert ((slow.start >= 0) == placed).all()
    worst = tally["worst_cost"] * tally["worst"]
    paid = tally["hard"] + tally["soft"] + tally["early"] + tally["cover"]
    assert paid + worst == slow.cost
    assert tally["late"] == lateness(problem, memory)
    assert (tally["late"] > 0) == any(fault.endswith("s late") for fault in slow.violations)


@settings(max_examples=60, deadline=None)
@given(problem=tiny_problems(tasks=14, shifts=4), seed=st.integers(0, 99))
def test_running_sums_equal_the_slow_evaluation(problem: Problem, seed: int):
    memory = fresh(problem, seed)
    for _ in range(20):
        anneal(memory, 30, HOT, HOT)
        assert_exact(problem, memory)


@pytest.mark.parametrize("seed", range(3))
def test_running_sums_stay_exact_over_many_moves_of_a_day(seed: int):
    problem, _ = planted_day(seed)
    memory = fresh(problem, seed)
    for heat in (20_000.0, 5000.0, 500.0, 50.0):
        anneal(memory, 20_000, heat, heat)
        assert_exact(problem, memory)
    before = snapshot(memory)
    assert recount(memory)
    assert snapshot(memory) == before


@pytest.mark.parametrize("seed", range(12))
def test_a_refused_move_leaves_everything_as_it_was(seed: int):
    problem = wild_problem(seed, tasks=14, shifts=4)
    memory = fresh(problem, seed)
    anneal(memory, 300, HOT, HOT)
    refused = 0
    for _ in range(1500):
        before = snapshot(memory)
        accepted = memory.counts["accepted"].sum()
        anneal(memory, 1, 5.0, 5.0)
        if memory.counts["accepted"].sum() == accepted:
            refused += 1
            assert snapshot(memory) == before
    assert refused > 100


@pytest.mark.parametrize("seed", range(6))
def test_the_best_kept_is_feasible_and_costs_what_was_kept(seed: int):
    problem = wild_problem(seed, tasks=14, shifts=4)
    memory = fresh(problem, seed)
    anneal(memory, 5000, HOT, 10.0)
    memory.nodes["succ"] = memory.best["succ"]
    memory.nodes["floor"] = memory.best["floor"]
    best = memory.tally[0]["best"]
    assert recount(memory)
    assert slow_view(problem, memory).violations == ()
    assert slow_view(problem, memory).cost == best


def test_obligatory_tasks_never_leave_their_shift():
    for seed in range(10):
        problem = wild_problem(seed)
        memory = fresh(problem, seed)
        must = np.flatnonzero(problem.unplaced_cost >= 1 << 40)
        home = memory.nodes["shift"][must].copy()
        for _ in range(20):
            anneal(memory, 50, HOT, HOT)
            assert (memory.nodes["shift"][must] == home).all()
