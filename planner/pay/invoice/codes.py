"""The codes of faults that stop an invoice, and of what to try."""

from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType

from planner.checks.report import json_path
from planner.model.findings import Fault, Severity


class InvoiceCode(StrEnum):
    """What is wrong with the settings or the settlement."""

    ORG_NUMBER_INVALID = "org_number_invalid"
    VAT_NUMBER_INVALID = "vat_number_invalid"
    VAT_NUMBER_NEEDED = "vat_number_needed"
    TAX_STATUS_MISSING = "tax_status_missing"
    ENDPOINT_INVALID = "endpoint_invalid"
    POSTCODE_INVALID = "postcode_invalid"
    BANKGIRO_INVALID = "bankgiro_invalid"
    IBAN_INVALID = "iban_invalid"
    PAYMENT_MISSING = "payment_missing"
    REFERENCE_MISSING = "reference_missing"
    REFERENCE_UNKNOWN = "reference_unknown"
    VAT_RATE_MISSING = "vat_rate_missing"
    VAT_CODE_UNFIT = "vat_code_unfit"
    VAT_OUTSIDE_MIXED = "vat_outside_mixed"
    VAT_RATE_UNKNOWN = "vat_rate_unknown"
    SETTINGS_OTHER_MUNICIPALITY = "settings_other_municipality"
    SETTLEMENT_WITHOUT_PRICES = "settlement_without_prices"
    NOTHING_TO_INVOICE = "nothing_to_invoice"
    INVOICE_NOT_SETTLED = "invoice_not_settled"
    INVOICE_BEFORE_LOCK = "invoice_before_lock"
    INVOICE_NUMBER_INVALID = "invoice_number_invalid"


class InvoiceRefused(ValueError):  # noqa: N818  a refusal is an answer, not an accident
    """No invoice can be made; ``faults`` say why, without any client's data."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Note ``faults``."""
        self.faults = tuple(faults)
        super().__init__(", ".join(fault.code for fault in self.faults))


def fault(code: InvoiceCode, *steps: str, value: object = None, **parameters: object) -> Fault:
    """Return an error at ``steps``; its advice has the same code."""
    frozen = MappingProxyType(parameters)
    return Fault(code, Severity.ERROR, json_path(*steps), value, code, frozen)
