"""The locks pin everything, name no address, and agree with pyproject.toml and each other."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(lock: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Yield each requirement of a lock with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in filter(None, map(str.strip, text.splitlines())):
        requirement, *hashes = line.split("--hash=")
        yield Requirement(requirement.strip()), [part.strip() for part in hashes]


def versions(lock: str) -> set[tuple[str, str]]:
    return {(canonicalize_name(pin.name), str(pin.specifier)) for pin, _ in pins(lock)}


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT])
def test_a_lock_names_no_address(lock: str):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted|@|\bfile:", text)


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT])
def test_every_requirement_has_one_version_and_a_hash(lock: str):
    found = list(pins(lock))
    assert len(found) > 30
    for pin, hashes in found:
        assert re.fullmatch(r"==[^,*]+", str(pin.specifier)), pin
        assert hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes), pin


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT])
def test_numba_has_one_version_everywhere(lock: str):
    (numba,) = [pin for pin, _ in pins(lock) if pin.name == "numba"]
    assert numba.marker is None
    assert str(numba) in PROJECT["dependencies"]


@pytest.mark.parametrize(("lock", "extra"), [(RUNTIME, "build"), (DEVELOPMENT, "dev")])
def test_a_lock_satisfies_pyproject(lock: str, extra: str):
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"][extra]
    locked = [pin for pin, _ in pins(lock)]
    for requirement in map(Requirement, wanted):
        name = canonicalize_name(requirement.name)
        found = [str(pin.specifier)[2:] for pin in locked if canonicalize_name(pin.name) == name]
        assert found, f"{name} is not locked: run .ci/lock"
        assert all(requirement.specifier.contains(each) for each in found), requirement


def test_what_runs_is_what_was_tested():
    assert versions(RUNTIME) <= versions(DEVELOPMENT)
