"""``hemrunda base``: a base plan from CSV or from a plan, and its limit of new faces."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from api.cli.exits import ExitCode
from planner.exchange.documents import write_case, write_plan
from tests.api.cli.running import run, run_process
from tests.build.base_plans import base_plan, base_visit
from tests.build.cases import small_case
from tests.build.small import small

ROWS = "client;service;weekday;week;seat;caregiver;start\nC2;S3;1;1;1;A1;08:15\n"


def given(folder: Path, **changes: object) -> Path:
    path = folder / "case-before.json"
    path.write_bytes(write_case(small_case(**changes)))
    (folder / "base-before.csv").write_text(ROWS, encoding="utf-8")
    (folder / "plan.json").write_bytes(write_plan(small()[1]))
    return path


def read(folder: Path) -> dict[str, object]:
    document = json.loads((folder / "out" / "case.json").read_text(encoding="utf-8"))
    base = document["base_plan"]
    assert isinstance(base, dict)
    return base


def test_todays_base_plan_is_taken_from_csv(tmp_path: Path):
    case = given(tmp_path)
    done = run("base", case, "--csv", tmp_path / "base-before.csv", "--out", tmp_path / "out")
    assert done.exit_code == ExitCode.DONE, done.output
    assert read(tmp_path)["visits"] == [
        {
            "client": "C2",
            "service": "S3",
            "weekday": 1,
            "week": 1,
            "seat": 1,
            "caregiver": "A1",
            "start": "08:15:00",
        }
    ]


def test_a_plan_becomes_the_base_plan(tmp_path: Path):
    done = run("base", given(tmp_path), "--plan", tmp_path / "plan.json", "--out", tmp_path / "out")
    assert done.exit_code == ExitCode.DONE, done.output
    assert read(tmp_path)["visits"]
    assert (tmp_path / "out" / "base.csv").read_text(encoding="utf-8").startswith("client;")


def test_too_many_new_faces_are_told_and_nothing_is_written(tmp_path: Path):
    old = base_plan(*(base_visit(f"C{n}", "S1", "GONE") for n in range(1, 5)))
    case = given(tmp_path, base_plan=old)
    asked = ("base", case, "--plan", tmp_path / "plan.json", "--out", tmp_path / "out")
    done = run(*asked, "--new-faces", 0, "--lang", "en")
    assert done.exit_code == ExitCode.FAULTS
    assert "C1 would get" in done.output
    assert not (tmp_path / "out" / "case.json").exists()
    assert run(*asked, "--new-faces", 9).exit_code == ExitCode.DONE


@pytest.mark.parametrize("options", [(), ("--csv", "a.csv", "--plan", "b.json")])
def test_one_source_is_asked_for(tmp_path: Path, options: tuple[str, ...]):
    done = run("base", given(tmp_path), *options, "--out", tmp_path / "out")
    assert done.exit_code == ExitCode.INPUT


def test_a_file_that_cannot_be_read_or_understood_is_refused(tmp_path: Path):
    case, bad = given(tmp_path), tmp_path / "bad.csv"
    bad.write_text(ROWS.replace(";1;1;1;", ";8;1;1;"), encoding="utf-8")
    for table in (tmp_path / "none.csv", bad):
        done = run("base", case, "--csv", table, "--out", tmp_path / "out")
        assert done.exit_code == ExitCode.INPUT
        assert "Traceback" not in done.output


def test_a_new_base_plan_is_searched_and_what_was_held_back_is_told(
    home: Mapping[str, str], tmp_path: Path
):
    """A1 comes to the client of A2 today, and A2 would be new."""
    gone = (base_visit("C4", "S8", "GONE"), base_visit("C2", "S3", "A1"))
    given(tmp_path, base_plan=base_plan(*gone))
    asked = ("case-before.json", "--renew", "--iterations", 20_000, "--out", "out", "--lang", "en")
    done = run_process("base", *asked, "--new-faces", 0, home=home, folder=tmp_path)
    assert done.returncode == ExitCode.DONE, done.stderr
    assert "made anew: 1 clients get new caregivers, 0 visits are unplaced" in done.stderr
    assert "C2: A2 were held back, for at most 0 may be new" in done.stderr
    assert "C4: A3" in done.stderr
    assert "beyond the limit of 0" in done.stderr
    assert read(tmp_path)["visits"]
