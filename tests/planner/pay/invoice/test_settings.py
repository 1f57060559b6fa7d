"""The settings of an invoice: every fault at once, and no number repeated in any of them."""

from pathlib import Path

import pytest

from planner.exchange.documents import InvalidDocument
from planner.pay.invoice.check_settings import check_settings
from planner.pay.invoice.read_settings import read_settings
from tests.build.invoices import BUYER, SELLER, SETTINGS_TOML, settings


def codes(**changes):
    return [(fault.code, fault.path) for fault in check_settings(settings(**changes))]


def test_good_settings():
    assert codes() == []
    assert codes(seller={**SELLER, "endpoint": {"scheme": "0088", "id": "7300010000001"}}) == []
    assert codes(payment={"iban": "SE4550000000058398257466", "bic": "ESSESESS"}) == []
    assert codes(seller={**SELLER, "vat_number": ""}) == []
    assert codes(vat={"category": "O", "code": "VATEX-EU-O", "reason": "x"}) == []


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"seller": {**SELLER, "org_number": "5560360794", "vat_number": ""}},
         "org_number_invalid", "$.seller.org_number"),
        ({"buyer": {**BUYER, "org_number": "212000-0100"}},
         "org_number_invalid", "$.buyer.org_number"),
        ({"seller": {**SELLER, "vat_number": "SE5560360793"}},
         "vat_number_invalid", "$.seller.vat_number"),
        ({"seller": {**SELLER, "vat_number": "", "f_tax": False}},
         "tax_status_missing", "$.seller.f_tax"),
        ({"buyer": {**BUYER, "endpoint": {"scheme": "0088", "id": "2120000100"}}},
         "endpoint_invalid", "$.buyer.endpoint.id"),
        ({"buyer": {**BUYER, "postcode": "1968"}}, "postcode_invalid", "$.buyer.postcode"),
        ({"payment": {}}, "payment_missing", "$.payment"),
        ({"payment": {"bankgiro": "5050-1055"}}, "bankgiro_invalid", "$.payment.bankgiro"),
        ({"payment": {"bankgiro": "50501054"}}, "bankgiro_invalid", "$.payment.bankgiro"),
        ({"payment": {"iban": "SE1"}}, "iban_invalid", "$.payment.iban"),
        ({"vat": {"code": "VATEX-EU-O", "reason": "x"}}, "vat_code_unfit", "$.vat.code"),
        ({"vat": {"code": "VATEX-SE-9", "reason": "x"}}, "vat_code_unfit", "$.vat.code"),
        ({"references": {"default": "9", "allowed": ("1",)}},
         "reference_unknown", "$.references.default"),
    ],
)  # fmt: skip
def test_each_fault_has_its_code_and_its_place(changes, code, path):
    assert codes(**changes) == [(code, path)]


def test_all_faults_are_told_at_once_without_the_numbers():
    given = {
        "seller": {**SELLER, "org_number": "1", "postcode": "2"},
        "payment": {"bankgiro": "3"},
    }
    faults = check_settings(settings(**given))
    assert len(faults) == 4
    assert all(fault.value is None for fault in faults)


def test_a_file_is_read(tmp_path: Path):
    file = tmp_path / "s.toml"
    file.write_text(SETTINGS_TOML, encoding="utf-8")
    read = read_settings(file)
    assert read.seller.org_number == "5560360793"
    assert read.payment.days == 30
    assert read.vat.category.value == "E"


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("[seller]", "[seller", "not_toml", "$"),
        ('vat_number = "SE556036079301"\n', "", "field_missing", "$.seller.vat_number"),
        ("f_tax = true", 'f_tax = "yes"', "wrong_type", "$.seller.f_tax"),
        ('scheme = "0007"', 'scheme = "0192"', "choice_unknown", "$.seller.endpoint.scheme"),
        ("basis =", "bases =", "field_unknown", "$.bases"),
        ('"50501055"', '"50501054"', "bankgiro_invalid", "$.payment.bankgiro"),
    ],
)
def test_a_broken_file_is_named(old, new, code, path):
    with pytest.raises(InvalidDocument) as refusal:
        read_settings(SETTINGS_TOML.replace(old, new, 1).encode())
    assert (code, path) in {(fault.code, fault.path) for fault in refusal.value.faults}


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(InvalidDocument, match="file_unreadable"):
        read_settings(tmp_path / "none.toml")
    with pytest.raises(InvalidDocument, match="not_utf8"):
        read_settings(b"\xff")
    with pytest.raises(InvalidDocument, match="document_too_large"):
        read_settings(b"#" * (2**20 + 1))
