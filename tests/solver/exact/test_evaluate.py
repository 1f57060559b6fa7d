"""The slow evaluation, by hand on rounds of a few tasks."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from solver.exact import evaluate
from solver.problem import HERE, MUST
from tests.build.problems import line, problem_of


def test_travel_pair_soft_unplaced_and_face_cost_add_up():
    tasks: list[dict[str, Any]] = [
        {"location": 1, "client": 0, "pair_cost": [7, 70]},
        {"location": 2, "client": 0, "soft_to": 1000, "soft_cost": 2},
        {"location": 2, "unplaced_cost": 5000},
    ]
    problem = problem_of(tasks, [{}, {}], line(3), face_cost=[100], travel_cost=3)
    found = evaluate(problem, [[0, 1], []])
    assert found.violations == ()
    assert found.start.tolist() == [300, 1200, -1]
    assert found.cost == 3 * (300 + 300 + 600) + 7 + 2 * 200 + 5000 + 100


def test_each_caregiver_of_a_client_is_one_face():
    tasks = [{"client": 0}, {"client": 0}, {"client": 1}]
    shifts = [{"caregiver": 0}, {"caregiver": 1}, {"caregiver": 0}]
    problem = problem_of(tasks, shifts, line(1), face_cost=[100, 10])
    assert evaluate(problem, [[0], [1], [2]]).cost == 210
    assert evaluate(problem, [[0], [], [1, 2]]).cost == 110


def test_whom_a_client_knows_is_no_face():
    tasks = [{"client": 0}, {"client": 0}]
    problem = problem_of(tasks, [{}, {}], line(1), face_cost=[100], known=[(0, 1)])
    assert evaluate(problem, [[0], [1]]).cost == 100
    assert evaluate(problem, [[], [0, 1]]).cost == 0


def test_a_task_here_is_where_the_last_one_was():
    tasks = [{"location": 2}, {"location": HERE}, {"location": HERE}, {"location": 1}]
    problem = problem_of(tasks, [{}], line(3))
    found = evaluate(problem, [[0, 1, 2, 3]])
    assert found.start.tolist() == [600, 1200, 1800, 2700]
    assert found.cost == 600 + 300 + 300


def test_both_halves_of_a_pair_wait_for_each_other():
    tasks = [
        {"location": 1, "partner": 1},
        {"location": 1, "partner": 0, "is_second": 1, "earliest": 2000},
    ]
    found = evaluate(problem_of(tasks, [{}, {}], line(2)), [[0], [1]])
    assert found.start.tolist() == [2000, 2000]


def test_the_second_half_may_start_within_its_span():
    span = {"partner_least": -300, "partner_most": 600}
    tasks = [
        {"partner": 1, "earliest": 1000, **span},
        {"partner": 0, "is_second": 1, "earliest": 3000, **span},
    ]
    problem = problem_of(tasks, [{}, {}], line(1))
    assert evaluate(problem, [[0], [1]]).start.tolist() == [2400, 3000]
    early = replace(problem, earliest=np.array([1000, 0], np.int32))
    assert evaluate(early, [[0], [1]]).start.tolist() == [1000, 700]


def test_a_gap_holds_back_the_later_task():
    problem = problem_of([{}, {}], [{}, {}], line(1), gaps=[(0, 1, 5000)])
    assert evaluate(problem, [[0], [1]]).start.tolist() == [0, 5000]
    assert evaluate(problem, [[], [1]]).start.tolist() == [-1, 0]


def test_crossed_pairs_are_a_circle():
    pairs = [{"partner": 1}, {"partner": 0, "is_second": 1}]
    tasks = [*pairs, {"partner": 3}, {"partner": 2, "is_second": 1}]
    found = evaluate(problem_of(tasks, [{}, {}], line(1)), [[0, 2], [3, 1]])
    assert found.violations == ("rounds wait for each other in a circle",)


@pytest.mark.parametrize(
    ("change", "rounds", "words"),
    [
        ({"latest": 100}, [[0, 1]], "starts 200 s late"),
        ({"shifts": []}, [[0, 1]], "not allowed on shift 0"),
        ({"load": 2}, [[0, 1]], "carries 2 of 1"),
        ({"unplaced_cost": MUST}, [[1]], "must be placed"),
        ({}, [[0, 0, 1]], "placed twice"),
        ({}, [[0, 7]], "does not exist"),
        ({}, [[0], [1]], "2 rounds for 1 shifts"),
        ({"duration": 9000}, [[0, 1]], "ends 2500 s late"),
    ],
)
def test_every_breach_is_named(change: dict[str, object], rounds: list[list[int]], words: str):
    tasks: list[dict[str, Any]] = [{"location": 1, **change}, {"location": 2}]
    problem = problem_of(tasks, [{"capacity": 1, "shift_end": 8300}], line(3))
    assert any(words in fault for fault in evaluate(problem, rounds).violations)


def test_given_starts_are_judged_as_given():
    problem = problem_of([{"location": 1, "soft_from": 900, "soft_cost": 1}], [{}], line(2))
    waiting = evaluate(problem, [[0]], np.array([900], np.int32))
    assert waiting.violations == ()
    assert waiting.cost == evaluate(problem, [[0]]).cost - 600
    hasty = evaluate(problem, [[0]], np.array([200], np.int32))
    assert hasty.violations == ("task 0 starts before shift 0 can be there",)


def test_one_half_alone_and_two_halves_by_one_caregiver_are_breaches():
    tasks = [{"partner": 1}, {"partner": 0, "is_second": 1}]
    shifts = [{"caregiver": 0}, {"caregiver": 0}]
    problem = problem_of(tasks, shifts, line(1))
    assert "without its partner" in evaluate(problem, [[0], []]).violations[0]
    assert "one caregiver" in evaluate(problem, [[0], [1]]).violations[0]
