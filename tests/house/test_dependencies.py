"""What the four packages import is what pyproject.toml asks for."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from api.identity import PACKAGES

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def imported(package: str) -> Iterator[tuple[str, Path]]:
    """Yield the top-level name of every absolute import below ``package``."""
    for file in (ROOT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((alias.name.partition(".")[0], file) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0], file


@pytest.mark.parametrize("package", PACKAGES)
def test_every_import_is_a_declared_dependency(package: str):
    declared = {canonicalize_name(Requirement(each).name) for each in PROJECT["dependencies"]}
    owners = packages_distributions()
    known = {*PACKAGES, *sys.stdlib_module_names}
    for name, file in imported(package):
        ours = {canonicalize_name(owner) for owner in owners.get(name, ())}
        assert name in known or declared & ours, f"{file.relative_to(ROOT)} imports {name}"
