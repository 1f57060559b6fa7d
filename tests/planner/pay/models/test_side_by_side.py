"""The same month under all five models: where the municipalities differ (X1-X8, X15)."""

import pytest

from api.demo.tariff import example_tariff
from planner.pay.registry import municipalities
from planner.usecases.forecast_month import compare_models
from tests.build.months import document, minutes, month_of, order, visit

KEYS = ("botkyrka", "haninge", "huddinge", "lund", "upplands_bro")


def month(**lists):
    content = {"orders": [order(("S1", "personal_care", 40))], **lists}
    return month_of(document("haninge", "2026-03", **content))


def paid(found):
    return {row.municipality: minutes(row.settlement.total.paid) for row in found}


def test_all_five_are_registered_and_compared():
    assert tuple(municipalities()) == KEYS
    assert tuple(row.municipality for row in compare_models(month())) == KEYS


def test_a_visit_longer_than_granted():
    found = paid(compare_models(month(performed=[visit("V1", "2026-03-10T08:00", 47, "S1")])))
    assert found == {
        "botkyrka": 40,
        "haninge": 40,
        "huddinge": 47,
        "lund": 40,
        "upplands_bro": 40,
    }


def test_double_staffing_that_the_order_text_has():
    rows = [
        visit("V1", "2026-03-10T08:00", 40, "S1"),
        visit("V2", "2026-03-10T08:00", 40, caregiver="A2", role="double"),
    ]
    both = order(("S1", "personal_care", 40), double_in_text=True)
    assert paid(compare_models(month(orders=[both], performed=rows))) == {
        "botkyrka": 40,
        "haninge": 80,
        "huddinge": 40,
        "lund": 40,
        "upplands_bro": 80,
    }


@pytest.mark.parametrize("key", KEYS)
def test_the_example_tariff_prices_every_model(key):
    content = document(key, "2026-03", orders=[order(("S1", "personal_care", 30))], demo=True)
    content["performed"] = [visit("V1", "2026-03-10T08:00", 30, "S1")]
    demo = month_of(content)
    tariff = example_tariff(key, demo.first)
    assert {price.name for price in municipalities()[key].prices} == set(tariff.prices)
    row = next(one for one in compare_models(demo, {key: tariff}) if one.municipality == key)
    assert row.settlement is not None
    assert minutes(row.settlement.total.paid) == 30
    assert row.settlement.total.ore == 20_000
