import logging
from pathlib import Path

import numpy as np
import pytest

from maps.network.library import Library
from maps.network.pieces import Network
from maps.network.profile import load_profiles
from maps.source.area import find_area
from maps.source.extract import ExtractError
from planner.model.places import TravelMode
from tests.build.streets import street, write_osm

CAR = TravelMode.CAR


def library(extract: Path, folder: Path) -> Library:
    return Library(find_area(extract), load_profiles(), folder)


def same(first: Network, second: Network) -> bool:
    others = second.arrays()
    return all(np.array_equal(array, others[name]) for name, array in first.arrays().items())


def test_all_modes_and_lines_are_kept_after_one_reading(town_file: Path, tmp_path: Path) -> None:
    built = library(town_file, tmp_path)
    built.network(CAR)
    assert len(list(tmp_path.glob("*.npz"))) == 4
    kept = library(town_file, tmp_path)
    assert all(same(built.network(mode), kept.network(mode)) for mode in TravelMode)
    assert np.array_equal(built.lines().corners, kept.lines().corners)


@pytest.mark.parametrize("damage", ["cut", "flip", "junk", "empty", "foreign"])
def test_damaged_cache_file_is_made_again(
    town_file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    fresh = library(town_file, tmp_path).network(CAR)
    [path] = tmp_path.glob("*-car.npz")
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(
        {
            "cut": content[:middle],
            "flip": content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :],
            "junk": b"junk",
            "empty": b"",
            "foreign": next(tmp_path.glob("*-lines.npz")).read_bytes(),
        }[damage]
    )
    with caplog.at_level(logging.WARNING):
        again = library(town_file, tmp_path).network(CAR)
    assert same(fresh, again)
    assert "damaged and will be made again" in caplog.text
    assert same(fresh, library(town_file, tmp_path).network(CAR))


def test_folder_that_cannot_be_written_costs_only_the_cache(
    town_file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert len(library(town_file, blocked / "cache").network(CAR).first) > 0
    assert "could not be written" in caplog.text


def test_digest_follows_content_and_profile(town_file: Path, tmp_path: Path) -> None:
    first = library(town_file, tmp_path)
    other = tmp_path / "other.osm"
    other.write_bytes(town_file.read_bytes().replace(b"'30'", b"'40'").replace(b'"30"', b'"40"'))
    slower = dict(load_profiles())
    slower[CAR] = slower[CAR].model_copy(update={"speed_factor": 0.5})
    assert library(other, tmp_path).digest(CAR) != first.digest(CAR)
    assert Library(first.area, slower, tmp_path).digest(CAR) != first.digest(CAR)
    assert library(town_file, tmp_path).digest(CAR) == first.digest(CAR)


def test_extract_without_streets_for_a_mode_is_named(tmp_path: Path) -> None:
    nodes = {1: (0.0, 0.0), 2: (100.0, 0.0)}
    path = write_osm(tmp_path / "stairs.osm", nodes, [street(1, 2, highway="steps")])
    stairs = library(path, tmp_path)
    assert len(stairs.network(TravelMode.FOOT).first) == 1
    with pytest.raises(ExtractError, match=r"stairs\.osm: no street for car"):
        stairs.network(CAR)
