"""The wheel ships the four packages and nothing else, and works far from the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from api.identity import PACKAGES

ROOT = Path(__file__).parents[2]
MAIN_JOB = ("demo", "--size", "group", "--seed", "1", "--iterations", "200000", "--out", "found")
"""What the installed command is asked to do."""


def run(
    *command: str | Path, cwd: Path = ROOT, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``command`` without the checkout on its path; fail with its output."""
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, **(variables or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a new environment that borrows libraries, but not the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scheme = {"base": str(folder), "platbase": str(folder)}
    paths = sysconfig.get_paths("venv", vars=scheme)
    borrowed = Path(paths["purelib"]) / "borrowed.pth"
    borrowed.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", folder, "install", "--quiet")
    run(*pip, "--no-deps", "--no-index", wheel)
    return Path(paths["scripts"])


def test_the_wheel_holds_exactly_the_four_packages(wheel: Path):
    with ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path):
    found = (file for package in PACKAGES for file in (ROOT / package).rglob("*"))
    files = (file for file in found if file.is_file() and file.parent.name != "__pycache__")
    listed = {file.relative_to(ROOT).as_posix() for file in files}
    with ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info" not in name}
    assert listed == shipped
    assert all(f"{package}/py.typed" in shipped for package in PACKAGES)


def test_the_licences_travel_with_the_wheel(wheel: Path):
    with ZipFile(wheel) as archive:
        names = {Path(name).name for name in archive.namelist() if "licenses" in name}
    assert {"LICENSE", "NOTICES.md"} <= names


def test_the_packages_come_from_the_wheel(environment: Path, tmp_path: Path):
    script = "import api.identity as i; i.assert_ours(); print(i.__file__)"
    found = run(environment / "python", "-c", script, cwd=tmp_path).stdout
    assert environment.parent in Path(found.strip()).parents


@pytest.mark.usefixtures("shipped")
def test_the_installed_command_does_the_main_job(
    environment: Path, tmp_path: Path, home: dict[str, str]
):
    told = run(environment / "hemrunda", *MAIN_JOB, cwd=tmp_path, variables=home).stdout
    made = {path.name for path in (tmp_path / "found").iterdir()}
    assert {"case.json", "plan.json", "map.html", "rundor"} <= made
    files = (tmp_path / "found" / "case.json", tmp_path / "found" / "plan.json")
    run(environment / "hemrunda", "check", *files, cwd=tmp_path, variables=home)
    assert "found" in told
