"""Run the program as a user does: in this process, or in one of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from typer.testing import CliRunner, Result

from api.cli.main import app

ROOT = Path(__file__).parents[3]

START = [sys.executable, "-c", "from api.cli.main import app; app()"]


def run(*arguments: object, **environment: str) -> Result:
    """Run the program here; ``environment`` is added to the process's."""
    given = [str(argument) for argument in arguments]
    return CliRunner().invoke(app, given, env={"HEMRUNDA_LANG": "", **environment})


def command(home: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a process of its own."""
    return {**os.environ, **home, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def run_process(
    *arguments: object, home: Mapping[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, with ``folder`` as its working folder."""
    return subprocess.run(
        [*START, *map(str, arguments)],
        env=command(home),
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=280,
        check=False,
    )
