"""Huddinge's monthly forms: portions (H29), deviations (H31) with their reasons (H30)."""

from datetime import date

from planner.pay.invoice.forms import Deviation, Portions, deviations_of, portions_of
from planner.pay.model.kinds import Away
from tests.build.months import document, month_of

MEALS = [
    {"id": "L1", "client": "C2", "boxes": 7, "delivered": "2026-01-05"},
    {"id": "L2", "client": "C2", "boxes": 7, "delivered": "2026-01-12"},
    {"id": "L3", "client": "C1", "boxes": 3, "delivered": "2026-01-12"},
    {"id": "L4", "client": "C1", "boxes": 3, "delivered": "2026-01-12", "wrong": True},
    {"id": "L5", "client": "C3", "boxes": 3, "ordered_for": "2026-01-13"},
    {"id": "L6", "client": "C3", "boxes": 3, "delivered": "2026-02-02"},
]


def absence(name, client, start, end=None, reason="hospital"):
    row = {"id": name, "client": client, "start": f"{start}T12:00:00+01:00", "reason": reason}
    return row | ({} if end is None else {"end": f"{end}T12:00:00+01:00"})


def test_portions_by_client():
    month = month_of(document("huddinge", "2026-01", meals=MEALS))
    assert portions_of(month) == (Portions("C1", 3, 1), Portions("C2", 14, 2))  # type: ignore[arg-type]


def test_deviations_are_cut_to_the_month():
    declined = {
        "id": "D1",
        "client": "C1",
        "start": "2026-01-20T08:00:00+01:00",
        "end": "2026-01-20T08:30:00+01:00",
        "declined": "2026-01-19T08:00:00+01:00",
    }
    rows = [
        absence("A1", "C2", "2025-12-28", "2026-01-03"),
        absence("A2", "C1", "2026-01-30", reason="short_term"),
        absence("A3", "C3", "2026-02-01", "2026-02-03"),
        absence("A4", "C3", "2026-01-31", "2026-02-03"),
    ]
    partly = {**declined, "id": "D2", "partly": True}
    lists = {"absences": rows, "declined": [declined, partly]}
    found = deviations_of(month_of(document("huddinge", "2026-01", **lists)))
    assert found == (
        Deviation("C1", Away.DECLINED, date(2026, 1, 20), date(2026, 1, 20), goes_on=False),  # type: ignore[arg-type]
        Deviation("C1", Away.SHORT_TERM, date(2026, 1, 30), date(2026, 1, 31), goes_on=True),  # type: ignore[arg-type]
        Deviation("C2", Away.HOSPITAL, date(2026, 1, 1), date(2026, 1, 3), goes_on=False),  # type: ignore[arg-type]
        Deviation("C3", Away.HOSPITAL, date(2026, 1, 31), date(2026, 1, 31), goes_on=True),  # type: ignore[arg-type]
    )
    assert [row.days for row in found] == [1, 2, 3, 1]
