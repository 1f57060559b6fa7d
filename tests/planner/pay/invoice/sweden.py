"""The Swedish rules of Peppol BIS Billing 3 (SE-R), as a receiver's XPath would ask them.

Written from the descriptions of the rules. Each finds the nodes that break it, so a document
keeps a rule when nothing is found.
"""

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from tests.planner.pay.invoice.peppol import NAMES

_SELLER = (
    "//cac:AccountingSupplierParty/cac:Party"
    "[cac:PostalAddress/cac:Country/cbc:IdentificationCode='SE']"
)
_VAT = f"{_SELLER}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID"
_OTHER = f"{_SELLER}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!='VAT']/cbc:CompanyID"
_NUMBER = f"{_SELLER}/cac:PartyLegalEntity/cbc:CompanyID"
_ACCOUNT = (
    "//cac:PayeeFinancialAccount"
    "[cac:FinancialInstitutionBranch/cbc:ID='{}'][/*[boolean({})]]/cbc:ID"
)
_BANKGIRO = _ACCOUNT.format("SE:BANKGIRO", _SELLER.lstrip("/").replace("cac:Acc", "//cac:Acc", 1))
_PLUSGIRO = _ACCOUNT.format("SE:PLUSGIRO", _SELLER.lstrip("/").replace("cac:Acc", "//cac:Acc", 1))
_DIGITS = "translate(normalize-space(.),'0123456789','')=''"
_LENGTH = "string-length(normalize-space(.))"
_DOMESTIC = (
    "[//cac:AccountingSupplierParty//cac:Country/cbc:IdentificationCode='SE']"
    "[//cac:AccountingCustomerParty//cac:Country/cbc:IdentificationCode='SE']"
)

BROKEN: Mapping[str, str] = MappingProxyType(
    {
        "SE-R-001": f"{_VAT}[not({_LENGTH}=14)]",
        "SE-R-002": f"{_VAT}[not(translate(substring(.,3),'0123456789','')='')]",
        "SE-R-003": f"{_NUMBER}[not({_DIGITS})]",
        "SE-R-004": f"{_NUMBER}[not({_LENGTH}=10)]",
        "SE-R-005": f"{_OTHER}[not(normalize-space(.)='Godkänd för F-skatt')]",
        "SE-R-006": "//*[self::cac:TaxCategory or self::cac:ClassifiedTaxCategory]"
        "[cbc:ID='S'][not(number(cbc:Percent)=25 or number(cbc:Percent)=12"
        " or number(cbc:Percent)=6)]",
        "SE-R-007": f"{_PLUSGIRO}[not({_DIGITS})]",
        "SE-R-008": f"{_BANKGIRO}[not({_DIGITS})]",
        "SE-R-009": f"{_BANKGIRO}[not({_LENGTH}=7 or {_LENGTH}=8)]",
        "SE-R-010": f"{_PLUSGIRO}[not({_LENGTH}>=2 and {_LENGTH}<=8)]",
        "SE-R-011": "//cac:PaymentMeans/cbc:PaymentMeansCode[.='50' or .='56']",
        "SE-R-012": f"//cac:PaymentMeans{_DOMESTIC}/cbc:PaymentMeansCode[.='31']",
        "SE-R-013": _NUMBER,
    }
)
"""For each rule what breaks it; the last digit of the number (SE-R-013) is worked out apart."""


def broken_swedish_rules(document: bytes) -> list[str]:
    """Return the SE-R rules that ``document`` breaks."""
    root = etree.fromstring(document)
    found = []
    for rule, path in BROKEN.items():
        nodes = root.xpath(path, namespaces=NAMES)
        if rule == "SE-R-013":
            nodes = [node for node in nodes if not _last_digit_fits(node.text or "")]
        found += [rule] if nodes else []
    return found


def _last_digit_fits(number: str) -> bool:
    """Say whether the last digit is right: every other digit doubled, the sum ends with 0."""
    if not number.isdecimal():
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(number))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
