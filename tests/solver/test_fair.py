"""Work above fair shares: counted by caregiver over all shifts, by hand; faults; the search."""

from dataclasses import replace

import numpy as np
import pytest

from planner.ports import Budget
from solver.anneal import solve
from solver.exact import evaluate
from solver.fair import fair_cost, fair_faults
from solver.problem import Fair
from tests.build.problems import line, problem_of


def shared(*share: int, cost: int = 2):
    """Return four tasks of 600 s, the last of which is no work, for two people, one twice."""
    fair = Fair(np.array([1, 1, 1, 0], np.uint8), np.array(share, np.int64), cost)
    return problem_of(
        [{}] * 4, [{"caregiver": 0}, {"caregiver": 1}, {"caregiver": 0}], line(1), fair=fair
    )


def test_seconds_above_the_share_cost_over_all_shifts_of_a_caregiver():
    problem = shared(1000, 300)
    assert fair_cost(problem, [[0], [1], [2, 3]]) == 2 * (200 + 300)
    assert fair_cost(problem, [[0], [], [3]]) == 0
    assert evaluate(problem, [[0], [1], [2, 3]]).cost == 2 * (200 + 300)
    assert fair_cost(replace(problem, fair=None), [[0, 1, 2, 3], [], []]) == 0


def test_a_search_shares_out_the_work():
    found = solve(shared(600, 1200), Budget(iterations=2_000), seed=1)
    assert found.cost == 0
    assert sum(task in found.rounds[1] for task in range(3)) == 2


@pytest.mark.parametrize(
    ("fair", "words"),
    [
        (Fair(np.ones(3, np.uint8), np.zeros(2, np.int64), 1), "fair.counts has shape (3,)"),
        (Fair(np.ones(4, np.uint8), np.zeros(3, np.int64), 1), "fair.share has shape (3,)"),
        (Fair(np.ones(4, np.uint8), np.array([-1, 0], np.int64), 1), "fair.share must be in"),
        (Fair(np.ones(4, np.uint8), np.zeros(2, np.int64), -1), "fair.cost is -1"),
    ],
)
def test_unsound_shares_are_told(fair: Fair, words: str):
    (fault,) = fair_faults(replace(shared(0, 0), fair=fair))
    assert words in fault


def test_too_much_work_is_told():
    long = np.full(4, 1 << 28, np.int32)
    (fault,) = fair_faults(replace(shared(0, 0), duration=long))
    assert f"take {3 << 28} s" in fault
