"""Start-up check that the four common package names mean ours.

``planner``, ``solver``, ``maps`` and ``api`` are names that other distributions use too. One that
lies earlier on the path, or was installed over ours, would be imported in silence.
"""

import importlib
import importlib.util
import sys
from collections.abc import Sequence
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType

PACKAGES = ("planner", "solver", "maps", "api")
"""The import packages of Hemrunda."""

DISTRIBUTION = "hemrunda"
"""The name of the distribution that ships them, and what each names as its own."""


class ForeignPackageError(ImportError):
    """A package of ours is missing, or another distribution's stands in its place."""


def assert_ours(packages: Sequence[str] = PACKAGES, root: Path | None = None) -> None:
    """Raise ``ForeignPackageError`` unless each of ``packages`` is Hemrunda's.

    A package is ours when it lies in ``root`` (the folder that holds this very package) and its
    ``__distribution__`` is ``hemrunda``. The place is checked before anything is imported, so
    that foreign code does not run.
    """
    home = (root or Path(__file__).parents[1]).resolve()
    for name in packages:
        found = _folder(name)
        if found is None or found.parent != home:
            raise ForeignPackageError(_advice(name, found, home), name=name)
        if _owner(importlib.import_module(name)) != DISTRIBUTION:
            raise ForeignPackageError(_advice(name, found, home), name=name)


def _folder(name: str) -> Path | None:
    """Return the folder from which ``name`` would be imported, or ``None``."""
    loaded = sys.modules.get(name)
    spec = loaded.__spec__ if loaded is not None else importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).resolve().parent


def _owner(package: ModuleType) -> object:
    """Return what ``package`` says it belongs to."""
    return getattr(package, "__distribution__", None)


def _advice(name: str, found: Path | None, home: Path) -> str:
    """Return what is wrong with ``name``, where it was found and what to try."""
    owners = set(packages_distributions().get(name, ())) - {DISTRIBUTION}
    remove = f"`pip uninstall {' '.join(sorted(owners))}`, or " if owners else ""
    where = f"was found in {found}" if found else "was not found"
    return (
        f"package '{name}' is not Hemrunda's: it {where}, expected in {home / name}. "
        f"Try: {remove}install hemrunda in an environment of its own "
        f"(python3 -m venv), and run it from a folder that holds no '{name}'"
    )
