"""The tables of an invoice: rows of plain values under headings, for CSV and for Excel."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.pay.invoice.figures import Say, decimal, hours
from planner.pay.invoice.forms import Deviation, Portions
from planner.pay.invoice.hours import Hours
from planner.pay.invoice.invoice import Invoice, kronor
from planner.pay.lines import Line

Cell = str | int | Decimal | date
"""What may stand in a table."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title and headings."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def invoice_sheet(invoices: Iterable[Invoice], say: Say) -> Sheet:
    """Return every line of ``invoices``; each invoice ends with its VAT and its sum."""
    return Sheet(
        say("invoice.sheet.invoice"),
        _head(say, "number", "reference", "item", "quantity", "unit", "price", "vat", "amount"),
        tuple(row for invoice in invoices for row in _invoice_rows(invoice, say)),
    )


def _invoice_rows(invoice: Invoice, say: Say) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of one invoice."""
    start = (invoice.number, invoice.reference)
    for line in invoice.lines:
        unit = say(f"invoice.unit.{line.unit.value}")
        price, amount = kronor(line.unit_price), kronor(line.amount)
        yield (*start, line.name, line.quantity, unit, price, line.vat, amount)
    for name, ore in (("net", invoice.net), ("vat", invoice.vat), ("gross", invoice.gross)):
        yield (*start, say(f"invoice.sum.{name}"), "", "", "", "", kronor(ore))


def hours_sheet(rows: Iterable[Hours], say: Say) -> Sheet:
    """Return the basis of hours; with clients, if the rows have any."""
    found = tuple(rows)
    named = any(row.client is not None for row in found)
    client = ("client",) if named else ()
    names = ("registered", "granted", "paid", "waiting", "refused")
    return Sheet(
        say("invoice.sheet.clients" if named else "invoice.sheet.hours"),
        _head(say, "reference", *client, "service", *names),
        tuple(
            (
                row.reference,
                *((row.client or "",) if named else ()),
                say(f"invoice.service.{row.insats.value if row.insats else 'whole'}"),
                *(hours(getattr(row, name)) for name in names),
            )
            for row in found
        ),
    )


def waiting_sheet(lines: Iterable[Line], say: Say) -> Sheet:
    """Return what is not invoiced yet, row by row, with status and reason as codes."""
    return Sheet(
        say("invoice.sheet.waiting"),
        _head(say, "client", "day", "record", "status", "reason", "rules", "hours", "count"),
        tuple(
            (
                line.client or "",
                line.day,
                line.record,
                line.status.value,
                line.reason.value,
                ", ".join(line.rules),
                hours(line.time),
                line.count,
            )
            for line in lines
        ),
    )


def portions_sheet(rows: Iterable[Portions], say: Say) -> Sheet:
    """Return the form for meal portions (H29)."""
    return Sheet(
        say("invoice.sheet.portions"),
        _head(say, "client", "portions", "deliveries"),
        tuple((row.client, row.portions, row.deliveries) for row in rows),
    )


def deviations_sheet(rows: Iterable[Deviation], say: Say) -> Sheet:
    """Return the form for deviations (H31)."""
    return Sheet(
        say("invoice.sheet.deviations"),
        _head(say, "client", "reason", "first", "last", "days", "goes_on"),
        tuple(
            (
                row.client,
                say(f"invoice.away.{row.reason.value}"),
                row.first,
                row.last,
                row.days,
                say("invoice.yes") if row.goes_on else "",
            )
            for row in rows
        ),
    )


def csv_of(sheet: Sheet) -> bytes:
    """Return ``sheet`` as CSV: semicolons and decimal commas, UTF-8 that Excel knows as such."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.head)
    for row in sheet.rows:
        writer.writerow([_plain(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    """Return ``cell`` as text that no spreadsheet takes for a formula."""
    if isinstance(cell, Decimal):
        return decimal(cell).replace("\N{NO-BREAK SPACE}", "")
    return harmless(cell) if isinstance(cell, str) else str(cell)


def harmless(text: str) -> str:
    """Return ``text``; one that a spreadsheet would take for a formula gets an apostrophe."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _head(say: Say, *names: str) -> tuple[str, ...]:
    """Return the headings of columns."""
    return tuple(say(f"invoice.column.{name}") for name in names)
