"""Shifts that have time for a task."""

import numpy as np

from solver.exact import evaluate
from solver.kernel.fitting import fitting
from tests.build.dense import random_solution
from tests.build.planted import planted_day
from tests.build.problems import line, problem_of

SHORT = {"shift_start": 0, "shift_end": 1000}
LATER = {"shift_start": 5000, "shift_end": 9000}


def fits(earliest: int, latest: int, duration: int = 600) -> list[bool]:
    task = {"earliest": earliest, "latest": latest, "duration": duration}
    problem = problem_of([task], [SHORT, LATER], line(2))
    return [bool(row) for row in fitting(problem)[0]]


def test_a_shift_holds_what_begins_and_ends_within_it() -> None:
    assert fits(0, 400) == [True, False]
    assert fits(400, 8400) == [True, True]
    assert fits(401, 8400) == [False, True]
    assert fits(8401, 9000) == fits(8401, 9000, duration=10_000) == [True, True]


def test_a_task_that_no_shift_holds_keeps_all_that_may_have_it() -> None:
    assert fits(2000, 3000) == [True, True]


def test_no_lawful_plan_needs_a_shift_that_does_not_fit() -> None:
    for seed in range(5):
        problem, planted = planted_day(seed)
        found = fitting(problem)
        for rounds in (planted, random_solution(problem, seed).rounds):
            assert all(found[task, shift] for shift, row in enumerate(rounds) for task in row)
        start = np.array(random_solution(problem, seed).start)
        assert not evaluate(problem, random_solution(problem, seed).rounds, start).violations
