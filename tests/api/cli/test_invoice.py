"""The invoices as a user makes them: the files, the sums, and a scan for anybody's data."""

import base64
import io
import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from typer.testing import Result

from api.cli.exits import ExitCode
from api.cli.jobs.invoice import Basis, files_of
from planner.pay.invoice.read_ubl import read_sums
from tests.api.cli.running import run
from tests.build.invoices import SETTINGS_TOML, invoices, settings, settlement
from tests.build.months import document, month_of, order, visit
from tests.planner.pay.invoice.peppol import broken_rules

TARIFF = """
municipality = "upplands_bro"
valid_from = 2026-01-01
[prices]
"hour.home_care" = 41730
"hour.start_up" = 41730
"box" = 4615
[vat]
"hour.home_care" = 0
"hour.start_up" = 0
"box" = 12
"""
SECRET = ("BRUK0017", "BRUK0233", "MEDARB07", "Det gick bra med dusch", "BESOK-1")


def month() -> dict[str, Any]:
    mine = {"client": "BRUK0017", "caregiver": "MEDARB07", "motivation": SECRET[3]}
    return document(
        "upplands_bro",
        "2026-01",
        settled="2026-02-05T12:00:00+01:00",
        clients=[{"id": "BRUK0017"}, {"id": "BRUK0233", "reference": "350101"}],
        orders=[
            order(("S1", "personal_care", 45), client="BRUK0017"),
            order(("S2", "shower", 30), client="BRUK0233", id="O2"),
        ],
        performed=[
            visit("BESOK-1", "2026-01-07T08:00", 52, "S1", **mine, **APPROVED),
            visit("BESOK-2", "2026-01-08T08:00", 27, "S2", client="BRUK0233", **APPROVED),
        ],
        meals=[
            {"id": "L1", "client": "BRUK0017", "boxes": 5, "delivered": "2026-01-09", **APPROVED}
        ],
    )


APPROVED = {"approved": "2026-01-31T12:00:00+01:00"}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    found = {name: tmp_path / name for name in ("month.json", "tariff.toml", "settings.toml")}
    found["month.json"].write_text(json.dumps(month()), encoding="utf-8")
    found["tariff.toml"].write_text(TARIFF, encoding="utf-8")
    found["settings.toml"].write_text(SETTINGS_TOML, encoding="utf-8")
    return {**found, "out": tmp_path / "out"}


def make(files: dict[str, Path], *more: str) -> Result:
    return run(
        "invoice",
        files["month.json"],
        *("--tariff", files["tariff.toml"], "--settings", files["settings.toml"]),
        *("--out", files["out"], "--number", "2026-009", "--date", "2026-02-05", *more),
    )


def test_everything_is_written(files: dict[str, Path]) -> None:
    result = make(files)
    assert result.exit_code == ExitCode.DONE, result.output
    assert sorted(path.name for path in files["out"].iterdir()) == [
        "SEKRETESS-underlag.xlsx",
        "faktura-2026-009.pdf",
        "faktura-2026-009.xml",
        "faktura-2026-010.pdf",
        "faktura-2026-010.xml",
        "faktura.csv",
        "faktura.xlsx",
    ]
    assert "Faktura 2026-010, referens 75219" in result.stdout


def test_the_documents_keep_the_rules_and_add_up(files: dict[str, Path]) -> None:
    make(files)
    found = [path.read_bytes() for path in sorted(files["out"].glob("*.xml"))]
    assert [broken_rules(row) for row in found] == [[], []]
    sums = [read_sums(row) for row in found]
    assert [(row.reference, row.net, row.vat) for row in sums] == [
        ("350101", Decimal("187.79"), Decimal("0.00")),  # 27 min at 417,30 kr is 187,785
        ("75219", Decimal("543.72"), Decimal("27.69")),  # 45 min is 312,975, 5 boxes 230,75
    ]
    assert sum(row.net for row in sums) == Decimal("731.51")


def test_nobody_is_named_in_what_leaves_the_house(files: dict[str, Path]) -> None:
    result = make(files)
    told = [result.stdout, result.stderr]
    for path in files["out"].iterdir():
        if path.name.startswith("SEKRETESS"):
            continue
        told.append(path.name)
        told.extend(_texts(path))
    assert not [word for word in SECRET for text in told if word in text]


