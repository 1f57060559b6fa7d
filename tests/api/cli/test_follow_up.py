"""The follow-up as a user sees it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from api.cli.exits import ExitCode
from planner.exchange.documents import write_month
from tests.api.cli.running import run
from tests.build.followups import alarm, declined, month_with, visit


@pytest.fixture
def month(tmp_path: Path) -> Path:
    path = tmp_path / "month.json"
    made = month_with(
        performed=[visit("V1", "2026-01-08T08:00", 38, "S1", method="manual", motivation="Föll")],
        declined=[declined("D1", "2026-01-10T08:00", "2026-01-10T08:05")],
        alarms=[alarm("L1", "08:00:00", "08:40:00")],
    )
    path.write_bytes(write_month(made))
    return path


def figures(text: str) -> dict[str, str]:
    rows = (line.strip().rsplit("  ", 1) for line in text.splitlines() if "  " in line.strip())
    return {row[0].strip(): row[1].strip() for row in rows}


def test_the_figures(month: Path) -> None:
    result = run("follow-up", month)
    assert result.exit_code == ExitCode.DONE, result.output
    found = figures(result.stdout)
    assert found["Avböjda besök att kontrollera"] == "1"
    assert found["… för sent"] == "1"
    assert found["Registreringar utan lås eller tagg"] == "1"
    assert found["Besök med mer tid än beställt"] == "1"


def test_in_english_as_csv(month: Path) -> None:
    text = run("follow-up", month, "--format", "csv", "--lang", "en").stdout
    assert "# Response times" in text
    assert "L1;C1;;2026-01-07;late;40,00;" in text


def test_the_workbook_has_every_row_and_no_free_text(month: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("follow-up", month, "--out", out)
    (path,) = out.iterdir()
    assert path.name == "SEKRETESS-uppfoljning-2026-01.xlsx"
    assert path.name in result.output.replace("\n", "")
    book = load_workbook(path)
    assert len(book.sheetnames) == 6
    cells = [cell for page in book.worksheets for row in page.values for cell in row]
    assert "D1" in cells
    assert "Föll" not in cells


def test_a_month_that_cannot_be_read_is_named(month: Path) -> None:
    month.write_text(month.read_text(encoding="utf-8").replace("upplands_bro", "solna"))
    result = run("follow-up", month)
    assert result.exit_code == ExitCode.INPUT
    assert "municipality_unknown" in result.stderr
    assert "month.json $.municipality" in result.stderr
