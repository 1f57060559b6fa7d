"""Tables as an Excel workbook."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.pay.invoice.sheets import Cell, Sheet, harmless

_NARROWEST, _WIDEST, _LONGEST_TITLE = 10, 48, 31


def workbook_of(sheets: Sequence[Sheet], made: datetime) -> bytes:
    """Return a workbook with ``sheets``, made at ``made``; numbers are numbers, days are days."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Hemrunda"
    book.properties.created = book.properties.modified = made.replace(tzinfo=None)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title[:_LONGEST_TITLE]), sheet)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    """Write one table, its headings in bold and in sight."""
    page.append(list(sheet.head))
    for cell in page[1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(sheet.rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = page.cell(number, column, harmless(value) if isinstance(value, str) else value)
            cell.number_format = _form(value)
    page.freeze_panes = "A2"
    for column, name in enumerate(sheet.head, start=1):
        longest = max([len(name), *(len(str(row[column - 1])) for row in sheet.rows)])
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(column)].width = width


def _form(value: Cell) -> str:
    """Return how a spreadsheet shows ``value``."""
    if isinstance(value, Decimal):
        return "#,##0.00####"
    return "yyyy-mm-dd" if isinstance(value, date) else "General"
