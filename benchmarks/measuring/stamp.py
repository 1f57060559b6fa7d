"""What every row of a table says about its making: version and date; and what machine it was."""

import os
import platform
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.measuring.table import Table

ROOT = Path(__file__).parents[2]

PACKAGES = ("numba", "numpy", "ortools", "pyvrp", "pyvroom")
"""Whose versions figures depend on."""


def today() -> str:
    """Return the date in UTC, as 2026-11-22."""
    return datetime.now(UTC).date().isoformat()


@cache
def revision() -> str:
    """Return the version of Hemrunda and, in a checkout, the revision: ``0.1.0+4d31b77``.

    ``*`` at the end says that the checkout had changes of its own.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = str(project["version"])
    command = ["git", "describe", "--always", "--exclude=*", "--dirty=*"]
    try:
        done = subprocess.run(  # noqa: S603 (a fixed command)
            command, cwd=ROOT, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return own
    return f"{own}+{done.stdout.strip()}" if done.returncode == 0 else own


def version_of(package: str) -> str:
    """Return the version of an installed distribution, "-" when it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"


@dataclass(frozen=True)
class Machine:
    """Where measurements were made. No name and no path: only what figures depend on."""

    date: str
    processor: str
    cores: int
    memory_gb: int
    python: str
    packages: str
    revision: str


def machine() -> Machine:
    """Return this machine."""
    return Machine(
        date=today(),
        processor=_processor(),
        cores=os.cpu_count() or 0,
        memory_gb=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        python=".".join(map(str, sys.version_info[:3])),
        packages=", ".join(f"{name} {version_of(name)}" for name in PACKAGES),
        revision=revision(),
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return " ".join(line.split(":", 1)[1].split())
    return platform.processor() or platform.machine()


def sign(folder: Path) -> None:
    """Note in ``folder`` on what machine its tables are made, once a day and revision."""
    table = machines_in(folder)
    here = machine()
    if here not in table.rows():
        table.add(here)


def machines_in(folder: Path) -> Table[Machine]:
    """Return the table of machines in ``folder``."""
    return Table(folder / "machine.csv", Machine, ("date", "processor", "cores", "revision"))
