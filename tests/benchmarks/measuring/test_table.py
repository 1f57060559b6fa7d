from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.measuring.table import Table, TableError


@dataclass(frozen=True)
class Row:
    name: str
    seed: int
    value: float | None


def table(folder: Path) -> Table[Row]:
    return Table(folder / "deep" / "rows.csv", Row, ("name", "seed"))


def test_rows_come_back_as_they_were_and_the_later_of_two_counts(tmp_path: Path):
    rows = [Row("a, b", 1, 2.5), Row("c", 1, None), Row("a, b", 1, 2.25)]
    for row in rows:
        table(tmp_path).add(row)
    assert table(tmp_path).rows() == [rows[2], rows[1]]
    assert table(tmp_path / "none").rows() == []


def test_another_table_and_a_spoilt_cell_are_refused(tmp_path: Path):
    table(tmp_path).add(Row("a", 1, 2.0))
    path = table(tmp_path).path
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("a,1,", "a,one,"), encoding="utf-8")
    with pytest.raises(TableError, match="line 2"):
        table(tmp_path).rows()
    path.write_text(good.replace("seed", "other"), encoding="utf-8")
    with pytest.raises(TableError, match="columns"):
        table(tmp_path).rows()
