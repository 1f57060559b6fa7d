import numpy as np
import pytest
from scipy.stats import kstest

from maps.box import Box
from maps.metric import SCALE
from maps.streets import Streets
from planner.model.places import TravelMode
from tests.build.streets import homes


def test_homes_are_reachable_and_inside(shipped: Streets) -> None:
    found = shipped.residential_points(300, seed=1)
    points = np.rint(np.array([(at.lon, at.lat) for at in found]) * SCALE).astype(np.int32)
    assert len(set(found)) == 300
    assert shipped.covered.holds(points).all()
    for mode in TravelMode:
        assert shipped.snap(mode, points).metres.max() <= 25
        shipped.matrices(homes(shipped, 20), [mode])


def test_same_seed_same_homes(shipped: Streets) -> None:
    assert shipped.residential_points(50, seed=1) == shipped.residential_points(50, seed=1)
    assert shipped.residential_points(50, seed=1) != shipped.residential_points(50, seed=2)


def test_homes_stay_in_the_chosen_box(shipped: Streets) -> None:
    box = Box(11.95, 57.69, 11.97, 57.70)
    for at in shipped.residential_points(100, 3, inside=box):
        assert box.west <= at.lon <= box.east
        assert box.south <= at.lat <= box.north


def test_uniform_by_length_along_a_street(town: Streets) -> None:
    box = Box(town.covered.west, town.covered.south, town.covered.west, town.covered.north)
    found = town.residential_points(400, seed=5, inside=box)
    shares = [(at.lat - box.south) / (box.north - box.south) for at in found]
    top = 400 / 440
    assert kstest(np.array(shares) / top, "uniform").pvalue > 0.01


def test_box_without_homes_is_named(shipped: Streets) -> None:
    with pytest.raises(ValueError, match=r"\(11\.0, 57\.0, 11\.1, 57\.1\): choose a larger box"):
        shipped.residential_points(5, 1, inside=Box(11.0, 57.0, 11.1, 57.1))
