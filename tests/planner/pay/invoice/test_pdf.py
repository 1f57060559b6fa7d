"""The PDF: everything U33 asks for, the same bytes each time, nobody's code."""

import io

import pytest
from pypdf import PdfReader

from api.words import Language, load
from planner.pay.invoice.pdf import write_pdf
from planner.pay.invoice.ubl import Texts
from tests.build.invoices import CLIENTS, SELLER, invoices, settings

SAY = load(Language.SWEDISH).say
TEXTS = Texts("Underlaget finns i Phoniro Care.", "Betalas inom 30 dagar.")


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    text = "\n".join(page.extract_text() for page in pages)
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_it_states_what_the_municipality_asks_for():
    text = text_of(write_pdf(invoices()[1], settings(), SAY, TEXTS))
    for part in (
        "Exempelvård i Mälardalen AB",
        "556036-0793",
        "Faktura F1002",
        "Avser 2026-01",
        "Er referens 75219",
        "61",  # boxes
        "3,00",  # hours of start-up
        "1 251,90",
        "68 138,13",
        "337,82",
        "68 475,95",
        "Moms 12 % på 2 815,15 kr",
        "Godkänd för F-skatt",
        "Bankgiro 5050-1055",
        "Förfallodag 2026-03-06",
        "Phoniro Care",
    ):
        assert part in text, part


def test_an_account_in_the_place_of_a_bankgiro():
    given = settings(
        payment={"iban": "SE4550000000058398257466"},
        seller={**SELLER, "vat_number": "SE556036079301", "f_tax": False, "contact": None},
    )
    text = text_of(write_pdf(invoices(given=given)[0], given, SAY, TEXTS))
    assert "SE4550000000058398257466" in text
    assert "F-skatt" not in text


def test_the_same_invoice_gives_the_same_bytes():
    first, second = (write_pdf(invoices()[1], settings(), SAY, TEXTS) for _ in range(2))
    assert first == second


def test_signs_of_markup_are_plain_text():
    given = settings(seller={**SELLER, "name": "Vård & <b>Omsorg</b>"})
    assert "Vård & <b>Omsorg</b>" in text_of(write_pdf(invoices(given=given)[0], given, SAY, TEXTS))


@pytest.mark.parametrize("place", [0, 1])
def test_no_client_is_in_it(place):
    pdf = write_pdf(invoices()[place], settings(), SAY, TEXTS)
    whole = text_of(pdf) + repr(PdfReader(io.BytesIO(pdf)).metadata)
    assert not any(client in whole for client in CLIENTS)
