"""To-dos as a calendar file (iCalendar, RFC 5545), without any client's code."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from planner.pay.deadlines.to_dos import ToDo

_WIDEST = 74
"""Octets of a line before it is folded; the standard's limit is 75."""


def calendar(rows: Iterable[tuple[ToDo, str]], stamp: datetime) -> bytes:
    """Return a calendar with one entry for each to-do and its text, made at ``stamp``.

    What is due in the course of a day is an entry of the whole day, what is due at a moment one
    without length. An entry names its rule and
    what it is about by the unit's own id; who the client is stays out of calendars.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hemrunda//deadlines//SV"]
    for row, text in rows:
        lines += _entry(row, text, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _entry(row: ToDo, text: str, stamp: datetime) -> Iterator[str]:
    """Yield the lines of one to-do."""
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(f'{row.unit}-{row.deadline}-{row.about}')}@hemrunda"
    yield f"DTSTAMP:{_utc(stamp)}"
    if row.whole_day:
        yield f"DTSTART;VALUE=DATE:{row.due:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{row.due.date() + timedelta(days=1):%Y%m%d}"
    else:
        yield f"DTSTART:{_utc(row.due)}"
    yield f"SUMMARY:{_escaped(text)}"
    yield f"CATEGORIES:{row.stake.value}"
    yield "END:VEVENT"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Return ``text`` with the signs that mean something in a calendar file escaped."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Yield ``line`` in parts of at most ``_WIDEST`` octets, no character cut in two."""
    part = ""
    for sign in line:
        if len((part + sign).encode()) > _WIDEST:
            yield part
            part = " "
        part += sign
    yield part
