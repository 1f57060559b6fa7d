"""Unsound problems are refused with every fault named."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from solver.problem import MUST, Problem
from solver.validate import UnsoundProblemError, check_problem
from tests.build.planted import planted_day
from tests.build.problems import line, problem_of, wild_problem

PAIR: list[dict[str, Any]] = [{"partner": 1}, {"partner": 0, "is_second": 1}]
TWO: list[dict[str, Any]] = [{}, {}]


def faults_of(problem: Problem) -> str:
    with pytest.raises(UnsoundProblemError) as caught:
        check_problem(problem)
    return "; ".join(caught.value.faults)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"location": 9}, {}], "location[0] is 9, must be in -1..1"),
        ([{"duration": -5}, {}], "duration[0] is -5"),
        ([{"earliest": 50, "latest": 40}, {}], "task 0: earliest is after latest"),
        ([{"soft_from": 50, "soft_to": 40}, {}], "task 0: soft_from is after soft_to"),
        ([{"client": 4}, {}], "client[0] is 4"),
        ([{"partner": 1}, {}], "names partner 1, which names -1"),
        ([{"partner": 1}, {"partner": 0}], "exactly one of a pair is second"),
        ([PAIR[0], {**PAIR[1], "partner_most": 9}], "differ in partner_most"),
        ([{**row, "partner_least": 9} for row in PAIR], "partner_least is greater"),
        (
            [{**PAIR[0], "unplaced_cost": MUST, "shifts": [0]}, PAIR[1]],
            "must be placed, or neither",
        ),
        ([{"unplaced_cost": MUST}, {}], "exactly one shift may be allowed"),
        ([{"unplaced_cost": MUST, "shifts": [0], "latest": 10, "location": 1}, {}], "290 s late"),
    ],
)
def test_faults_of_tasks(rows: list[dict[str, Any]], words: str):
    assert words in faults_of(problem_of(rows, [{}, {}], line(2)))


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        ({"shift_start": 9, "shift_end": 8}, "shift 0 ends before it starts"),
        ({"mode": 1}, "mode[0] is 1"),
        ({"start_location": 5}, "start_location[0] is 5"),
        ({"caregiver": -1}, "caregiver[0] is -1"),
        ({"shift_end": 100, "end_location": 1}, "shift 0 ends 200 s late"),
    ],
)
def test_faults_of_shifts(shift: dict[str, Any], words: str):
    assert words in faults_of(problem_of(TWO, [shift], line(2)))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"latest": np.zeros(3, np.int32)}, "latest has shape (3,), must be (2,)"),
        ({"allowed": np.zeros((2, 2), np.uint8)}, "allowed has shape (2, 2)"),
        ({"travel": np.zeros((2, 2), np.int32)}, "travel has shape (2, 2)"),
        ({"travel": np.full((1, 2, 2), -1, np.int32)}, "travel[0, 0, 0] is -1"),
        ({"gap_ptr": np.array([0, 1, 1], np.int32)}, "gap_ptr must rise from 0 to 0"),
        ({"travel_cost": -1}, "travel_cost is -1"),
        ({"known": np.zeros(2, np.int32)}, "known has shape (2,), must be (rows, 2)"),
        ({"known": np.zeros((1, 2), np.int32)}, "known clients[0] is 0"),
    ],
)
def test_faults_of_arrays(change: dict[str, Any], words: str):
    assert words in faults_of(replace(problem_of(TWO, [{}], line(2)), **change))


def test_a_problem_without_shifts_is_refused():
    assert "no shift at all" in faults_of(problem_of(TWO, [], line(2)))


def test_all_faults_of_a_stage_come_at_once():
    text = faults_of(problem_of([{"location": 9, "duration": -1}, {}], [{"mode": 3}], line(2)))
    assert all(name in text for name in ("location", "duration", "mode"))


@pytest.mark.parametrize("seed", range(20))
def test_generated_problems_are_sound(seed: int):
    check_problem(wild_problem(seed))


@pytest.mark.parametrize("seed", range(3))
def test_planted_days_are_sound(seed: int):
    check_problem(planted_day(seed)[0])
