"""Planned time for the compensation system: rows, and what has changed since."""

from planner.pay.feedback import changed, time_rows
from tests.build.months import document, month_of, order, span


def rows(*planned):
    services = order(("S1", "personal_care"), ("S2", "meal"))
    content = document("upplands_bro", "2026-03", orders=[services], planned=list(planned))
    return time_rows(month_of(content).planned)


def visit(name, day, length, *services, **more):
    row = {"id": name, "client": "C1", "services": list(services or ("S1",))}
    return {**row, **span(f"2026-03-{day}T08:00", length), **more}


def told(found):
    return [(row.service, row.day.day, row.seconds // 60, row.staff // 60) for row in found]


def test_time_by_client_service_and_day():
    found = rows(
        visit("P1", "10", 30, "S1", "S2", times=[1200, 600]),
        visit("P2", "10", 20),
        visit("P3", "10", 15, role="double"),
        visit("P4", "11", 10, "S2"),
    )
    assert told(found) == [("S1", 10, 40, 55), ("S2", 10, 10, 10), ("S2", 11, 10, 10)]


def test_only_what_differs_is_new():
    before = rows(visit("P1", "10", 30), visit("P2", "11", 20))
    after = rows(visit("P1", "10", 30), visit("P2", "11", 25))
    assert changed(after, before) == after[1:]
    assert changed(before, before) == ()


def test_what_falls_out_is_a_row_without_time_once():
    before = rows(visit("P1", "10", 30), visit("P2", "10", 20, "S2"))
    after = rows(visit("P1", "10", 30))
    gone = changed(after, before)
    assert told(gone) == [("S2", 10, 0, 0)]
    assert changed(after, (*before, *gone)) == ()


def test_days_that_the_new_plan_does_not_have_are_left_alone():
    before = rows(visit("P1", "10", 30), visit("P2", "20", 20))
    assert changed(rows(visit("P1", "10", 30)), before) == ()