def _texts(path: Path) -> list[str]:
    """Return everything that can be read in a file."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        reader = PdfReader(io.BytesIO(data))
        return [repr(reader.metadata), *(page.extract_text() for page in reader.pages)]
    if path.suffix == ".xlsx":
        book = load_workbook(io.BytesIO(data))
        return [str(cell) for page in book.worksheets for row in page.values for cell in row]
    text = data.decode("utf-8-sig")
    carried = re.findall(r"filename=\"[^\"]*\">([^<]*)<", text)
    return [text, *(base64.b64decode(part).decode("utf-8-sig") for part in carried)]


def test_the_basis_inside_has_clients(files: dict[str, Path]) -> None:
    make(files)
    book = load_workbook(files["out"] / "SEKRETESS-underlag.xlsx")
    assert book.sheetnames == ["Timmar per brukare", "Inte fakturerat"]
    assert book.worksheets[0]["B2"].value in {"BRUK0017", "BRUK0233"}


def test_huddinge_gets_its_forms() -> None:
    mine = month_of(month() | {"municipality": "huddinge"})
    settled = settlement(municipality="huddinge")
    given = settings(municipality="huddinge")
    basis = Basis(mine, settled, given, invoices(settled, given))
    found = dict(files_of(basis, datetime(2026, 2, 5, tzinfo=UTC)))
    portions = found["SEKRETESS-rapportering-matportioner.csv"].decode("utf-8-sig")
    assert portions.splitlines() == ["Brukare;Portioner;Leveransdagar", "BRUK0017;5;1"]
    assert "SEKRETESS-rapportering-avvikelse.csv" in found
    assert found["SEKRETESS-rapportering-avvikelse.csv"].count(b"\r\n") == 1, "nothing deviated"


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "where"),
    [
        ("settings.toml", "5560360793", "5560360794", "org_number_invalid", "$.seller.org_number"),
        ("settings.toml", "75219", '75219"\nallowed = ["1"]\nx = "', "field_unknown", "x"),
        ("settings.toml", "[buyer]", "[bayer]", "field_missing", "settings.toml $.buyer"),
        ("settings.toml", 'default = "75219"', "", "reference_missing", "$.references.default"),
        ("tariff.toml", '"box" = 12\n', "", "vat_rate_missing", "box"),
        ("tariff.toml", '"box" = 4615\n', "", "tariff_price_missing", "box"),
        ("tariff.toml", "upplands_bro", "lund", "tariff_other_municipality", "lund"),
        ("tariff.toml", "[vat]", "[vat", "not_toml", "tariff.toml"),
        ("month.json", '"version": 1', '"version": 3', "version_unknown", "month.json $.version"),
        ("month.json", "2026-02-05T12", "2026-02-04T12", "invoice_before_lock", "$.settled"),
        ("month.json", '"settled"', '"unsettled"', "field_unknown", "$.unsettled"),
    ],
)
def test_what_stops_the_invoices_is_named(
    files: dict[str, Path], name: str, old: str, new: str, code: str, where: str
) -> None:
    text = files[name].read_text(encoding="utf-8")
    assert old in text
    files[name].write_text(text.replace(old, new), encoding="utf-8")
    result = make(files)
    assert result.exit_code == ExitCode.INPUT, result.output
    assert code in result.stderr
    assert where in result.stderr
    assert "Traceback" not in result.output
    assert not [word for word in SECRET if word in result.output]


def test_an_unsettled_month_is_not_invoiced(files: dict[str, Path]) -> None:
    content = {name: value for name, value in month().items() if name != "settled"}
    files["month.json"].write_text(json.dumps(content), encoding="utf-8")
    result = make(files)
    assert result.exit_code == ExitCode.INPUT
    assert "invoice_not_settled" in result.stderr
    assert not list(files["out"].iterdir())


def test_an_invoice_of_the_demo_says_that_it_is_none(files: dict[str, Path]) -> None:
    files["month.json"].write_text(json.dumps(month() | {"demo": True}), encoding="utf-8")
    make(files)
    for name in ("faktura-2026-010.xml", "faktura-2026-010.pdf"):
        assert any("EXEMPEL" in text for text in _texts(files["out"] / name))
    files["month.json"].write_text(json.dumps(month()), encoding="utf-8")
    make(files)
    assert "EXEMPEL" not in _texts(files["out"] / "faktura-2026-010.xml")[0]


def test_a_number_without_digits_is_named(files: dict[str, Path]) -> None:
    result = make(files, "--number", "FAKTURA")
    assert result.exit_code == ExitCode.INPUT
    assert "invoice_number_invalid" in result.stderr


def test_in_english_the_files_are_swedish(files: dict[str, Path]) -> None:
    result = make(files, "--lang", "en")
    assert "Invoice 2026-009, reference 350101" in result.stdout
    assert (files["out"] / "faktura.csv").read_text(encoding="utf-8-sig").startswith("Faktura;")
