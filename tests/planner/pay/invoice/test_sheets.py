"""The tables of the economist, as CSV and as a workbook."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from api.words import Language, load
from planner.pay.invoice.figures import hours, money
from planner.pay.invoice.sheets import Sheet, csv_of, harmless, invoice_sheet, waiting_sheet
from planner.pay.invoice.workbook import workbook_of
from planner.pay.lines import Status
from tests.build.invoices import BOX, CARE, CLIENTS, invoices, line

SAY = load(Language.SWEDISH).say
MADE = datetime(2026, 2, 4, 12, 0, tzinfo=UTC)
TABLE = Sheet("Prov", ("A", "B", "C"), (('åäö;"x"', Decimal("1234.50"), date(2026, 1, 31)),))


def test_a_table_of_the_invoices():
    sheet = invoice_sheet(invoices(), SAY)
    assert sheet.head[:4] == ("Faktura", "Referens", "Benämning", "Antal")
    assert sheet.rows[-4] == (
        "F1002",
        "75219",
        "Uppstart",
        Decimal("3.00"),
        "tim",
        Decimal("417.30"),
        0,
        Decimal("1251.90"),
    )
    assert sheet.rows[-1][-1] == Decimal("68475.95")
    assert not any(client in str(sheet) for client in CLIENTS)


def test_csv_is_what_a_swedish_spreadsheet_wants():
    data = csv_of(TABLE)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["A", "B", "C"], ['åäö;"x"', "1234,50", "2026-01-31"]]


def test_a_workbook_keeps_numbers_and_days():
    book = load_workbook(io.BytesIO(workbook_of([TABLE, TABLE], MADE)))
    page = book.worksheets[0]
    assert len(book.worksheets) == 2
    assert [cell.value for cell in page[1]] == ["A", "B", "C"]
    assert page["B2"].value == 1234.5
    assert page["C2"].value == datetime(2026, 1, 31)  # noqa: DTZ001  a day in Excel has no zone
    assert page.freeze_panes == "A2"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_text_becomes_a_formula(text):
    sheet = Sheet("Prov", ("A",), ((text,),))
    assert harmless(text) == f"'{text}"
    assert f"'{text}" in csv_of(sheet).decode("utf-8-sig")
    page = load_workbook(io.BytesIO(workbook_of([sheet], MADE))).worksheets[0]
    assert page["A2"].data_type != "f"


def test_what_waits_is_told_with_its_reason():
    sheet = waiting_sheet([line(CARE, 900, status=Status.AT_RISK), line(BOX, 2)], SAY)
    assert sheet.rows[0] == (
        CLIENTS[0],
        date(2026, 1, 15),
        f"V-{CLIENTS[0]}",
        "at_risk",
        "performed",
        "U57",
        Decimal("0.25"),
        0,
    )


@pytest.mark.parametrize(("seconds", "told"), [(0, "0"), (18, "0.01"), (17, "0"), (5400, "1.5")])
def test_hours_to_two_decimals(seconds, told):
    assert hours(seconds) == Decimal(told)


def test_money_in_swedish():
    assert money(123_456_789).replace("\N{NO-BREAK SPACE}", " ") == "1 234 567,89"
    assert money(5) == "0,05"
