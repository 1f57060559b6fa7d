"""README and build server say the same, and what README names is there."""

import re
import stat
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python3 -m venv .*$", README, flags=re.MULTILINE)


def test_there_are_two_commands_one_to_run_and_one_to_test():
    run, test = COMMANDS
    assert "-r requirements.lock " in run
    assert run.endswith(".venv/bin/hemrunda demo")
    assert "-r requirements-dev.lock " in test
    assert test.endswith(".venv/bin/python check.py")


def test_both_install_by_hash():
    assert all("--require-hashes" in command for command in COMMANDS)


def test_the_build_server_runs_the_readmes_test_command():
    script = ROOT / ".ci" / "run"
    assert script.read_text(encoding="utf-8").splitlines()[-1] == COMMANDS[1]
    assert script.stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize(
    "document", ["README.md", "CONTRIBUTING.md", "NOTICES.md", "CHANGELOG.md", "docs/decisions.md"]
)
def test_links_lead_somewhere(document: str):
    file = ROOT / document
    links = re.findall(r"\]\((?!https?:)([^)#]+)", file.read_text(encoding="utf-8"))
    missing = [link for link in links if not (file.parent / link).exists()]
    assert not missing
