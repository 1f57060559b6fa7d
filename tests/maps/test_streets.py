"""Times are worked out by hand: cars 28 km/h on residential streets, 90 s to park, 25 s a floor."""

import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from maps.box import Box
from maps.paths.faults import UnreachablePlaces
from maps.source.extract import ExtractError
from maps.streets import Streets
from planner.model.findings import Severity
from planner.model.places import Address, Place, PlaceKind, TravelMode
from planner.model.units import PlaceId
from tests.build.streets import Spot, homes, place_at, places_at

if TYPE_CHECKING:
    from planner.ports import TravelTimes

CAR, BIKE, FOOT = TravelMode.CAR, TravelMode.BIKE, TravelMode.FOOT


def seconds(
    town: Streets, mode: TravelMode, start: Spot, end: Spot, *, winter: bool = False
) -> int:
    travel = town.matrices(places_at(start, end), [mode], winter=winter)
    return travel.between(mode, PlaceId("p0"), PlaceId("p1"))


def test_streets_are_travel_times(town: Streets) -> None:
    port: TravelTimes = town
    assert port.matrices([], [CAR], winter=False).seconds[CAR].shape == (0, 0)


def test_car_drives_and_parks(town: Streets) -> None:
    assert seconds(town, CAR, (0, 0), (0, 200)) == pytest.approx(200 * 3.6 / 28 + 90, abs=1)


def test_one_way_street_makes_the_way_back_longer(town: Streets) -> None:
    there, back = ((100, 0), (150, 0)), ((150, 0), (100, 0))
    assert seconds(town, CAR, *there) == pytest.approx(50 * 3.6 / 28 + 90, abs=1)
    assert seconds(town, CAR, *back) > 90 + 600 * 3.6 / 28
    assert seconds(town, BIKE, *there) == seconds(town, BIKE, *back)
    assert seconds(town, FOOT, *there) == seconds(town, FOOT, *back)


def test_way_from_place_to_street_is_walked(town: Streets) -> None:
    walked = 2 * 20 * 3.6 / 4.8
    assert seconds(town, CAR, (-20, 50), (-20, 150)) == pytest.approx(
        walked + 100 * 3.6 / 28 + 90, abs=1
    )


def test_faster_of_two_parallel_streets_counts(town: Streets) -> None:
    crescent, straight = 2 * math.hypot(100, 30), 200
    walked = straight * 3.6 / 4.8
    assert seconds(town, FOOT, (0, 400), (200, 400)) == pytest.approx(walked, abs=1)
    driven = crescent * 3.6 / 28 + 90
    assert seconds(town, CAR, (0, 400), (200, 400)) == pytest.approx(driven, abs=1)


def test_stairs_count_at_the_arrival_only(town: Streets) -> None:
    up, down = place_at("up", (0, 0), stairs=3), place_at("down", (0, 200))
    travel = town.matrices([up, down], [FOOT])
    assert travel.between(FOOT, up.id, down.id) == 150
    assert travel.between(FOOT, down.id, up.id) == 150 + 3 * 25


def test_same_spot_is_no_journey_whatever_the_floor(town: Streets) -> None:
    pair = [
        place_at("flat", (50, 0), stairs=4),
        place_at("laundry", (50, 0)),
        place_at("x", (60, 0)),
    ]
    matrix = town.matrices(pair, [CAR]).seconds[CAR]
    assert matrix[:2, :2].tolist() == [[0, 0], [0, 0]]
    assert matrix[2, 2] == 0
    assert matrix[2, 0] == matrix[2, 1] + 4 * 25


def test_winter_slows_bicycles_only(town: Streets) -> None:
    way: tuple[Spot, Spot] = ((0, 0), (0, 400))
    summer, winter = (seconds(town, BIKE, *way, winter=season) for season in (False, True))
    assert winter - 30 == pytest.approx((summer - 30) / 0.8, abs=1)
    assert seconds(town, CAR, *way) == seconds(town, CAR, *way, winter=True)
    assert seconds(town, FOOT, *way) == seconds(town, FOOT, *way, winter=True)


