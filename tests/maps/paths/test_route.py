from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.metric import step_metres
from maps.paths.faults import UnreachablePlaces
from maps.paths.route import cut
from maps.streets import Streets
from planner.model.places import TravelMode
from tests.build.streets import Spot, degrees, homes, place_at, places_at

CAR, BIKE, FOOT = TravelMode.CAR, TravelMode.BIKE, TravelMode.FOOT


def spots_of(town: Streets, mode: TravelMode, *stops: Spot) -> list[Spot]:
    """Return the corners of the route over ``stops`` in whole metres of the town."""
    line = town.route_line(mode, places_at(*stops))
    (lat, lon), (north, east) = degrees((0.0, 0.0)), degrees((1.0, 1.0))
    corners = [
        (round((at.lon - lon) / (east - lon)), round((at.lat - lat) / (north - lat))) for at in line
    ]
    return [corner for corner, _ in groupby(corners)]


def test_car_goes_round_the_one_way_street(town: Streets) -> None:
    assert spots_of(town, CAR, (50, 0), (150, 0)) == [(50, 0), (150, 0)]
    back = spots_of(town, CAR, (150, 0), (50, 0))
    assert back[:2] == [(150, 0), (200, 0)]
    assert back[-2:] == [(0, 0), (50, 0)]
    assert len(back) > 4


def test_bicycle_rides_against_the_one_way_street(town: Streets) -> None:
    assert spots_of(town, BIKE, (150, 0), (50, 0)) == [(150, 0), (50, 0)]


def test_walk_to_and_from_the_street_is_drawn(town: Streets) -> None:
    line = spots_of(town, FOOT, (50, 20), (150, -10))
    assert line == [(50, 20), (50, 0), (150, 0), (150, -10)]


def test_loop_is_left_by_its_nearer_end(town: Streets) -> None:
    assert spots_of(town, FOOT, (440, 400), (400, 300)) == [(440, 400), (400, 400), (400, 300)]


def test_round_passes_its_stops_in_order(town: Streets) -> None:
    stops: list[Spot] = [(0, 100), (100, 200), (400, 100), (0, 100)]
    line = spots_of(town, FOOT, *stops)
    places = [line.index(stop) for stop in stops[:-1]]
    assert places == sorted(places)
    assert line[-1] == stops[-1]


def test_same_spot_twice_and_too_few_places(town: Streets) -> None:
    assert spots_of(town, CAR, (50, 0), (50, 0)) == [(50, 0)]
    assert spots_of(town, CAR, (50, 0)) == [(50, 0)]
    assert town.route_line(CAR, []) == ()


def test_place_off_the_streets_is_refused(town: Streets) -> None:
    with pytest.raises(UnreachablePlaces):
        town.route_line(CAR, [place_at("sea", (5000.0, 0.0)), place_at("home", (0.0, 0.0))])


@pytest.mark.parametrize("mode", list(TravelMode))
def test_length_of_a_route_fits_its_time(shipped: Streets, mode: TravelMode) -> None:
    for pair in zip(homes(shipped, 6, 8), homes(shipped, 6, 9), strict=True):
        line = np.array(shipped.route_line(mode, pair))
        metres = step_metres(np.rint(line[:, ::-1] * 1e7).astype(np.int32)).sum()
        profile = shipped.library.profiles[mode]
        matrix = shipped.matrices(pair, [mode]).seconds[mode]
        seconds = int(matrix[0, 1]) - profile.stop_seconds
        fastest = max(profile.classes.values()) * profile.speed_factor
        slowest = min(profile.classes.values()) * profile.speed_factor
        assert slowest <= 3.6 * metres / seconds <= fastest * 1.01
        if mode is FOOT:
            assert 3.6 * metres / seconds == pytest.approx(4.8, rel=0.15), "mostly no steps"


@given(start=st.floats(0, 1), end=st.floats(0, 1))
def test_cut_has_the_length_between_its_shares(start: float, end: float) -> None:
    at = [degrees(spot) for spot in ((0.0, 0.0), (300.0, 0.0), (300.0, 100.0))]
    line = np.rint(np.array([(lon, lat) for lat, lon in at]) * 1e7).astype(np.int32)
    part = cut(line, start, end)
    assert step_metres(part).sum() == pytest.approx(400 * abs(end - start), abs=0.1)
    assert (part[::-1] == cut(line, end, start)).all()
