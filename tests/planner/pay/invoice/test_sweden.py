"""Every SE-R rule holds for what is written, and each is seen when it is broken."""

from typing import Any

import pytest

from planner.pay.invoice.ubl import Texts, write_ubl
from tests.build.invoices import SELLER, invoices, settings
from tests.planner.pay.invoice.sweden import BROKEN, broken_swedish_rules

TEXTS = Texts("Underlaget finns i Phoniro Care.", "30 dagar")
KINDS: dict[str, dict[str, Any]] = {
    "bankgiro": {},
    "iban": {"payment": {"iban": "SE4550000000058398257466", "bic": "ESSESESS"}},
    "no f-skatt": {"seller": {**SELLER, "f_tax": False}},
    "gln": {"seller": {**SELLER, "endpoint": {"scheme": "0088", "id": "7300010000001"}}},
}


def written(**changes: Any) -> str:
    given = settings(**changes)
    return write_ubl(invoices(given=given)[1], given, TEXTS).decode()


@pytest.mark.parametrize("kind", KINDS)
def test_no_swedish_rule_is_broken(kind: str) -> None:
    given = settings(**KINDS[kind])
    for invoice in invoices(given=given):
        assert broken_swedish_rules(write_ubl(invoice, given, TEXTS)) == []


SELLERS = 'schemeID="0007">5560360793</cbc:CompanyID>'
BREAKS = {
    "SE-R-001": (">SE556036079301<", ">SE55603607930<"),
    "SE-R-002": (">SE556036079301<", ">SE55603607930X<"),
    "SE-R-003": (SELLERS, SELLERS.replace("5560360793", "556036079X")),
    "SE-R-004": (SELLERS, SELLERS.replace("5560360793", "165560360793")),
    "SE-R-005": ("Godkänd för F-skatt", "F-skatt"),
    "SE-R-006": ("<cbc:Percent>12</cbc:Percent>", "<cbc:Percent>13</cbc:Percent>"),
    "SE-R-008": (">50501055<", ">5050-105<"),
    "SE-R-009": (">50501055<", ">505010<"),
    "SE-R-011": (">30</cbc:PaymentMeansCode>", ">56</cbc:PaymentMeansCode>"),
    "SE-R-012": (">30</cbc:PaymentMeansCode>", ">31</cbc:PaymentMeansCode>"),
    "SE-R-013": (SELLERS, SELLERS.replace("5560360793", "5560360794")),
}


@pytest.mark.parametrize("rule", BREAKS)
def test_each_rule_is_seen_when_broken(rule: str) -> None:
    old, new = BREAKS[rule]
    document = written()
    assert old in document
    assert rule in broken_swedish_rules(document.replace(old, new).encode())


@pytest.mark.parametrize(("rule", "account"), [("SE-R-007", "12-3"), ("SE-R-010", "123456789")])
def test_plusgiro_would_be_seen_too(rule: str, account: str) -> None:
    """Hemrunda pays to bankgiro or an account; a receiver would still ask this of plusgiro."""
    document = written().replace("SE:BANKGIRO", "SE:PLUSGIRO")
    assert broken_swedish_rules(document.encode()) == []
    assert rule in broken_swedish_rules(document.replace("50501055", account).encode())


def test_all_thirteen_are_asked() -> None:
    assert set(BROKEN) == set(BREAKS) | {"SE-R-007", "SE-R-010"}
    assert list(BROKEN) == [f"SE-R-{number:03d}" for number in range(1, 14)]
