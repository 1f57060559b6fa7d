"""Street fixtures: a made-up town."""

from pathlib import Path

import pytest

from maps.network.pieces import Network
from maps.streets import Streets
from planner.model.places import TravelMode
from tests.build.streets import block_town


@pytest.fixture(scope="session")
def town_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the extract of a made-up town."""
    return block_town(tmp_path_factory.mktemp("town") / "town.osm")


@pytest.fixture
def town(town_file: Path, tmp_path: Path) -> Streets:
    """Open a made-up town with an empty cache."""
    return Streets.open(town_file, tmp_path / "cache")


@pytest.fixture(scope="session")
def town_networks(
    town_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[TravelMode, Network]:
    """Build the networks of the made-up town."""
    streets = Streets.open(town_file, tmp_path_factory.mktemp("networks"))
    return {mode: streets.library.network(mode) for mode in TravelMode}
