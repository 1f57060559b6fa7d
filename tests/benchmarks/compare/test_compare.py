from math import inf
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import groupday
from benchmarks.measuring.figures import Figure, table_in
from benchmarks.measuring.regression import Series, compared, judged
from benchmarks.registry import load


def write(folder: Path, costs: list[int], speed: float, unplaced: int = 0) -> Path:
    for seed, cost in enumerate(costs, start=1):
        groupday.table_in(folder).add(
            groupday.Row(1, seed, 2, "wall", 2.0, 2.0, 70, cost, unplaced, 9, "1", "2026-11-22")
        )
    figure = Figure("moves_per_second_100.speed", speed, "1", "2026-11-22")
    table_in(folder, "kernel").add(figure)
    return folder


@pytest.mark.parametrize(
    ("costs", "speed", "unplaced", "exit_code"),
    [
        ([1000, 1003, 1006], 2e6, 0, 0),
        ([1010, 1015, 1019], 1.8e6, 0, 0),  # within three standard errors, and within the floor
        ([1050, 1051, 1052], 2e6, 0, 1),
        ([1000, 1003, 1006], 1.6e6, 0, 1),
        ([1000, 1003, 1006], 2e6, 1, 1),
        ([900, 901, 902], 9e6, 0, 0),
    ],
)
def test_a_regression_beyond_noise_is_shouted(
    tmp_path: Path, costs: list[int], speed: float, unplaced: int, exit_code: int
):
    recorded = write(tmp_path / "recorded", [1000, 1005, 1010], 2e6)
    new = write(tmp_path / "new", costs, speed, unplaced)
    done = CliRunner().invoke(load(), ["compare", str(new), "--with", str(recorded)])
    assert done.exit_code == exit_code, done.output
    assert ("REGRESS" in done.output) == bool(exit_code)


def test_nothing_in_common_is_not_called_well(tmp_path: Path):
    recorded = write(tmp_path / "recorded", [1000], 2e6)
    (tmp_path / "new").mkdir()
    done = CliRunner().invoke(load(), ["compare", str(tmp_path / "new"), "--with", str(recorded)])
    assert done.exit_code == 2


def test_a_small_loss_everywhere_is_seen_where_no_single_one_is():
    names = [f"case {number}" for number in range(40)]
    before = [Series(name, (100.0, 101.0, 102.0)) for name in names]
    after = [Series(name, (101.0, 102.0, 103.0)) for name in names]
    verdicts = compared(before, after)
    assert [verdict.name for verdict in verdicts if verdict.regression] == ["mean of 40"]


def test_a_first_plan_is_good_and_a_lost_one_is_bad():
    none, some = Series("a", (inf, inf)), Series("a", (5.0, 6.0))
    assert not judged(none, some).regression
    assert judged(some, none).regression
    assert not judged(none, none).regression
