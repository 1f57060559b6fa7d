"""A user's folders of their own, kept for the whole run: the streets are built once."""

import pytest

from maps.streets import Streets


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of a user who has never run the program."""
    folder = tmp_path_factory.mktemp("home")
    names = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    return {name: str(folder / name) for name in names} | {"HEMRUNDA_LANG": ""}


@pytest.fixture(scope="session")
def streets(tmp_path_factory: pytest.TempPathFactory) -> Streets:
    """Return the streets that come with the program."""
    return Streets.open(cache_dir=tmp_path_factory.mktemp("streets"))
