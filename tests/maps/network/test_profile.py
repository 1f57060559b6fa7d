from pathlib import Path

import pytest

from maps.network.profile import load_profiles
from planner.model.places import TravelMode

SHIPPED = (Path(__file__).parents[3] / "maps" / "data" / "profiles.toml").read_text(
    encoding="utf-8"
)


def test_shipped_profiles_name_every_mode() -> None:
    profiles = load_profiles()
    assert set(profiles) == set(TravelMode)
    assert profiles[TravelMode.BIKE].winter_factor < 1


def test_every_figure_changes_the_digest(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(SHIPPED.replace("residential = 40", "residential = 41"), encoding="utf-8")
    own, shipped = load_profiles(path), load_profiles()
    assert own[TravelMode.CAR].digest != shipped[TravelMode.CAR].digest
    assert own[TravelMode.BIKE].digest == shipped[TravelMode.BIKE].digest


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("winter_factor = 0.8", "winter_factor = 0", "winter_factor"),
        ("stop_seconds = 90", "stop_seconds = -1", "stop_seconds"),
        ("residential = 40", "residential = 'fast'", r"classes\.residential"),
        ("residential = 40", "residential = 0", r"classes\.residential"),
        ("speed_factor = 0.7", "sped_factor = 0.7", "speed_factor"),
        ("[foot", "[fot", r"\[foot\] missing"),
        ("[foot]", "[foot", "not TOML"),
    ],
)
def test_wrong_figures_are_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "own.toml"
    assert old in SHIPPED
    path.write_text(SHIPPED.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"own\.toml: .*{said}"):
        load_profiles(path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.toml: cannot be read"):
        load_profiles(tmp_path / "none.toml")
