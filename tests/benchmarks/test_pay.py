from pathlib import Path

from typer.testing import CliRunner

from benchmarks.page.settling import settling
from benchmarks.pay import made_up, table_in
from benchmarks.registry import load
from planner.pay.registry import municipalities


def test_the_same_seed_makes_the_same_month():
    assert made_up(8, 62) == made_up(8, 62)
    assert made_up(8, 62, seed=2) != made_up(8, 62)


def test_each_model_has_its_row_and_a_second_run_counts(tmp_path: Path):
    assert settling(tmp_path) == ""
    arguments = ["pay", "--out", str(tmp_path), "--clients", "20", "--visits", "310"]
    for _ in range(2):
        assert CliRunner().invoke(load(), arguments).exit_code == 0
    rows = table_in(tmp_path).rows()
    assert [row.municipality for row in rows] == list(municipalities())
    for row in rows:
        assert (row.clients, row.visits) == (20, 310)
        assert row.lines > 0
        assert row.paid_hours > 0
    assert "| Lund | 20 | 310 |" in settling(tmp_path)
