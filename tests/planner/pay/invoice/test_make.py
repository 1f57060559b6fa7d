"""From lines to invoices: what is on them, what waits, and money that adds up to the öre."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.pay.invoice.codes import InvoiceRefused
from planner.pay.invoice.invoice import Unit, vat_of
from planner.pay.invoice.make import Ask, make_invoices
from planner.pay.lines import Status
from tests.build.invoices import (
    BOX,
    CARE,
    CLIENTS,
    NAMES,
    PRICES,
    SELLER,
    START_UP,
    invoices,
    line,
    settings,
    settlement,
)


def test_one_invoice_for_each_reference():
    first, second = invoices()
    assert (first.number, first.reference) == ("F1001", "350101")
    assert (second.number, second.reference) == ("F1002", "75219")
    assert (second.issued, second.due) == (date(2026, 2, 4), date(2026, 3, 6))
    assert (second.first, second.last, second.month) == (
        date(2026, 1, 1),
        date(2026, 1, 31),
        "2026-01",
    )


def test_lines_by_price():
    _, invoice = invoices()
    rows = [(row.price, row.unit, row.quantity, row.unit_price, row.vat) for row in invoice.lines]
    assert rows == [
        ("box", Unit.PIECE, Decimal(61), 4_615, 12),
        ("hour.home_care", Unit.HOUR, Decimal("153.537222"), 41_730, 0),
        ("hour.start_up", Unit.HOUR, Decimal("3.00"), 41_730, 0),
    ]
    assert [row.amount for row in invoice.lines] == [281_515, 6_407_108, 125_190]
    assert invoice.net == 6_813_813
    assert invoice.vat == 33_782  # 12 % of 2 815,15 kr is 337,818
    assert invoice.gross == 6_847_595


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.SURE])
def test_only_what_is_sure_is_invoiced(status):
    (invoice,) = invoices(settlement(line(CARE, 3600), line(CARE, 1800, status=status)))
    assert invoice.net == 41_730


def test_a_price_that_changes_within_the_month_has_two_lines():
    (invoice,) = invoices(settlement(line(CARE, 3600), line(CARE, 3600, ore=50_000)))
    assert [row.unit_price for row in invoice.lines] == [41_730, 50_000]
    assert invoice.net == 91_730


@pytest.mark.parametrize(
    ("number", "second"), [("9", "10"), ("2026-009", "2026-010"), ("F099", "F100"), ("A/7", "A/8")]
)
def test_numbers_count_on(number, second):
    assert [row.number for row in invoices(number=number)] == [number, second]


@pytest.mark.parametrize(
    ("lines", "changes", "number", "code", "path"),
    [
        ([line(CARE, 60)], {"municipality": "haninge"}, "1",
         "settings_other_municipality", "$.municipality"),
        ([line(CARE, 60)], {"references": {}}, "1", "reference_missing", "$.references.default"),
        ([line(CARE, 60, reference="1")], {}, "1", "reference_unknown", "$.references.allowed"),
        ([line(CARE, 60)], {}, "F", "invoice_number_invalid", "$.number"),
        ([line(CARE, 60)], {}, "1 2", "invoice_number_invalid", "$.number"),
        ([line(CARE, 60, status=Status.PENDING)], {}, "1", "nothing_to_invoice", "$.lines"),
        ([line(BOX, 1)], {"seller": {**SELLER, "vat_number": ""}}, "1",
         "vat_number_needed", "$.seller.vat_number"),
        ([line(BOX, 1)], {"vat": {"category": "O", "code": None, "reason": "x"}}, "1",
         "vat_outside_mixed", "$.vat.category"),
    ],
)  # fmt: skip
def test_what_stops_an_invoice_is_named(lines, changes, number, code, path):
    with pytest.raises(InvoiceRefused) as refusal:
        invoices(settlement(*lines), settings(**changes), number)
    assert [(fault.code, fault.path) for fault in refusal.value.faults] == [(code, path)]
    assert not any(client in str(refusal.value.faults) for client in CLIENTS)


@pytest.mark.parametrize(("rate", "code"), [(None, "vat_rate_missing"), (7, "vat_rate_unknown")])
def test_vat_is_never_guessed(rate, code):
    vat = {} if rate is None else {"hour.home_care": rate}
    with pytest.raises(InvoiceRefused, match=code):
        make_invoices(
            settlement(line(CARE, 60)), PRICES, settings(), Ask("1", date(2026, 2, 4), vat, NAMES)
        )


def test_without_a_tariff_there_is_no_invoice():
    from dataclasses import replace  # noqa: PLC0415

    with pytest.raises(InvoiceRefused, match="settlement_without_prices"):
        invoices(settlement(replace(line(CARE, 60), amount=None)))


@pytest.mark.parametrize(
    ("base", "rate", "vat"),
    [(100, 25, 25), (2, 25, 1), (1, 25, 0), (281_515, 12, 33_782), (-2, 25, -1)],
)
def test_vat_is_rounded_half_away_from_zero(base, rate, vat):
    assert vat_of(base, rate) == vat


lines = st.lists(
    st.tuples(
        st.sampled_from([CARE, BOX, START_UP]),
        st.integers(1, 400_000),
        st.sampled_from([None, "780201", "350101"]),
        st.sampled_from([Status.SURE, Status.SURE, Status.AT_RISK, Status.DENIED]),
    ),
    min_size=1,
    max_size=30,
)


@given(lines, st.randoms(use_true_random=False))
def test_the_invoices_add_up_to_the_settlement(rows, order):
    made = [line(price, n, reference=ref, status=status) for price, n, ref, status in rows]
    if not any(row.status is Status.SURE for row in made):
        return
    settled = settlement(*made)
    found = invoices(settled)
    assert sum(invoice.net for invoice in found) == settled.total.ore
    for invoice in found:
        assert invoice.gross == invoice.net + invoice.vat
        for row in invoice.lines:
            assert abs(row.quantity * row.unit_price - row.amount) < Decimal("1.5")
    order.shuffle(made)
    assert invoices(settlement(*made)) == found
