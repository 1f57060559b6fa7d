"""A package of another distribution under one of our names is refused before it runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.identity import PACKAGES, ForeignPackageError, assert_ours

ROOT = Path(__file__).parents[2]
OURS = '__distribution__ = "hemrunda"\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a folder at the front of the path."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


def lay(folder: Path, name: str, text: str) -> None:
    """Write a package ``name`` whose ``__init__`` is ``text``."""
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text(text, encoding="utf-8")


def test_this_checkout_is_ours():
    assert_ours()


def test_a_package_of_ours_in_our_folder_passes(home: Path):
    lay(home, "hemrunda_probe_good", OURS)
    assert_ours(("hemrunda_probe_good",), home)


def test_a_foreign_package_in_our_folder_is_named(home: Path):
    lay(home, "hemrunda_probe_overwritten", "plans = []\n")
    with pytest.raises(ForeignPackageError, match="hemrunda_probe_overwritten") as caught:
        assert_ours(("hemrunda_probe_overwritten",), home)
    assert caught.value.name == "hemrunda_probe_overwritten"


def test_a_foreign_package_elsewhere_does_not_run(home: Path, tmp_path: Path):
    lay(home, "hemrunda_probe_shadow", "raise RuntimeError('foreign code ran')\n")
    with pytest.raises(ForeignPackageError) as caught:
        assert_ours(("hemrunda_probe_shadow",), tmp_path / "other")
    message = str(caught.value)
    assert str(home / "hemrunda_probe_shadow") in message
    assert str(tmp_path / "other") in message
    assert "Try:" in message


def test_a_missing_package_is_named(tmp_path: Path):
    with pytest.raises(ForeignPackageError, match="was not found"):
        assert_ours(("hemrunda_probe_missing",), tmp_path)


def test_a_folder_without_init_is_not_ours(home: Path):
    (home / "hemrunda_probe_bare").mkdir()
    with pytest.raises(ForeignPackageError, match="was not found"):
        assert_ours(("hemrunda_probe_bare",), home)


def test_the_distribution_to_remove_is_named():
    with pytest.raises(ForeignPackageError, match="pip uninstall pytest"):
        assert_ours(("pytest",))


@pytest.mark.parametrize("name", [name for name in PACKAGES if name != "api"])
def test_start_up_refuses_a_shadow_of_each_name(name: str, tmp_path: Path):
    lay(tmp_path, name, "")
    done = subprocess.run(
        [sys.executable, "-c", "from api.identity import assert_ours; assert_ours()"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert f"package '{name}' is not Hemrunda's" in done.stderr
    assert str(tmp_path / name) in done.stderr
