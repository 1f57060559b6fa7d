"""Ruin and recreate alone: exact, without a trace when refused, halves of a pair together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.kernel.anneal import anneal
from solver.kernel.chooser import NAMES, RUIN
from solver.kernel.layout import Memory
from solver.problem import NOBODY, Problem
from tests.build.planted import planted_day
from tests.build.problems import tiny_problems, wild_problem
from tests.solver.kernel.test_anneal import assert_exact
from tests.solver.kernel.walk import fresh, snapshot

HOT = 3000.0


def only_ruin(memory: Memory) -> Memory:
    memory.counts["until"] = np.where(np.arange(len(NAMES)) >= RUIN, 65536, 0)
    return memory


@settings(max_examples=40, deadline=None)
@given(problem=tiny_problems(tasks=14, shifts=4), seed=st.integers(0, 99))
def test_sums_stay_exact_and_pairs_whole(problem: Problem, seed: int):
    memory = only_ruin(fresh(problem, seed))
    paired = np.flatnonzero(problem.partner != NOBODY)
    for _ in range(15):
        anneal(memory, 20, HOT, HOT)
        assert_exact(problem, memory)
        placed = memory.nodes["shift"] >= 0
        assert (placed[paired] == placed[problem.partner[paired]]).all()


@pytest.mark.parametrize("seed", range(6))
def test_a_refused_ruin_leaves_everything_as_it_was(seed: int):
    problem = wild_problem(seed, tasks=14, shifts=4)
    memory = fresh(problem, seed)
    anneal(memory, 300, HOT, HOT)
    only_ruin(memory)
    refused = 0
    for _ in range(400):
        before = snapshot(memory)
        accepted = memory.counts["accepted"].sum()
        anneal(memory, 1, 5.0, 5.0)
        if memory.counts["accepted"].sum() == accepted:
            refused += 1
            assert snapshot(memory) == before
    assert refused > 40


def test_ruins_alone_place_nearly_everything_of_a_day_and_make_it_cheaper():
    problem, _ = planted_day(3)
    memory = only_ruin(fresh(problem, 1))
    anneal(memory, 3000, 5000.0, 50.0)
    assert_exact(problem, memory)
    assert memory.counts["improved"][RUIN] > 30
    assert (memory.nodes["shift"][: problem.tasks] >= 0).mean() > 0.9
