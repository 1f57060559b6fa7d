"""The real streets that demos lie on, opened once."""

import pytest

from maps.streets import Streets


@pytest.fixture(scope="session")
def goteborg(tmp_path_factory: pytest.TempPathFactory) -> Streets:
    """Return the shipped streets with a cache of the test run's own."""
    return Streets.open("goteborg", tmp_path_factory.mktemp("streets"))
