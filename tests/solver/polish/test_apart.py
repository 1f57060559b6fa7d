"""Which problems have rounds that stand apart, and what one round costs."""

from dataclasses import replace

import numpy as np
import pytest

from solver.exact import evaluate
from solver.polish.apart import apart, kinds_of, round_cost
from solver.problem import Fair
from tests.build.dense import random_solution
from tests.build.loose import loose_day, unlinked
from tests.build.problems import line, problem_of, watched_problem


@pytest.mark.parametrize("seed", range(12))
def test_the_cost_of_a_plan_is_the_sum_of_its_rounds_and_of_what_is_left(seed: int):
    problem = unlinked(seed)
    assert apart(problem)
    plan = random_solution(problem, seed, delays=False)
    placed = [task for row in plan.rounds for task in row]
    saved = int(problem.unplaced_cost[placed].sum())
    rounds = sum(round_cost(problem, shift, row) for shift, row in enumerate(plan.rounds))
    empty = int(problem.unplaced_cost.sum())
    legs = sum(
        int(problem.travel[problem.mode[v], problem.start_location[v], problem.end_location[v]])
        for v in range(problem.shifts)
    )
    assert (
        evaluate(problem, plan.rounds).cost == empty + problem.travel_cost * legs + rounds - saved
    )


def test_whatever_ties_rounds_together_is_seen():
    plain = problem_of([{"client": 0}, {"client": 0}], [{}, {}], line(1), face_cost=[0])
    assert apart(plain)
    one = np.ones(2, np.int32)
    tied = [
        problem_of([{"partner": 1}, {"partner": 0, "is_second": 1}], [{}, {}], line(1)),
        problem_of([{}, {}], [{}, {}], line(1), gaps=[(0, 1, 60)]),
        problem_of([{"client": 0}, {"client": 0}], [{}, {}], line(1), face_cost=[5]),
        replace(plain, fair=Fair(one.astype(np.uint8), np.zeros(2, np.int64), 1)),
        replace(plain, soft_cost=one),
        watched_problem(1),
        problem_of([{}, {}], [{}], line(1)),
    ]
    assert [apart(problem) for problem in tied] == [False] * len(tied)


def test_shifts_are_of_one_kind_only_when_nothing_tells_them_apart():
    assert len(set(kinds_of(loose_day(1, tasks=6, shifts=4)))) == 1
    assert kinds_of(loose_day(1, tasks=6, shifts=4, alike=False)) == [0, 1, 2, 3]
    crew = [{}, {"shift_end": 5000}, {}, {"capacity": 3}]
    assert kinds_of(problem_of([{}], crew, line(1))) == [0, 1, 0, 2]
    barred = problem_of([{"shifts": [0, 1]}, {"pair_cost": [0, 4, 0]}], [{}] * 3, line(1))
    assert kinds_of(barred) == [0, 1, 2]