def test_matrices_are_seconds_as_promised(town: Streets) -> None:
    travel = town.matrices(places_at((0, 0), (90, 10), (400, 300)), list(TravelMode))
    assert set(travel.seconds) == set(TravelMode)
    for matrix in travel.seconds.values():
        assert matrix.dtype == np.int32
        assert not matrix.flags.writeable
        assert (np.diag(matrix) == 0).all()
        assert (matrix[~np.eye(3, dtype=bool)] > 0).all()


def test_digest_follows_points_floors_season_and_mode(town: Streets) -> None:
    first, second = places_at((0, 0), (0, 100))
    base = town.matrices([first, second], [BIKE]).digest
    assert town.matrices([first, second], [BIKE]).digest == base
    raised = second.model_copy(update={"stairs": 1})
    others = [
        town.matrices([second, first], [BIKE]),
        town.matrices([first, raised], [BIKE]),
        town.matrices([first, second], [BIKE], winter=True),
        town.matrices([first, second], [CAR]),
    ]
    assert len({base, *(other.digest for other in others)}) == 5


def test_all_unreachable_places_are_named_at_once(town: Streets) -> None:
    places = [
        place_at("home", (0, 0)),
        place_at("sea", (-1000, 0)),
        place_at("wood", (200, 800)),
    ]
    with pytest.raises(UnreachablePlaces) as caught:
        town.matrices(places, [CAR, FOOT])
    sea, wood = caught.value.faults
    assert (sea.code, sea.path, sea.severity) == (
        "place_off_network",
        "$.places[1].coordinate",
        Severity.ERROR,
    )
    assert sea.value is None, "where somebody lives is nobody's message"
    assert sea.parameters["metres"] == pytest.approx(1000, abs=1)
    assert sea.parameters["limit"] == 300
    assert sea.parameters["modes"] == ("car", "foot")
    assert wood.parameters["place"] == "wood"
    assert "sea (place_off_network), wood (place_off_network)" in str(caught.value)
    assert "57.7" not in str(caught.value), "no positions in messages"


def test_place_without_coordinate_is_named(town: Streets) -> None:
    lost = Place(id=PlaceId("lost"), kind=PlaceKind.HOME, address=Address(street="Ågatan"))
    with pytest.raises(UnreachablePlaces) as caught:
        town.matrices([place_at("home", (0, 0)), lost, lost], [CAR])
    assert [(fault.code, fault.path) for fault in caught.value.faults] == [
        ("place_without_coordinate", "$.places[1].coordinate"),
        ("place_without_coordinate", "$.places[2].coordinate"),
    ]
    assert "Ågatan" not in str(caught.value)


def test_long_list_of_faults_is_cut_in_the_message_only(town: Streets) -> None:
    with pytest.raises(UnreachablePlaces) as caught:
        town.matrices([place_at(f"far{number}", (-900, 0)) for number in range(9)], [CAR])
    assert len(caught.value.faults) == 9
    assert "far4" in str(caught.value)
    assert "and 4 more" in str(caught.value)


def test_unusable_extract_is_refused(tmp_path: Path) -> None:
    junk = tmp_path / "junk.osm.pbf"
    junk.write_bytes(b"junk" * 100)
    with pytest.raises(ExtractError, match=r"junk\.osm\.pbf: damaged"):
        Streets.open(junk, tmp_path).matrices(places_at((0, 0)), [CAR])


def test_way_over_a_third_place_is_never_shorter(shipped: Streets) -> None:
    travel = shipped.matrices(homes(shipped, 60, seed=2), list(TravelMode), winter=True)
    for mode, matrix in travel.seconds.items():
        stop = shipped.library.profiles[mode].stop_seconds
        pure = matrix - stop * ~np.eye(len(matrix), dtype=bool)
        over = (pure[:, :, np.newaxis] + pure[np.newaxis, :, :]).min(axis=1)
        assert (pure <= over).all()


def test_covered_part_of_own_extract_is_its_box(town: Streets, shipped: Streets) -> None:
    assert shipped.covered == Box(11.88, 57.66, 12.05, 57.75)
    assert town.covered.west == pytest.approx(11.9)
    assert town.covered.south == pytest.approx(57.7)
