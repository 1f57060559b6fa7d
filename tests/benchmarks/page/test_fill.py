from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import groupday
from benchmarks.page.fill import PageError, filled, table
from benchmarks.page.sections import NOTHING, SECTIONS
from benchmarks.registry import load
from benchmarks.rivals import run as rivals
from benchmarks.sets import run as sets

PAGE = "# Page\n\n<!-- table: one -->\n\nold\n\n<!-- end -->\n\nwords\n"


def test_what_stands_between_marks_is_replaced_and_the_rest_stays():
    text = table(("a", "b"), [("x", "1")])
    page = filled(PAGE, {"one": text})
    assert page == PAGE.replace("old", "| a | b |\n| --- | --: |\n| x | 1 |")
    assert filled(page, {"one": text}) == page


@pytest.mark.parametrize(
    "page", ["# Page\n", PAGE + PAGE, PAGE.replace("one", "two"), PAGE.replace("<!-- end", "")]
)
def test_a_page_that_does_not_fit_is_refused(page: str):
    with pytest.raises(PageError):
        filled(page, {"one": "new"})


def test_recorded_rows_appear_in_the_page_and_a_stale_page_is_told(tmp_path: Path):
    page = tmp_path / "page.md"
    marks = [f"<!-- table: {name} -->\n<!-- end -->\n" for name in SECTIONS]
    page.write_text("\n".join(marks), encoding="utf-8")
    arguments = ["tables", "--results", str(tmp_path), "--page", str(page)]
    assert CliRunner().invoke(load(), arguments).exit_code == 0
    assert page.read_text(encoding="utf-8").count(NOTHING) == len(SECTIONS)
    record(tmp_path)
    assert CliRunner().invoke(load(), [*arguments, "--check"]).exit_code == 1
    assert CliRunner().invoke(load(), arguments).exit_code == 0
    assert CliRunner().invoke(load(), [*arguments, "--check"]).exit_code == 0
    text = page.read_text(encoding="utf-8")
    for line in (
        "| B | 60 s, 2 threads | 1 | 2 | -0.50 | -1.00 | -0.50 (B1) | 1 / 1 |",
        "| B1 | 100.0000 | 99.5000 | 99.0000 | -0.50 | -1.00 |  |",
        "| X1 | 50.0000 | - | - | - | - | not-comparable, 2 of 2 incomplete |",
        "| 1 | 70 | 1 | 1,010 | 1,000 | +1.00 | +1.00 |",
        "| CP-SAT | 60 s | 1 of 1 | 110 | +10.00 (ours: 2 s) | 60.0 / 120.0 |  |",
        "| group, everything | VROOM |  |  |  |  |  | cannot state: no synchronisation |",
    ):
        assert line.replace("| B |", ": B |", 1) in text


def record(folder: Path) -> None:
    for seed, value in ((1, 99.0), (2, 100.0)):
        gap = round(value - 100, 3)
        published(folder, "B", "B1", seed, value, 100.0, "best-known", gap)
        published(folder, "X", "X1", seed, None, 50.0, "not-comparable", None)
    for seconds, cost in ((2.0, 1010), (60.0, 1000)):
        groupday.table_in(folder).add(
            groupday.Row(1, 1, 2, "wall", seconds, seconds, 70, cost, 0, 9, "1", "d")
        )
    for method, seconds, cost in (("hemrunda", 2.0, 100), ("ortools-cpsat", 60.0, 110)):
        rivals.table_in(folder).add(
            rivals.Row(
                *("group-full", 1, method, 1, 2, seconds, seconds, 2 * seconds),
                *(cost, 9, 0, 0, "1", "d"),
            )
        )


def published(
    folder: Path,
    family: str,
    label: str,
    seed: int,
    value: float | None,
    best: float,
    kind: str,
    gap: float | None,
) -> None:
    verdict = "lawful" if value else "incomplete"
    row = sets.Row(
        set="mankowska",
        instance=f"Instanz{label}",
        label=label,
        family=family,
        objective="mean_of_three",
        seed=seed,
        threads=2,
        clock="wall",
        seconds=60.0,
        wall=60.1,
        value=value,
        best_known=best,
        kind=kind,
        gap_percent=gap,
        routes=3,
        known_routes=None,
        unplaced=0,
        iterations=9,
        verdict=verdict,
        version="1",
        date="d",
    )
    sets.table_in(folder, "mankowska").add(row)


def test_the_page_shows_the_recorded_tables():
    assert CliRunner().invoke(load(), ["tables", "--check"]).exit_code == 0
