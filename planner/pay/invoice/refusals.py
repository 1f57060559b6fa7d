"""Why no invoice can be made of a settlement: prices, references and VAT; never a client."""

from collections.abc import Iterator, Mapping, Sequence

from planner.model.findings import Fault
from planner.pay.invoice.codes import InvoiceCode, fault
from planner.pay.invoice.settings import InvoiceSettings, NoVat
from planner.pay.lines import Line
from planner.pay.settlement import Settlement

SWEDISH_RATES = (0, 6, 12, 25)
"""The rates of VAT that there are (SE-R-006), and none."""


def invoice_faults(
    settlement: Settlement,
    paid: Sequence[Line],
    settings: InvoiceSettings,
    vat: Mapping[str, int],
) -> Iterator[Fault]:
    """Yield why no invoice can be made of the ``paid`` lines; ``vat`` is per cent by price."""
    if settings.municipality != settlement.municipality:
        yield fault(
            InvoiceCode.SETTINGS_OTHER_MUNICIPALITY,
            "municipality",
            value=settings.municipality,
            expected=settlement.municipality,
        )
    if any(line.amount is None for line in paid):
        yield fault(InvoiceCode.SETTLEMENT_WITHOUT_PRICES, "lines")
    yield from _reference_faults(paid, settings)
    yield from _vat_faults(paid, settings, vat)


def _reference_faults(paid: Sequence[Line], settings: InvoiceSettings) -> Iterator[Fault]:
    """Yield which references are missing or not the buyer's."""
    given = settings.references
    missing = sum(1 for line in paid if not line.reference)
    if missing and given.default is None:
        yield fault(InvoiceCode.REFERENCE_MISSING, "references", "default", count=missing)
    known = {line.reference for line in paid if line.reference}
    for reference in sorted(known - set(given.allowed) if given.allowed else ()):
        allowed = ", ".join(given.allowed)
        yield fault(
            InvoiceCode.REFERENCE_UNKNOWN, "references", "allowed", value=reference, allowed=allowed
        )


def _vat_faults(
    paid: Sequence[Line], settings: InvoiceSettings, vat: Mapping[str, int]
) -> Iterator[Fault]:
    """Yield which prices have no VAT rate, or one that does not exist, or no VAT number."""
    outside = settings.vat.category is NoVat.OUTSIDE
    for price in sorted({line.price for line in paid if line.price}):
        rate = vat.get(price)
        if rate is None:
            yield fault(InvoiceCode.VAT_RATE_MISSING, "vat", "rates", price, price=price)
        elif rate not in SWEDISH_RATES:
            yield fault(
                InvoiceCode.VAT_RATE_UNKNOWN, "vat", "rates", price, value=rate, price=price
            )
        elif rate and outside:
            yield fault(InvoiceCode.VAT_OUTSIDE_MIXED, "vat", "category", price=price)
        elif rate and not settings.seller.vat_number:
            yield fault(InvoiceCode.VAT_NUMBER_NEEDED, "seller", "vat_number", price=price)
