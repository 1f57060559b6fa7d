"""``hemrunda contacts``: a proposal to read, and the case with it."""

import json
from collections.abc import Mapping
from pathlib import Path

from api.cli.exits import ExitCode
from planner.exchange.documents import write_case
from tests.api.cli.running import run_process
from tests.build.cases import small_case


def written(folder: Path) -> Path:
    path = folder / "before.json"
    path.write_bytes(write_case(small_case()))
    return path


def test_it_names_contacts_and_writes_the_case(home: Mapping[str, str], tmp_path: Path):
    given = ("contacts", written(tmp_path), "--out", "out", "--change", "C2", "--lang", "en")
    done = run_process(*given, home=home, folder=tmp_path)
    assert done.returncode == ExitCode.DONE, done.stderr
    assert "C2: A1, deputy A2. Wants to change from A2." in done.stdout
    case = json.loads((tmp_path / "out" / "case.json").read_text(encoding="utf-8"))
    contacts = {row["id"]: row["contact"] for row in case["clients"]}
    assert contacts["C2"] == "A1"
    assert contacts["C3"] is not None


def test_an_unknown_client_is_refused_by_name(home: Mapping[str, str], tmp_path: Path):
    given = ("contacts", written(tmp_path), "--out", "out", "--change", "C99")
    done = run_process(*given, home=home, folder=tmp_path)
    assert done.returncode == ExitCode.INPUT
    assert "C99" in done.stderr
    assert "Traceback" not in done.stderr
