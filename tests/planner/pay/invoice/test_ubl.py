"""The XML: its rules by a checker apart, its sums read back, and nobody's code in it."""

import base64
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from planner.pay.invoice.read_ubl import read_sums
from planner.pay.invoice.ubl import Attachment, Texts, write_ubl
from tests.build.invoices import (
    BOX,
    CARE,
    CLIENTS,
    SELLER,
    START_UP,
    invoices,
    line,
    settings,
    settlement,
)
from tests.planner.pay.invoice.peppol import broken_rules

TEXTS = Texts("Utförd hemtjänst 2026-01. Underlaget finns i Phoniro Care.", "30 dagar")
HOURS = Attachment("timunderlag.csv", "Timunderlag", b"Referens;Tim\r\n75219;3\r\n")

KINDS: dict[str, dict[str, Any]] = {
    "bankgiro": {},
    "iban": {"payment": {"iban": "SE4550000000058398257466", "bic": "ESSESESS"}},
    "no f-skatt": {"seller": {**SELLER, "f_tax": False}},
    "gln": {"seller": {**SELLER, "endpoint": {"scheme": "0088", "id": "7300010000001"}}},
    "no contact": {"seller": {**SELLER, "contact": None}},
    "reason only": {"vat": {"code": None, "reason": "Social omsorg"}},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("attachment", [None, HOURS])
def test_no_rule_is_broken(kind, attachment):
    given = settings(**KINDS[kind])
    for invoice in invoices(given=given):
        assert broken_rules(write_ubl(invoice, given, TEXTS, attachment)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"seller": {**SELLER, "vat_number": ""}},
        {"vat": {"category": "O", "code": "VATEX-EU-O", "reason": "Utanför"}},
    ],
)
def test_nor_without_any_vat(changes):
    given = settings(**changes)
    for invoice in invoices(settlement(line(CARE, 3661)), given):
        assert broken_rules(write_ubl(invoice, given, TEXTS)) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("65322.98", "65322.97", "BR-E-08"),
        ("<cbc:Percent>12</cbc:Percent>", "<cbc:Percent>13</cbc:Percent>", "SE-R-006"),
        ("75219", "", "PEPPOL-EN16931-R008 BuyerReference"),
        ('unitCode="HUR"', 'unitCode="TIM"', "BR-23"),
        (">153.537222<", ">153.50<", "PEPPOL-EN16931-R120"),
        ("Godkänd för F-skatt", "F-skatt finns", "SE-R-005"),
        (
            '<cbc:PayableAmount currencyID="SEK">6',
            '<cbc:PayableAmount currencyID="SEK">7',
            "BR-CO-16",
        ),
        (
            ">337.82</cbc:TaxAmount>\n    <cac:TaxS",
            ">337.83</cbc:TaxAmount>\n    <cac:TaxS",
            "BR-CO-14",
        ),
    ],
)
def test_the_checker_sees_what_is_broken(old, new, rule):
    document = write_ubl(invoices()[1], settings(), TEXTS).decode()
    assert document.count(old), old
    found = broken_rules(document.replace(old, new).encode())
    assert any(rule in row for row in found), found


def test_the_order_of_parts_is_seen():
    document = write_ubl(invoices()[1], settings(), TEXTS).decode()
    city, code = re.search(
        r"(<cbc:CityName>.*?</cbc:CityName>)\s*(<cbc:PostalZone>.*?</cbc:PostalZone>)", document
    ).groups()  # type: ignore[union-attr]
    swapped = document.replace(city, "@").replace(code, city).replace("@", code)
    assert any(row.startswith("XSD PostalAddress") for row in broken_rules(swapped.encode()))


def test_the_sums_read_back_are_those_written():
    for invoice in invoices():
        found = read_sums(write_ubl(invoice, settings(), TEXTS))
        assert (found.number, found.reference) == (invoice.number, invoice.reference)
        assert [100 * amount for amount in found.lines] == [row.amount for row in invoice.lines]
        assert (found.net, found.vat, found.gross) == (
            Decimal(invoice.net) / 100,
            Decimal(invoice.vat) / 100,
            Decimal(invoice.gross) / 100,
        )


def test_what_is_no_invoice_is_refused():
    with pytest.raises(ValueError, match="cbc:"):
        read_sums(b"<a/>")


@effort(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from([CARE, BOX, START_UP]), st.integers(1, 3_000_000)),
        min_size=1,
        max_size=8,
    )
)
def test_any_month_keeps_the_rules(rows):
    settled = settlement(*(line(price, quantity) for price, quantity in rows))
    (invoice,) = invoices(settled)
    document = write_ubl(invoice, settings(), TEXTS)
    assert broken_rules(document) == []
    assert 100 * read_sums(document).net == settled.total.ore


def test_texts_cannot_break_the_document():
    given = settings(seller={**SELLER, "name": '<Vård> & "Omsorg" åäö'})
    document = write_ubl(invoices(given=given)[0], given, TEXTS)
    assert broken_rules(document) == []
    assert b"&lt;V\xc3\xa5rd&gt; &amp;" in document


def test_the_attachment_is_carried_whole():
    document = write_ubl(invoices()[0], settings(), TEXTS, HOURS).decode()
    found = re.search(r'mimeCode="text/csv" filename="timunderlag.csv">(.*?)<', document)
    assert found is not None
    assert base64.b64decode(found[1]) == HOURS.content


def test_no_client_is_in_it():
    for invoice in invoices():
        document = write_ubl(invoice, settings(), TEXTS).decode()
        assert not any(client in document for client in CLIENTS)
