"""The facts that a month document holds, and what is done of them."""

from datetime import date

import pytest

from planner.pay.deadlines.check_facts import check_facts
from planner.pay.deadlines.facts import Done
from planner.pay.deadlines.from_month import facts_of, joined
from planner.pay.deadlines.kinds import EventKind, Municipality, State
from planner.pay.deadlines.to_dos import to_dos
from tests.build.deadlines import shown, swedish, unit
from tests.build.months import document, month_of, order, visit

FIRST, LAST = date(2026, 1, 1), date(2026, 2, 28)
APPROVED = "2026-02-02T14:00:00+01:00"
NOW = swedish("2026-02-20 12:00")


def told(municipality, **lists):
    facts = facts_of(month_of(document(municipality, "2026-01", unit="E1", **lists)))
    assert check_facts(facts) == ()
    rows = to_dos(facts, FIRST, LAST, NOW)
    return {(row.deadline, row.about): (shown(row.due), row.state) for row in rows}


@pytest.mark.parametrize(
    ("via", "deadline", "due"),
    [
        ("regular", "U09", "2026-01-08 23:59"),
        ("temporary", "U15", "2026-01-13 23:59"),
        ("on_call", "U17.order", "2026-01-13 23:59"),
    ],
)
def test_orders(via, deadline, due):
    row = order(("S1", "shower"), received="2026-01-08T10:00:00+01:00", via=via)
    assert told("upplands_bro", orders=[row])[deadline, "O1"] == (due, State.OVERDUE)


def test_a_confirmed_order_is_done_and_each_version_is_its_own():
    first = order(
        ("S1", "shower"),
        received="2026-01-08T10:00:00+01:00",
        confirmed="2026-01-09T09:00:00+01:00",
    )
    second = {**first, "version": 2, "received": "2026-01-12T10:00:00+01:00"}
    found = told("botkyrka", orders=[first, second])
    assert found["B10", "O1"] == ("2026-01-09 10:00", State.DONE)
    assert found["B10", "O1/2"] == ("2026-01-13 10:00", State.DONE)


def test_an_end_that_is_told():
    row = order(("S1", "shower"), ending={"told": "2026-01-12T10:00:00+01:00"})
    assert told("botkyrka", orders=[row])["B18", "O1"][0] == "2026-01-17 23:59"


def test_contacts_and_care_plans():
    contacts = [
        {"client": "C1", "started": "2026-01-05", "named": "2026-01-20"},
        {"client": "C2", "started": "2026-01-05", "change_wished": "2026-01-12"},
    ]
    plans = [{"id": "G1", "client": "C1", "approved_by_client": "2026-01-21T10:00:00+01:00"}]
    found = told("lund", contacts=contacts, care_plans=plans)
    assert found["L09", "C1"] == ("2026-01-19 23:59", State.DONE_LATE)
    assert found["L09", "C2"] == ("2026-01-19 23:59", State.OVERDUE)
    assert found["L10", "C2"] == ("2026-01-26 23:59", State.OVERDUE)
    assert found["L12", "C1"] == ("2026-02-04 23:59", State.DONE)
    assert found["L12", "C2"] == ("2026-02-04 23:59", State.OVERDUE)


def test_changes_and_meals():
    found = told(
        "upplands_bro",
        provider_changes=[
            {
                "id": "B1",
                "client": "C1",
                "kind": "arrived",
                "requested": "2026-01-08T10:00:00+01:00",
                "day": "2026-01-14",
            }
        ],
        meals=[{"id": "L1", "client": "C1", "boxes": 2, "ordered_for": "2026-01-19"}],
    )
    assert found["U21", "B1"] == ("2026-01-15 23:59", State.DONE)
    assert found["U91", "2026-01-19"][0] == "2026-01-14 23:59"


def test_visits_of_huddinge():
    planned = [
        {"id": name, "client": "C1", "services": ["S1"], "start": f"{day}T08:00:00+01:00",
         "end": f"{day}T08:30:00+01:00"}
        for name, day in (("P1", "2026-01-08"), ("P2", "2026-01-09"))
    ]  # fmt: skip
    performed = [
        visit(
            "V1", "2026-01-08T08:00", 30, "S1", planned=["P1"], approved="2026-02-02T14:00:00+01:00"
        ),
        visit("V2", "2026-01-10T08:00", 25, "S9"),
    ]
    found = told(
        "huddinge",
        orders=[order(("S1", "shower", 30))],
        planned=planned,
        performed=performed,
        settled="2026-02-05T12:00:00+01:00",
        answers=[{"id": "A1", "record": "V2", "reported": "2026-01-12T09:00:00+01:00"}],
    )
    assert found["H07", "P2"] == ("2026-01-11 23:59", State.OVERDUE)
    assert ("H07", "P1") not in found
    assert found["H26", "V2"] == ("2026-01-12 23:59", State.DONE)
    assert any(key[0] == "H03" and row[0] == "2026-02-05 14:00" for key, row in found.items())


def test_a_municipality_without_deadlines_is_refused():
    with pytest.raises(ValueError, match="solna"):
        facts_of(month_of(document("solna", "2026-01")))


def test_what_the_unit_says_itself_counts():
    row = order(("S1", "shower"), received="2026-01-08T10:00:00+01:00")
    month = facts_of(month_of(document("botkyrka", "2026-01", orders=[row])))
    done = Done(deadline="B10", about="O1", at=swedish("2026-01-08 11:00"))
    events = {
        "O1": (EventKind.ORDER_SENT, "2026-01-08 09:00"),
        "O2": (EventKind.ORDER_SENT, "2026-01-08 10:00"),
    }
    found = joined(unit(Municipality.BOTKYRKA, events=events, done=(done,)), month)
    assert [shown(event.at) for event in found.events] == ["2026-01-08 09:00", "2026-01-08 10:00"]
    assert [row for row in found.done if row.deadline == "B10"] == [done]
    assert joined(unit(Municipality.BOTKYRKA), month).events == month.events
