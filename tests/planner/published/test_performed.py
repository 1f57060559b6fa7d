"""Performed visits from imported month documents."""

import json
from dataclasses import dataclass
from datetime import date

from planner.model.visits import VisitKind
from planner.pay.model.month import Month
from planner.pay.settlement import MonthKey
from planner.published.performed import FromMonths

FIRST, LAST = date(2026, 2, 20), date(2026, 3, 5)


def month(name="2026-03", municipality="upplands_bro", performed=()):
    services = [
        {"id": "S1", "kind": "personal_care"},
        {"id": "S2", "kind": "phone_visit"},
        {"id": "S3", "kind": "escort"},
    ]
    order = {"id": "O1", "client": "C1", "start": "2026-01-01", "services": services}
    return Month.model_validate_json(
        json.dumps(
            {
                "id": f"{municipality}-{name}",
                "municipality": municipality,
                "month": name,
                "clients": [{"id": "C1"}, {"id": "C2"}],
                "orders": [order],
                "performed": list(performed),
            }
        )
    )


def visit(name, start, end, **changes):
    fields = {"id": name, "client": "C1", "services": ["S1"], "caregiver": "A1"}
    return fields | {"start": f"2026-{start}Z", "end": f"2026-{end}Z"} | changes


@dataclass
class Drawer:
    months: tuple[Month, ...]

    def month_keys(self, month):
        rows = [row for row in self.months if row.month == month]
        return tuple({MonthKey(r.municipality, r.provider, r.unit, r.month): 0 for r in rows})

    def month_documents(self, key):
        wanted = key.municipality, key.month
        return [row for row in self.months if (row.municipality, row.month) == wanted]


def rows(*months, municipality="Upplands-Bro"):
    return FromMonths(Drawer(months)).performed(municipality, FIRST, LAST)


def test_a_performed_visit_is_a_visit_of_the_past():
    given = visit("V1", "03-02T07:00:00", "03-02T07:30:00")
    (row,) = rows(month(performed=[given]))
    assert (row.client, row.caregiver, row.duration, row.seat) == ("C1", "A1", 1800, 1)
    assert (row.kind, row.personal_care, row.guest) == (VisitKind.HOME, True, False)


def test_both_months_of_the_fortnight_are_read_and_nothing_outside_it():
    february = [
        visit("V1", "02-21T08:00:00", "02-21T08:10:00"),
        visit("V2", "02-19T08:00:00", "02-19T08:10:00"),
    ]
    march = [
        visit("V3", "03-05T08:00:00", "03-05T08:10:00"),
        visit("V4", "03-06T08:00:00", "03-06T08:10:00"),
    ]
    found = rows(month("2026-02", performed=february), month(performed=march))
    assert [row.start.day for row in found] == [21, 5]


def test_another_municipality_is_not_asked():
    given = visit("V1", "03-02T07:00:00", "03-02T07:30:00")
    assert rows(month(performed=[given]), municipality="Lund") == ()


def test_second_caregivers_calls_and_visits_elsewhere_are_told_apart():
    at = ("03-02T07:00:00", "03-02T07:30:00")
    given = [
        visit("V1", *at, role="double", caregiver="A2"),
        visit("V2", *at, services=["S2"]),
        visit("V3", *at, services=["S3"], outside_home=True),
        visit("V4", *at, joint=["C2"]),
    ]
    found = rows(month(performed=given))
    assert [(row.client, row.seat, row.kind.value, row.guest) for row in found] == [
        ("C1", 2, "home", False),
        ("C1", 1, "phone", False),
        ("C1", 1, "elsewhere", False),
        ("C1", 1, "home", False),
        ("C2", 1, "home", True),
    ]


def test_a_registration_that_was_never_ended_is_cut_and_an_empty_one_left_out():
    given = [
        visit("V1", "03-02T07:00:00", "03-04T07:00:00"),
        visit("V2", "03-02T07:00:00", "03-02T07:00:00"),
    ]
    assert [row.duration for row in rows(month(performed=given))] == [12 * 3600]
