"""Law 5: a matrix from the cache equals one computed fresh."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maps.matrix_cache import MatrixCache, matrix_key
from maps.streets import Streets
from planner.model.places import TravelMode
from tests.build.streets import Spot, places_at

spots = st.tuples(st.floats(-80, 480), st.floats(-80, 480))


@settings(max_examples=40)
@given(
    points=st.lists(spots, min_size=1, max_size=12),
    modes=st.lists(st.sampled_from(list(TravelMode)), min_size=1, unique=True),
    winter=st.booleans(),
)
def test_law_5_cached_matrix_equals_fresh_one(
    town_file: Path, points: list[Spot], modes: list[TravelMode], *, winter: bool
) -> None:
    places = places_at(*points, points[0])
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        computed = Streets.open(town_file, Path(first)).matrices(places, modes, winter=winter)
        kept = Streets.open(town_file, Path(first)).matrices(places, modes, winter=winter)
        fresh = Streets.open(town_file, Path(second)).matrices(places, modes, winter=winter)
    assert computed.digest == kept.digest == fresh.digest
    for mode in modes:
        assert np.array_equal(kept.seconds[mode], fresh.seconds[mode])
        assert np.array_equal(kept.seconds[mode], computed.seconds[mode])


def test_second_time_comes_from_the_cache(town: Streets, town_file: Path, tmp_path: Path) -> None:
    places = places_at((0, 0), (0, 100))
    town.matrices(places, [TravelMode.CAR])
    [kept] = (tmp_path / "cache" / "matrices").glob("*.npz")
    np.savez(kept, seconds=np.array([[0, 7], [8, 0]], dtype=np.int32))
    again = Streets.open(town_file, tmp_path / "cache").matrices(places, [TravelMode.CAR])
    assert sorted(again.seconds[TravelMode.CAR].ravel().tolist()) == [0, 0, 97, 98]


@pytest.mark.parametrize("damage", [b"", b"junk", None])
def test_damaged_matrix_is_computed_again(
    town: Streets, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: bytes | None
) -> None:
    places = places_at((0, 0), (0, 100), (50, 0))
    fresh = town.matrices(places, [TravelMode.CAR]).seconds[TravelMode.CAR]
    [kept] = (tmp_path / "cache" / "matrices").glob("*.npz")
    if damage is None:
        np.savez(kept, seconds=np.zeros((2, 2), dtype=np.int32))
    else:
        kept.write_bytes(damage)
    assert np.array_equal(town.matrices(places, [TravelMode.CAR]).seconds[TravelMode.CAR], fresh)
    assert "damaged and will be made again" in caplog.text


def test_key_tells_every_input_apart() -> None:
    points = np.array([[1, 2], [3, 4]], dtype=np.int32)
    keys = {
        matrix_key("net", points, speed_factor=1.0),
        matrix_key("other", points, speed_factor=1.0),
        matrix_key("net", points, speed_factor=0.8),
        matrix_key("net", points[::-1], speed_factor=1.0),
        matrix_key("net", points[:1], speed_factor=1.0),
        matrix_key("net", points + 1, speed_factor=1.0),
    }
    assert len(keys) == 6
    assert matrix_key("net", points.copy(), speed_factor=1.0) in keys


def test_longest_unused_matrix_leaves_first(tmp_path: Path) -> None:
    cache = MatrixCache(tmp_path, megabytes=0.1)
    matrix = np.zeros((100, 100), dtype=np.int32)
    for age, key in enumerate(["a", "b"]):
        cache.put(key, matrix)
        os.utime(tmp_path / f"{key}.npz", (1000 + age, 1000 + age))
    assert cache.get("a", 100) is not None, "now b is the longest unused"
    cache.put("c", matrix)
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["a", "c"]


def test_matrix_larger_than_the_bound_is_not_kept(tmp_path: Path) -> None:
    cache = MatrixCache(tmp_path, megabytes=0.01)
    cache.put("a", np.zeros((100, 100), dtype=np.int32))
    assert cache.get("a", 100) is None
    assert not list(tmp_path.iterdir())
