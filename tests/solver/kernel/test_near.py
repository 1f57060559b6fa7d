"""The neighbours of a task: near in place and time, on a shift that may have both."""

import numpy as np
import pytest

from solver.kernel import near
from solver.kernel.fitting import fitting
from solver.kernel.near import near_tasks
from solver.problem import Problem
from tests.build.planted import planted_day
from tests.build.problems import watched_problem, wild_problem

PROBLEMS = (watched_problem(1), watched_problem(2), wild_problem(3), planted_day(3)[0])


def pairs_of(problem: Problem) -> set[tuple[int, int]]:
    table, counts = near_tasks(problem, fitting(problem))
    return {(task, int(other)) for task, row in enumerate(table) for other in row[: counts[task]]}


@pytest.mark.parametrize("problem", PROBLEMS)
def test_neighbours_share_a_shift_and_are_no_halves_of_one_visit(problem: Problem) -> None:
    found = pairs_of(problem)
    assert found
    for task, other in found:
        assert other not in {task, problem.partner[task]}
        assert ((problem.allowed[task] > 0) & (problem.allowed[other] > 0)).any()


@pytest.mark.parametrize("problem", PROBLEMS)
def test_seeking_in_small_blocks_finds_the_same(
    problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, counts = near_tasks(problem, fitting(problem))
    monkeypatch.setattr(near, "BLOCK", 7)
    table, again = near_tasks(problem, fitting(problem))
    assert np.array_equal(counts, again)
    for task, count in enumerate(counts):
        assert np.array_equal(whole[task, :count], table[task, :count])


@pytest.mark.parametrize("problem", PROBLEMS)
def test_who_is_left_out_is_no_better_than_who_is_kept(problem: Problem) -> None:
    everybody = np.arange(problem.tasks)
    score = near.scores(problem, fitting(problem), everybody, everybody)
    table, counts = near_tasks(problem, fitting(problem))
    for task, count in enumerate(counts):
        kept = score[task, table[task, :count]]
        assert np.array_equal(kept, np.sort(score[task])[:count])
        assert count == min(table.shape[1], int(np.isfinite(score[task]).sum()))
