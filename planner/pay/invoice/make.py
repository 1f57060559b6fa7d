"""From a settlement to its invoices: what is surely paid, one invoice for each reference."""

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from planner.model.units import Ore
from planner.pay.compensation import Price
from planner.pay.invoice.codes import InvoiceCode, InvoiceRefused, fault
from planner.pay.invoice.invoice import Invoice, InvoiceLine, Unit
from planner.pay.invoice.refusals import invoice_faults
from planner.pay.invoice.settings import InvoiceSettings
from planner.pay.invoice.sums import Sum, sums_of
from planner.pay.lines import Status
from planner.pay.money import spread
from planner.pay.settlement import Settlement

_HOUR = 3600
_MILLIONTH = Decimal("0.000001")
_NUMBER = re.compile(r"([A-Za-z0-9/.-]{0,20}?)(\d{1,15})")


@dataclass(frozen=True, slots=True)
class Ask:
    """Which number the first invoice has, its date, the VAT and the name of each price."""

    number: str
    issued: date
    vat: Mapping[str, int]
    names: Mapping[str, str]


def make_invoices(
    settlement: Settlement, prices: Sequence[Price], settings: InvoiceSettings, ask: Ask
) -> tuple[Invoice, ...]:
    """Return the invoices of ``settlement``, sorted by reference; their sums are its sum in öre.

    Only what is sure is invoiced: ``pending`` and ``at_risk`` wait. ``prices`` are those of the
    municipality's model. Raises ``InvoiceRefused`` with every reason why it cannot be done.
    """
    paid = [line for line in settlement.lines if line.status is Status.SURE and line.price]
    faults = tuple(invoice_faults(settlement, paid, settings, ask.vat))
    if not _NUMBER.fullmatch(ask.number):
        faults += (fault(InvoiceCode.INVOICE_NUMBER_INVALID, "number"),)
    if faults:
        raise InvoiceRefused(faults)
    sums = tuple(sums_of(paid, {price.name: price for price in prices}, settings))
    if not sums:
        raise InvoiceRefused([fault(InvoiceCode.NOTHING_TO_INVOICE, "lines")])
    amounts = spread([row.amount for row in sums])
    references = dict.fromkeys(row.reference for row in sums)
    return tuple(
        _invoice(
            _numbered(ask.number, place),
            reference,
            [
                (row, ore)
                for row, ore in zip(sums, amounts, strict=True)
                if row.reference == reference
            ],
            settlement,
            settings,
            ask,
        )
        for place, reference in enumerate(references)
    )


def _invoice(  # noqa: PLR0913, PLR0917  everything an invoice is made of
    number: str,
    reference: str,
    rows: Sequence[tuple[Sum, Ore]],
    settlement: Settlement,
    settings: InvoiceSettings,
    ask: Ask,
) -> Invoice:
    """Return the invoice of the sums of one reference."""
    first = date.fromisoformat(f"{settlement.month}-01")
    return Invoice(
        number=number,
        reference=reference,
        issued=ask.issued,
        due=ask.issued + timedelta(days=settings.payment.days),
        first=first,
        last=first.replace(day=calendar.monthrange(first.year, first.month)[1]),
        lines=tuple(_line(place, row, ore, ask) for place, (row, ore) in enumerate(rows, 1)),
    )


def _line(place: int, row: Sum, amount: Ore, ask: Ask) -> InvoiceLine:
    """Return the line of one sum; an hour is told to the sixth decimal."""
    hours = (Decimal(row.quantity) / _HOUR).quantize(_MILLIONTH)
    quantity = _short(hours) if row.price.hourly else Decimal(row.quantity)
    name = row.price.name
    return InvoiceLine(
        number=place,
        price=name,
        name=ask.names.get(name, name),
        unit=Unit.HOUR if row.price.hourly else Unit.PIECE,
        quantity=quantity,
        unit_price=row.unit_price,
        amount=amount,
        vat=ask.vat[name],
    )


def _short(value: Decimal) -> Decimal:
    """Return ``value`` without zeros at its end, two decimals kept."""
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    short = isinstance(exponent, int) and exponent > -2  # noqa: PLR2004  two decimals
    return plain.quantize(Decimal("0.01")) if short else plain


def _numbered(first: str, place: int) -> str:
    """Return the number ``place`` steps after ``first``, as wide as it."""
    found = _NUMBER.fullmatch(first)
    before, digits = (found[1], found[2]) if found else ("", first)
    return f"{before}{int(digits) + place:0{len(digits)}}"
