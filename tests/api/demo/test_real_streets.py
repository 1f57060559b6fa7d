"""Demos on the shipped streets are possible and in proportion, water and hills or not."""

import pytest

from api.demo import DemoSize, generate
from maps.streets import Streets
from planner.checks import check_case
from tests.build.demo import Figures, beside_alarms


@pytest.mark.parametrize("seed", range(3))
def test_a_group_on_real_streets(shipped: Streets, seed: int) -> None:
    demo = generate(DemoSize.GROUP, seed=seed, streets=shipped)
    assert check_case(demo.case) == ()
    assert beside_alarms(demo) == []


def test_a_district_on_real_streets(shipped: Streets) -> None:
    demo = generate(DemoSize.DISTRICT, seed=1, streets=shipped)
    figures = Figures(demo)
    assert check_case(demo.case) == ()
    assert beside_alarms(demo) == []
    assert all(0.85 <= use <= 0.92 for use in figures.use_by_group_day().values())
    assert all(46 <= count <= 66 for count in figures.visits_by_group_day().values())


def test_planning_needs_no_new_travel_times(shipped: Streets) -> None:
    demo = generate(DemoSize.GROUP, seed=1, streets=shipped)
    again = shipped.matrices(demo.case.places, tuple(demo.travel.seconds), winter=False)
    assert again.digest == demo.travel.digest
    assert again.places == demo.travel.places
