"""What is wrong with the settings of an invoice, all of it at once; numbers are never repeated."""

import re
from collections.abc import Iterator

from planner.model.findings import Fault
from planner.pay.invoice.check_digits import is_gln, is_iban, is_luhn, is_org_number
from planner.pay.invoice.codes import InvoiceCode, fault
from planner.pay.invoice.settings import InvoiceSettings, NoVat, Party, Scheme

_BANKGIRO = re.compile(r"\d{7,8}")
_OUTSIDE = "VATEX-EU-O"
_VATEX = re.compile(r"VATEX-EU-(O|132(-1[A-Q])?)")
_POSTCODE = re.compile(r"\d{5}|\d{3} \d{2}")


def check_settings(settings: InvoiceSettings) -> tuple[Fault, ...]:
    """Return every fault of ``settings``."""
    return (
        *_party("seller", settings.seller),
        *_party("buyer", settings.buyer),
        *_tax(settings),
        *_payment(settings),
        *_default_reference(settings),
    )


def _party(name: str, party: Party) -> Iterator[Fault]:
    """Yield the faults of seller or buyer."""
    if not is_org_number(party.org_number):
        yield fault(InvoiceCode.ORG_NUMBER_INVALID, name, "org_number")
    if not _POSTCODE.fullmatch(party.postcode):
        yield fault(InvoiceCode.POSTCODE_INVALID, name, "postcode")
    endpoint = party.endpoint
    good = is_gln if endpoint.scheme is Scheme.GLN else is_org_number
    if not good(endpoint.id):
        scheme = endpoint.scheme.value
        yield fault(InvoiceCode.ENDPOINT_INVALID, name, "endpoint", "id", scheme=scheme)


def _tax(settings: InvoiceSettings) -> Iterator[Fault]:
    """Yield the faults of the seller's tax status (SE-R-001, SE-R-002, BR-E-02)."""
    seller = settings.seller
    if seller.vat_number and seller.vat_number != f"SE{seller.org_number}01":
        yield fault(InvoiceCode.VAT_NUMBER_INVALID, "seller", "vat_number")
    if not seller.vat_number and not seller.f_tax:
        yield fault(InvoiceCode.TAX_STATUS_MISSING, "seller", "f_tax")
    code, outside = settings.vat.code, settings.vat.category is NoVat.OUTSIDE
    if code is not None and (not _VATEX.fullmatch(code) or (code == _OUTSIDE) is not outside):
        yield fault(InvoiceCode.VAT_CODE_UNFIT, "vat", "code", value=code)


def _payment(settings: InvoiceSettings) -> Iterator[Fault]:
    """Yield the faults of the payment (SE-R-009, SE-R-010)."""
    payment = settings.payment
    if payment.bankgiro is None and payment.iban is None:
        yield fault(InvoiceCode.PAYMENT_MISSING, "payment")
    if payment.bankgiro is not None and not (
        _BANKGIRO.fullmatch(payment.bankgiro) and is_luhn(payment.bankgiro)
    ):
        yield fault(InvoiceCode.BANKGIRO_INVALID, "payment", "bankgiro")
    if payment.iban is not None and not is_iban(payment.iban):
        yield fault(InvoiceCode.IBAN_INVALID, "payment", "iban")


def _default_reference(settings: InvoiceSettings) -> Iterator[Fault]:
    """Yield the fault of a default reference that is not allowed."""
    references = settings.references
    if references.default and references.allowed and references.default not in references.allowed:
        yield fault(
            InvoiceCode.REFERENCE_UNKNOWN,
            "references",
            "default",
            value=references.default,
            allowed=", ".join(references.allowed),
        )
