"""A skip is one line for a developer and a failure on a build server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugins.skips import VARIABLE

ROOT = Path(__file__).parents[2]

SUITE = """
import pytest

def test_passes():
    pass

@pytest.mark.skip(reason="no Chromium here")
def test_skipped():
    pass

@pytest.mark.xfail(reason="known")
def test_expected():
    assert False
"""

MODULE = """
import pytest
pytest.skip("not on this system", allow_module_level=True)
"""


def run(folder: Path, strict: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.plugins.skips", "-rs", str(folder)],
        cwd=folder,
        env=os.environ | {VARIABLE: strict, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("suite", [SUITE, MODULE])
def test_a_skip_passes_for_a_developer(suite: str, tmp_path: Path):
    (tmp_path / "test_it.py").write_text(suite)
    done = run(tmp_path, "0")
    assert "1 skipped" in done.stdout
    assert "error" not in done.stdout
    assert done.returncode in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}


@pytest.mark.parametrize(("suite", "reason"), [(SUITE, "no Chromium"), (MODULE, "not on this")])
def test_a_skip_fails_on_a_build_server(suite: str, reason: str, tmp_path: Path):
    (tmp_path / "test_it.py").write_text(suite)
    done = run(tmp_path, "1")
    assert done.returncode != 0
    assert reason in done.stdout
    assert "skipped" not in done.stdout.splitlines()[-1]


def test_an_expected_failure_is_no_skip(tmp_path: Path):
    (tmp_path / "test_it.py").write_text(SUITE)
    assert "1 passed, 1 xfailed, 1 error" in run(tmp_path, "1").stdout
