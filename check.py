"""The one check: formatting, lint, types, import contracts and tests, in that order.

Usage: ``python check.py [pytest arguments]``. Every step runs even when an earlier one failed, so
that one run shows everything; the tests come last, so that their summary ends the output.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("lint", ("-m", "ruff", "check", ".")),
    ("types", ("-m", "mypy")),
    ("imports", ("-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo")),
    ("tests", ("-m", "pytest", "-n", "2", "--dist", "loadfile")),
)
"""What is run: a name and the arguments of this interpreter.

Tests of one file stay in one process, since they share what is dear to make.
"""


def main(pytest_arguments: list[str]) -> int:
    """Run every step; return 0 when all passed, else 1 and name the failed ones on stderr."""
    failed: list[str] = []
    for name, arguments in STEPS:
        print(f"== {name}", flush=True)
        extra = pytest_arguments if name == "tests" else []
        before = f"failed before the tests: {', '.join(failed)}"
        if name == "tests" and failed:
            print(before, file=sys.stderr, flush=True)
        done = subprocess.run([sys.executable, *arguments, *extra], cwd=ROOT, check=False)
        if done.returncode:
            failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
