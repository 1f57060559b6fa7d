"""The shipped streets, built once for the whole run: building them is the dearest step of all."""

from pathlib import Path

import pytest

from maps.streets import Streets


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment of a user who has never run the program."""
    folder = tmp_path_factory.mktemp("home")
    names = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    return {name: str(folder / name) for name in names} | {"HEMRUNDA_LANG": ""}


@pytest.fixture(scope="session")
def shipped(home: dict[str, str]) -> Streets:
    """Open the streets that come with the program, kept in that user's cache."""
    return Streets.open(cache_dir=Path(home["XDG_CACHE_HOME"]) / "hemrunda" / "maps")
