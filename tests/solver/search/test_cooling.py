"""Temperatures fall from hot to cold, more often the more moves there are for each task."""

import pytest

from solver.search.cooling import COLD, HOT, MOST_FALLS, Cooling, cooling_for, falls_for, scale_of
from tests.build.problems import line, problem_of


def test_one_fall_goes_from_hot_to_cold():
    cooling = Cooling(hot=100.0, cold=1.0, cycles=1)
    assert cooling.at(0.0) == pytest.approx(100.0)
    assert cooling.at(0.5) == pytest.approx(10.0)
    assert cooling.at(1.0) == pytest.approx(1.0)
    assert cooling.cycle(0.99) == 0


def test_a_later_fall_begins_anew_or_near_the_best():
    cooling = Cooling(hot=100.0, cold=1.0, cycles=3, first=0.5, reheat=0.25)
    assert cooling.at(0.4999) == pytest.approx(1.0, rel=0.01)
    assert cooling.at(0.5) == pytest.approx(100.0)
    assert cooling.at(0.625) == pytest.approx(10.0)
    assert cooling.at(0.75) == pytest.approx(25.0)
    assert [cooling.cycle(share) for share in (0.0, 0.49, 0.5, 0.74, 0.76, 1.0)] == [
        0,
        0,
        1,
        1,
        2,
        2,
    ]


def test_temperatures_follow_the_cost_of_a_leg_and_a_warm_start_is_cooler():
    problem = problem_of([{}, {}], [{}], line(2, step=400), travel_cost=5)
    assert scale_of(problem) == 2000.0
    cold, warm = cooling_for(problem, warm=False), cooling_for(problem, warm=True)
    assert cold.hot == HOT * 2000
    assert cold.cold == warm.cold == COLD * 2000
    assert warm.hot < cold.hot


def test_one_place_alone_still_has_a_temperature():
    assert scale_of(problem_of([{}], [{}], line(1))) == 1.0


def test_more_moves_per_task_make_more_falls():
    assert falls_for(80, 0) == falls_for(80, 1_000_000) == 1
    falls = [falls_for(80, moves) for moves in (4e6, 4e7, 4e8)]
    assert 1 < falls[0] < falls[1] < falls[2]
    assert falls_for(400, 4e7) < falls[1]
    assert falls_for(1, 1e12) == falls_for(0, 1e12) == MOST_FALLS
