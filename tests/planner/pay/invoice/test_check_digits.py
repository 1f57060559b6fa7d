"""Check digits, by numbers that are known to be right and their neighbours."""

import pytest

from planner.pay.invoice.check_digits import is_gln, is_iban, is_luhn, is_org_number


@pytest.mark.parametrize("number", ["2120000100", "5560360793", "2021005489"])
def test_organisation_numbers(number):
    assert is_org_number(number)
    assert not is_org_number(number[:-1] + str((int(number[-1]) + 1) % 10))
    assert not is_org_number(f"16{number}")


@pytest.mark.parametrize("text", ["212000-0100", "", "²120000100", "٢١٢٠٠٠٠١٠٠", "21200 0010"])
def test_what_is_no_number(text):
    assert not is_org_number(text)


def test_bankgiro_numbers():
    assert is_luhn("50501055")
    assert not is_luhn("50501056")


def test_locations():
    assert is_gln("7300010000001")
    assert not is_gln("7300010000002")
    assert not is_gln("300010000001")


def test_accounts():
    assert is_iban("SE4550000000058398257466")
    assert not is_iban("SE4650000000058398257466")
    assert not is_iban("SE45 5000 0000 0583 9825 7466")
    assert not is_iban("SE45")
