"""Names that occur twice or lead nowhere are told; the rest of the document is used."""

import pytest

from planner.model.findings import Severity
from planner.pay.deadlines.check_facts import check_facts
from planner.pay.deadlines.facts import Done, UnitFacts
from planner.pay.deadlines.kinds import DateKind, EventKind, Municipality
from tests.build.deadlines import swedish, unit

EVENTS = {"O1": (EventKind.ORDER_SENT, "2026-03-02 10:00")}


def test_a_sound_document_has_no_faults():
    done = (
        Done(deadline="U09", about="O1", at=swedish("2026-03-02 11:00")),
        Done(deadline="U29", about="2026-02", at=swedish("2026-03-02 11:00")),
        Done(deadline="U90", about="2026-W20", at=swedish("2026-03-02 11:00")),
    )
    assert check_facts(unit(Municipality.UPPLANDS_BRO, events=EVENTS, done=done)) == ()


@pytest.mark.parametrize(
    ("deadline", "about", "code", "path", "suggestion"),
    [
        ("U009", "O1", "deadline_unknown", "$.done[0].deadline", "U09"),
        ("N19", "2026-02", "deadline_unknown", "$.done[0].deadline", None),
        ("U09", "O7", "fact_unknown", "$.done[0].about", None),
        ("U29", "2026-13", "fact_unknown", "$.done[0].about", None),
        ("U90", "2026-05", "fact_unknown", "$.done[0].about", None),
    ],
)
def test_what_is_done_must_be_there(deadline, about, code, path, suggestion):
    done = (Done(deadline=deadline, about=about, at=swedish("2026-03-02 11:00")),)
    (fault,) = check_facts(unit(Municipality.UPPLANDS_BRO, events=EVENTS, done=done))
    assert (fault.code, fault.path, fault.severity) == (code, path, Severity.ERROR)
    assert suggestion is None or fault.parameters.get("suggestion") == suggestion


def test_a_fact_that_no_rule_asks_for_is_a_warning():
    days = {"C1": (DateKind.MEAL_DELIVERY, "2026-03-02")}
    (fault,) = check_facts(unit(Municipality.LUND, days=days))
    assert (fault.code, fault.severity) == ("fact_without_deadline", Severity.WARNING)
    assert fault.path == "$.days[0].kind"


def test_the_same_fact_twice_is_an_error():
    once = unit(Municipality.UPPLANDS_BRO, events=EVENTS)
    twice = UnitFacts.model_validate({**once.model_dump(), "events": (*once.events, *once.events)})
    (fault,) = check_facts(twice)
    assert (fault.code, fault.path) == ("id_duplicate", "$.events[1].id")
