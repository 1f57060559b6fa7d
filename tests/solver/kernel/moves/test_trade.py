"""Two caregivers trade rounds: exact, traceless when refused, and past a wall of single misfits."""

import numpy as np
import pytest

from solver.kernel.anneal import anneal
from solver.kernel.chooser import NAMES, TRADE
from solver.kernel.layout import Memory
from solver.kernel.pack import read_rounds, write_rounds
from solver.kernel.recount import recount
from solver.problem import MUST
from tests.build.problems import line, problem_of, wild_problem
from tests.solver.kernel.test_anneal import assert_exact
from tests.solver.kernel.walk import fresh, snapshot


def only_trade(memory: Memory) -> Memory:
    memory.counts["until"] = np.where(np.arange(len(NAMES)) >= TRADE, 65536, 0)
    return memory


def test_a_trade_keeps_breaks_with_their_caregivers_and_rounds_whole():
    rows = [
        {"location": 1, "pair_cost": [5000, 0]},
        {"location": 2, "pair_cost": [5000, 0], "earliest": 9000},
        {"location": 3, "pair_cost": [0, 5000]},
        {"location": 4, "pair_cost": [0, 5000], "earliest": 9000},
        {"unplaced_cost": MUST, "earliest": 5000, "latest": 5000, "shifts": [0]},
        {"unplaced_cost": MUST, "earliest": 6000, "latest": 6000, "shifts": [1]},
    ]
    problem = problem_of(rows, [{}, {}], line(5))
    memory = only_trade(fresh(problem, 1))
    write_rounds(memory, [[0, 4, 1], [2, 5, 3]])
    assert recount(memory)
    anneal(memory, 20, 1.0, 1.0)
    assert read_rounds(memory.nodes["succ"], 6, 2) == ((2, 4, 3), (0, 5, 1))
    assert memory.counts["accepted"][TRADE] == 1
    assert_exact(problem, memory)


@pytest.mark.parametrize("seed", range(10))
def test_trades_are_exact_and_a_refused_one_leaves_everything_as_it_was(seed: int):
    problem = wild_problem(seed, tasks=14, shifts=4)
    memory = fresh(problem, seed)
    anneal(memory, 300, 3000.0, 3000.0)
    only_trade(memory)
    for _ in range(300):
        before = snapshot(memory)
        accepted = memory.counts["accepted"].sum()
        anneal(memory, 1, 100.0, 100.0)
        if memory.counts["accepted"].sum() == accepted:
            assert snapshot(memory) == before
        else:
            assert_exact(problem, memory)
    assert memory.counts["tried"][TRADE] > 0
