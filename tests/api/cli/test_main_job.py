"""The main job, as a user runs it: an invented case, its plan, its pages and map, its check."""

import json
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.cli.exits import ExitCode
from planner.store import open_store
from planner.store.location import address
from tests.api.cli.running import START, command, run_process

MOVES = 60_000


@dataclass(frozen=True)
class Demo:
    """A finished demo of one group."""

    folder: Path
    store: str
    done: subprocess.CompletedProcess[str]

    @property
    def case(self) -> Path:
        return self.folder / "out" / "case.json"

    @property
    def plan(self) -> Path:
        return self.folder / "out" / "plan.json"

    def document(self) -> Any:
        return json.loads(self.plan.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def demo(home: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("demo")
    store = address(folder / "store.sqlite")
    given = ("demo", "--size", "group", "--out", "out", "--store", store, "--iterations", MOVES)
    return Demo(folder, store, run_process(*given, home=home, folder=folder))


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_demo_makes_a_plan_without_hard_faults(demo: Demo) -> None:
    assert demo.done.returncode == ExitCode.DONE, demo.done.stderr
    table = plain(demo.done.stdout)
    visits = len({stop["id"] for stop in stops(demo.document()) if stop["kind"] == "visit"})
    assert f"Besök med plats {visits} av {visits}" in table
    assert "Hårda fel 0" in table
    assert "riktvärde 25 %" in table
    assert "\x1b[" not in demo.done.stdout + demo.done.stderr, "no colour without a terminal"


def stops(plan: Any) -> list[Any]:
    return [stop for row in plan["rounds"] for stop in row["stops"]]


def test_it_says_where_to_look_and_there_it_is(demo: Demo) -> None:
    told = demo.done.stdout + demo.done.stderr
    out = demo.folder / "out"
    for name in ("case.json", "plan.json", "map.html", "rundor/index.html", "rundor/rundor.html"):
        assert str(Path("out") / name) in told
        assert (out / name).stat().st_size > 0
    pages = list((out / "rundor").glob("runda-*.html"))
    assert len(pages) == len(demo.document()["rounds"])


def test_progress_is_told_on_the_error_stream(demo: Demo) -> None:
    assert "Planerar" in demo.done.stderr
    assert "100,0 %" in plain(demo.done.stderr)
    assert "Planerar" not in demo.done.stdout


def test_the_plan_is_in_the_store(demo: Demo) -> None:
    store = open_store(demo.store)
    with store.work() as work:
        (row,) = work.plans.all()
        assert row.id == demo.document()["id"]
        figures = work.plans.figures(row.id)
        assert work.cases.get(row.case_digest).id == demo.document()["case"]
    store.close()
    assert figures["hard_faults"] == 0
    assert figures["visits_placed"] == figures["visits_total"] > 0


def test_the_check_passes_the_plan(demo: Demo, home: Mapping[str, str]) -> None:
    done = run_process("check", demo.case, demo.plan, home=home, folder=demo.folder)
    assert done.returncode == ExitCode.DONE, done.stderr
    assert "har inga hårda fel" in done.stdout


def test_the_check_names_each_fault_of_a_spoilt_plan(
    demo: Demo, home: Mapping[str, str], tmp_path: Path
) -> None:
    spoilt = demo.document()
    first = next(row for row in spoilt["rounds"] if len(row["stops"]) > 2)
    lost = next(stop for stop in first["stops"] if stop["kind"] == "visit")
    first["stops"].remove(lost)
    rest = next(s for row in spoilt["rounds"] for s in row["stops"] if s["kind"] == "break")
    next(row for row in spoilt["rounds"] if rest in row["stops"])["stops"].remove(rest)
    file = tmp_path / "spoilt.json"
    file.write_text(json.dumps(spoilt), encoding="utf-8")
    done = run_process("check", demo.case, file, "--lang", "en", home=home, folder=tmp_path)
    assert done.returncode == ExitCode.FAULTS, done.stderr
    assert "break_missing: " in done.stdout
    assert lost["id"] in done.stdout
    assert "hard faults" in done.stdout


def test_the_same_plan_is_made_again_and_stored_once(demo: Demo, home: Mapping[str, str]) -> None:
    given = ("plan", demo.case, "--out", "again", "--store", demo.store, "--lang", "en")
    done = run_process(*given, "--iterations", MOVES, home=home, folder=demo.folder)
    assert done.returncode == ExitCode.DONE, done.stderr
    again = json.loads((demo.folder / "again" / "plan.json").read_text(encoding="utf-8"))
    first = demo.document()
    assert {**again, "created": first["created"]} == first
    assert f"Plan {first['id']} was saved before." in done.stderr
    assert "Visits placed" in done.stdout


def test_another_seed_is_another_plan_in_the_same_store(
    demo: Demo, home: Mapping[str, str]
) -> None:
    given = ("plan", demo.case, "--out", "other", "--store", demo.store, "--seed", 2)
    done = run_process(*given, "--iterations", MOVES, home=home, folder=demo.folder)
    assert done.returncode == ExitCode.DONE, done.stderr
    other = json.loads((demo.folder / "other" / "plan.json").read_text(encoding="utf-8"))
    assert other["id"] != demo.document()["id"]
    store = open_store(demo.store)
    with store.work() as work:
        assert other["id"] in {row.id for row in work.plans.all()}
    store.close()


def test_ctrl_c_keeps_the_best_plan_so_far(demo: Demo, home: Mapping[str, str]) -> None:
    given = ["plan", str(demo.case), "--out", "stopped", "--store", demo.store, "--seconds", "3000"]
    with subprocess.Popen(
        [*START, *given],
        env=command(home),
        cwd=demo.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as program:
        assert program.stderr is not None
        told = ""
        while "0,0" not in told and (line := program.stderr.readline()):
            told += line
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=120)
    assert program.returncode == ExitCode.DONE, told + err
    assert "Den bästa planen hittills behålls" in err
    assert "Hårda fel" in out
    stopped = json.loads((demo.folder / "stopped" / "plan.json").read_text(encoding="utf-8"))
    assert stopped["origin"]["iterations"] > 0
