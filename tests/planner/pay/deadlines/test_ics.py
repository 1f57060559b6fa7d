"""The calendar file: its moments, its lines, and nobody's code in it."""

from datetime import UTC, date, datetime

from planner.pay.deadlines.ics import calendar
from planner.pay.deadlines.kinds import EventKind, Municipality
from planner.pay.deadlines.to_dos import to_dos
from tests.build.deadlines import LONG_AGO, unit

STAMP = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def written(text: str) -> list[str]:
    events = {"O1": (EventKind.ORDER_SENT, "2026-03-28 12:00")}
    facts = unit(Municipality.UPPLANDS_BRO, events=events)
    rows = to_dos(facts, date(2026, 3, 29), date(2026, 3, 30), LONG_AGO)
    return calendar([(row, text) for row in rows], STAMP).decode().split("\r\n")


def test_moments_are_in_utc_and_whole_days_are_days():
    lines = written("x")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTAMP:20260301T120000Z" in lines
    assert "DTSTART:20260329T110000Z" in lines, "24 h after 12:00 in winter time"
    assert not any(line.startswith("DTEND:") for line in lines), "an end must come after its start"
    assert "DTSTART;VALUE=DATE:20260330" in lines
    assert "DTEND;VALUE=DATE:20260331" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_no_client_is_named():
    assert not any("C1" in line for line in written("x"))


def test_lines_are_escaped_and_folded_between_characters():
    text = "Skicka; nu, \\ genast " + "åäö" * 40
    lines = written(text)
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = "\r\n".join(lines).replace("\r\n ", "")
    assert "SUMMARY:Skicka\\; nu\\, \\\\ genast " + "åäö" * 40 in whole
