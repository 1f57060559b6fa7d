"""The basis of hours (N30): registered, granted and paid, with clients only inside the house."""

from typing import Any

from planner.pay.invoice.hours import hours_of
from planner.pay.model.kinds import Insats
from tests.build.months import document, month_of, order, visit
from tests.build.months import settled as settled_month

VISITS = [
    visit("V1", "2026-01-07T08:00", 40, "S1"),
    visit("V2", "2026-01-08T08:00", 50, "S1"),
    visit("V3", "2026-01-09T08:00", 20, "S2", client="C2"),
]
ORDERS = [
    order(("S1", "personal_care", 45)),
    order(
        client="C2",
        id="O2",
        services=[{"id": "S2", "kind": "shower"}],
        grant={"time": 3600, "per": "week"},
    ),
]
CLIENTS = [{"id": "C1"}, {"id": "C2", "reference": "350101"}]


def hours(*, by_client: bool):
    lists: dict[str, Any] = {"orders": ORDERS, "performed": VISITS, "clients": CLIENTS}
    month = month_of(document("upplands_bro", "2026-01", **lists))
    settlement = settled_month("upplands_bro", "2026-01", **lists)
    found = hours_of(settlement, month, "75219", by_client=by_client)
    return {(row.reference, row.client, row.insats): row for row in found}


def test_by_reference_and_service():
    found = hours(by_client=False)
    care = found["75219", None, Insats.PERSONAL_CARE]
    assert care.registered == 90 * 60
    assert care.granted == 2 * 45 * 60
    assert care.paid == 85 * 60
    assert care.waiting + care.refused == 5 * 60
    shower = found["350101", None, Insats.SHOWER]
    assert (shower.registered, shower.paid, shower.granted) == (1200, 1200, 0)
    whole = found["350101", None, None]
    assert whole.granted == 31 * 3600 // 7 or abs(whole.granted - 31 * 3600 / 7) < 1


def test_registered_is_what_was_decided_about():
    for row in hours(by_client=False).values():
        assert row.registered == row.paid + row.waiting + row.refused


def test_clients_stay_inside():
    assert {client for _, client, _ in hours(by_client=False)} == {None}
    assert {client for _, client, _ in hours(by_client=True)} == {"C1", "C2"}
