import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.registry import load
from tests.build import literature

EXAMPLE = {"instance": str, "routes": list}
ROUTE = {"vehicle": int, "visits": list}
VISIT = {"visit": str, "start": float}
"""The published examples: keys in this order, the visit's name as text, its start as a number."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    literature.mankowska(folder)
    (folder / "best_known.csv").write_text(
        "instance,objective,source,kind,published_time_s,metric,label\n"
        "InstanzTINY_1,8.01,by hand,best-known,,mean_of_three,T1\n",
        encoding="utf-8",
    )
    return folder


def run(data: Path, out: Path, *more: str) -> str:
    options = ["--set", "mankowska", "--data", str(data), "--out", str(out), "--seconds", "0.1"]
    done = CliRunner().invoke(load(), ["literature", *options, "--seeds", "2", *more])
    assert done.exit_code == 0, done.output
    return done.output


def table(out: Path, name: str = "mankowska") -> list[dict[str, str]]:
    with (out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_run_is_a_row_and_a_lawful_solution(data: Path, tmp_path: Path):
    run(data, tmp_path / "out", "--clock", "cpu", "--threads", "2", "--curve")
    rows = table(tmp_path / "out")
    assert [(row["seed"], row["clock"], row["threads"]) for row in rows] == [
        ("1", "cpu", "2"),
        ("2", "cpu", "2"),
    ]
    assert {row["value"] for row in rows} == {"8.0"}
    assert {row["gap_percent"] for row in rows} == {"-0.125"}
    assert {row["verdict"] for row in rows} == {"lawful"}
    curve = table(tmp_path / "out", "mankowska-curves")
    assert {row["seed"] for row in curve} == {"1", "2"}
    assert all(float(row["value"]) >= 7.999 for row in curve)


def test_a_solution_has_the_shape_of_the_published_examples(data: Path, tmp_path: Path):
    run(data, tmp_path)
    path = tmp_path / "mankowska" / "InstanzTINY_1_0.1s_seed1.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    assert shape(document) == EXAMPLE
    assert all(shape(route) == ROUTE for route in document["routes"])
    assert all(shape(visit) == VISIT for route in document["routes"] for visit in route["visits"])
    assert [route["vehicle"] for route in document["routes"]] == [1, 2]


def shape(document: dict[str, object]) -> dict[str, type]:
    return {key: type(value) for key, value in document.items()}


def test_a_run_resumes_and_repeats_only_when_asked(data: Path, tmp_path: Path):
    run(data, tmp_path)
    before = (tmp_path / "mankowska.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "mankowska.csv").write_text("\n".join(before[:2]) + "\n", encoding="utf-8")
    assert "seed 1:" not in run(data, tmp_path)
    assert len(table(tmp_path)) == 2
    assert "seed 1:" in run(data, tmp_path, "--again")
    assert [row["seed"] for row in table(tmp_path)] == ["1", "2", "1", "2"]


def test_what_is_not_comparable_is_marked_and_gets_no_gap(data: Path, tmp_path: Path):
    known = data / "best_known.csv"
    text = known.read_text(encoding="utf-8").replace("best-known,", "not-comparable,")
    known.write_text(text, encoding="utf-8")
    assert "not-compar" in run(data, tmp_path)
    assert {(row["kind"], row["gap_percent"]) for row in table(tmp_path)} == {
        ("not-comparable", "")
    }


@pytest.mark.parametrize(
    ("options", "chosen"),
    [
        (("--instance", "InstanzT*"), True),
        (("--instance", "other", "--instance", "*_1"), True),
        (("--family", "2 patients", "--limit", "1"), True),
        (("--instance", "Other*"), False),
        (("--family", "G"), False),
    ],
)
def test_instances_are_chosen_by_glob_and_family(
    data: Path, tmp_path: Path, options: tuple[str, ...], chosen: bool
):
    base = ["literature", "--set", "mankowska", "--data", str(data), "--out", str(tmp_path)]
    done = CliRunner().invoke(load(), [*base, "--seconds", "0.05", "--seeds", "1", *options])
    assert (done.exit_code, (tmp_path / "mankowska.csv").exists()) == (
        (0, True) if chosen else (2, False)
    )
    assert chosen or "2 patients" in done.output


def test_a_plan_that_cannot_be_complete_is_told_as_such(data: Path, tmp_path: Path):
    for path in data.iterdir():
        path.unlink()
    path = literature.vrptw(data)
    text = path.read_text(encoding="utf-8").replace("  3         10", "  1         10")
    path.write_text(text, encoding="utf-8")
    (data / "best_known.csv").write_text(
        "instance,objective,source,kind,published_time_s,metric,label\n", encoding="utf-8"
    )
    options = ["--set", "vrptw", "--data", str(data), "--out", str(tmp_path), "--seconds", "0.1"]
    done = CliRunner().invoke(load(), ["literature", *options, "--seeds", "1"])
    (row,) = table(tmp_path, "vrptw")
    assert (done.exit_code, row["verdict"], row["unplaced"], row["value"]) == (
        0,
        "incomplete",
        "1",
        "",
    )
    assert not (tmp_path / "vrptw").exists()
