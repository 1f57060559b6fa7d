"""Avstämning: what was planned, performed and granted, and what is to be explained."""

import pytest

from planner.pay.lines import Status
from planner.pay.model.kinds import Verdict
from planner.pay.reasons import Reason
from planner.pay.reconciliation import Marks, is_marked, reconcile
from planner.usecases.settle_month import settle_month
from tests.build.months import document, month_of, order, span, visit


def reconciled(**lists):
    content = document(
        "upplands_bro", "2026-03", orders=[order(("S1", "personal_care", 30))], **lists
    )
    month = month_of(content)
    return reconcile(month, settle_month(month))


PLANNED = {"id": "P1", "client": "C1", "services": ["S1"], **span("2026-03-10T08:00", 35)}
LONGER = visit("V1", "2026-03-10T08:00", 45, "S1", planned=["P1"])


def test_the_three_times_side_by_side():
    found = reconciled(planned=[PLANNED], performed=[LONGER])
    (row,) = found.clients
    assert (row.planned, row.performed, row.granted) == (35 * 60, 45 * 60, 30 * 60)
    assert (row.deviation, row.declined, row.marked) == (15 * 60, 0, False)


def test_what_is_marked_is_a_setting():
    """U27 gives no number."""
    assert reconciled(performed=[LONGER]).clients[0].marked is False
    strict = {"marked_seconds": 600, "marked_share": 10}
    assert reconciled(performed=[LONGER], settings=strict).clients[0].marked is True


def test_a_deviation_waits_for_its_answer():
    (row,) = reconciled(performed=[LONGER]).deviations
    assert (row.record, row.time, row.reason) == ("V1", 15 * 60, Reason.MORE_THAN_ORDERED)
    assert (row.verdict, row.explained) == (None, False)
    asked = {"id": "Q1", "record": "V1", "verdict": "open"}
    found = reconciled(performed=[{**LONGER, "motivation": "fall"}], answers=[asked])
    assert found.unanswered == found.deviations
    assert (found.deviations[0].verdict, found.deviations[0].explained) == (Verdict.OPEN, True)


def test_an_accepted_deviation_is_no_deviation_and_a_denied_one_stays():
    answer = {"id": "Q1", "record": "V1", "verdict": "accepted"}
    assert reconciled(performed=[LONGER], answers=[answer]).deviations == ()
    denied = reconciled(performed=[LONGER], answers=[{**answer, "verdict": "denied"}])
    (row,) = denied.deviations
    assert (row.status, row.verdict) == (Status.DENIED, Verdict.DENIED)
    assert denied.unanswered == ()


@pytest.mark.parametrize(
    ("performed", "granted", "expected"),
    [
        (10 * 3600, 10 * 3600, False),
        (14 * 3600, 10 * 3600, True),
        (6 * 3600, 10 * 3600, True),
        (3600, 0, False),
        (3601, 0, True),
        (115 * 3600, 100 * 3600, False),
        (115 * 3600 + 1, 100 * 3600, True),
    ],
)
def test_marked_by_more_than_an_hour_and_fifteen_per_cent(performed, granted, expected):
    assert is_marked(performed, granted, Marks()) is expected
