"""The plan that the demo plants in its case, made by other hands, is faultless to the checker."""

import pytest

from api.demo import DemoSize, generate
from tests.build.demo import PlainStreets, beside_alarms


@pytest.mark.parametrize("seed", range(5))
def test_planted_week_of_a_group(seed: int):
    demo = generate(DemoSize.GROUP, seed=seed, days=7, streets=PlainStreets())
    assert beside_alarms(demo) == []


def test_planted_day_of_a_district():
    demo = generate(DemoSize.DISTRICT, seed=1, streets=PlainStreets())
    assert beside_alarms(demo) == []
