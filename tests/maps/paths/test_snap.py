from pathlib import Path

import numpy as np
import pytest

from maps.metric import SCALE
from maps.paths.snap import Snapper
from maps.streets import Streets
from planner.model.places import TravelMode
from tests.build.streets import Spot, degrees, street, write_osm


def points(*spots: Spot) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    at = [degrees(spot) for spot in spots]
    return np.rint(np.array([(lon, lat) for lat, lon in at]) * SCALE).astype(np.int32)


def test_share_and_distance_along_a_street(town: Streets) -> None:
    network = town.library.network(TravelMode.CAR)
    spots = town.snap(TravelMode.CAR, points((420.0, 100.0), (-30.0, 150.0)))
    assert spots.metres.tolist() == pytest.approx([20, 30], abs=0.1)
    east = network.piece(int(spots.piece[0]))
    share = spots.share[0] if east[0, 1] < east[-1, 1] else 1 - spots.share[0]
    assert share == pytest.approx(0.25, abs=0.001)


def test_every_mode_finds_its_own_street(town: Streets) -> None:
    beside_footpath = points((100.0, 190.0))
    found = {mode: town.snap(mode, beside_footpath).metres[0] for mode in TravelMode}
    assert found[TravelMode.FOOT] == pytest.approx(10, abs=0.1)
    assert found[TravelMode.CAR] == pytest.approx(100, abs=0.1)


def test_point_beyond_the_end_of_all_streets_is_measured_to_the_end(town: Streets) -> None:
    spots = town.snap(TravelMode.CAR, points((-30.0, -40.0)))
    assert spots.metres[0] == pytest.approx(50, abs=0.1)
    assert spots.share[0] in {0, 1}


def test_no_points_give_no_spots(town: Streets) -> None:
    assert len(town.snap(TravelMode.CAR, np.empty((0, 2), dtype=np.int32)).piece) == 0


def test_piece_without_length_is_its_node(tmp_path: Path) -> None:
    nodes = {1: (0.0, 0.0), 2: (0.0, 0.0), 3: (0.0, 99.0), 4: (50.0, 0.0), 5: (50.0, 50.0)}
    ways = [
        street(1, 2),
        street(1, 3),
        street(1, 4),
        street(2, 4),
        street(2, 5),
        street(3, 5),
        street(4, 5),
    ]
    streets = Streets.open(write_osm(tmp_path / "a.osm", nodes, ways), tmp_path)
    snapper = Snapper(streets.library.network(TravelMode.FOOT))
    spots = snapper.snap(points((-1.0, -1.0)))
    assert snapper.network.metres[spots.piece] == pytest.approx(0)
    assert spots.share.tolist() == [0]
