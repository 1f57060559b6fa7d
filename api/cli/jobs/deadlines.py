"""``hemrunda deadlines``: what a unit must do, and by when."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from rich import box
from rich.table import Table

from api.cli.documents import facts_in, read_facts_file
from api.cli.exits import ExitCode
from api.cli.faults import print_faults
from api.cli.month_source import MonthAsk, given_month
from api.cli.outputs import write_file
from api.cli.pay_documents import naming
from api.cli.refusals import refused
from api.cli.session import Session
from api.words import Words
from planner.calendar.clock import ZONE
from planner.model.findings import Fault
from planner.pay.deadlines.facts import UnitFacts
from planner.pay.deadlines.ics import calendar
from planner.pay.deadlines.kinds import State
from planner.pay.deadlines.to_dos import ToDo, to_dos

_AHEAD = timedelta(days=30)
_COLUMNS = ("due", "state", "rule", "what", "about", "client", "by", "stake")
_FIELDS = (
    "due",
    "act_by",
    "opens",
    "state",
    "rule",
    "what",
    "about",
    "client",
    "by",
    "stake",
    "done",
)


@dataclass(frozen=True, slots=True)
class Ask:
    """The facts, a month beside them, which days, in which form, and where the calendar goes."""

    facts: Path | None
    month: MonthAsk | None
    first: date | None
    last: date | None
    form: str
    ics: Path | None


def tell_deadlines(session: Session, ask: Ask, now: datetime) -> ExitCode:
    """Print the to-dos of the facts that ``ask`` names as they stand at ``now``."""
    unit, warnings = _facts(ask)
    first = ask.first or now.astimezone(ZONE).date()
    last = ask.last or first + _AHEAD
    if last < first:
        raise refused("days_reversed", "--to", last.isoformat(), first=first)
    print_faults(session, warnings)
    rows = to_dos(unit, first, last, now)
    if ask.form == "json":
        session.show(_as_json(rows, session.words))
    elif ask.form == "csv":
        session.show(_as_csv(rows, session.words).rstrip("\n"))
    else:
        _print_table(session, unit, rows, first, last)
    if ask.ics is not None:
        _write_calendar(session, rows, ask.ics, now)
    return ExitCode.DONE


def _facts(ask: Ask) -> tuple[UnitFacts, tuple[Fault, ...]]:
    """Return the facts and their warnings: of the file, of the month, or of both."""
    given = None if ask.month is None else given_month(ask.month)
    month = None if given is None else facts_in(given.name, given.month)
    joining = () if given is None else naming(given.name, given.faults)
    if ask.facts is not None:
        unit, warnings = read_facts_file(ask.facts, month)
        return unit, (*joining, *warnings)
    if month is None:
        raise refused("missing_argument", "FACTS")
    return month, joining


def what(words: Words, row: ToDo) -> str:
    """Return what must be done, in words."""
    return words.say(f"deadlines.what.{row.deadline.replace('.', '_')}")


def _print_table(
    session: Session, unit: UnitFacts, rows: Sequence[ToDo], first: date, last: date
) -> None:
    words = session.words
    if not rows:
        session.show(words.say("deadlines.none", first=first, last=last))
        return
    title = words.say("deadlines.title", unit=unit.unit, first=first, last=last)
    table = Table(box=box.SIMPLE_HEAD, title=title)
    for name in _COLUMNS:
        table.add_column(words.say(f"deadlines.column.{name}"))
    for row in rows:
        cells = _cells(words, row)
        table.add_row(*(cells[name] for name in _COLUMNS))
    session.out.print(table)
    states = [row.state for row in rows]
    counted = {
        name: states.count(state)
        for name, state in (
            ("overdue", State.OVERDUE),
            ("today", State.DUE_TODAY),
            ("soon", State.SOON),
        )
    }
    session.show(words.say("deadlines.counts", **counted))


def _cells(words: Words, row: ToDo) -> dict[str, str]:
    """Return every field of ``row`` as it is shown."""
    return {
        "due": _moment(words, row.due, whole_day=row.whole_day),
        "act_by": _moment(words, row.act_by, whole_day=row.whole_day),
        "opens": _moment(words, row.opens) if row.opens else "",
        "state": words.say(f"deadlines.state.{row.state.value}"),
        "rule": row.rule,
        "what": what(words, row),
        "about": row.about,
        "client": row.client or "",
        "by": words.say(f"deadlines.by.{row.by.value}"),
        "stake": words.say(f"deadlines.stake.{row.stake.value}"),
        "done": _moment(words, row.done) if row.done else "",
    }


def _moment(words: Words, at: datetime, *, whole_day: bool = False) -> str:
    form = "whole_day" if whole_day else "clock"
    return words.say(f"deadlines.{form}", day=at.astimezone(ZONE).date(), time=at)


def _as_json(rows: Sequence[ToDo], words: Words) -> str:
    found = [{**row.model_dump(mode="json"), "what": what(words, row)} for row in rows]
    return json.dumps(found, ensure_ascii=False, indent=1)


def _as_csv(rows: Sequence[ToDo], words: Words) -> str:
    """Return the rows with semicolons between, as Swedish spreadsheets want them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow([words.say(f"deadlines.column.{name}") for name in _FIELDS])
    for row in rows:
        cells = _cells(words, row)
        writer.writerow([cells[name] for name in _FIELDS])
    return text.getvalue()


def _write_calendar(session: Session, rows: Sequence[ToDo], path: Path, now: datetime) -> None:
    """Write what is still to be done as a calendar file."""
    words = session.words
    open_rows = [row for row in rows if row.done is None]
    entries = [
        (row, words.say("deadlines.entry", rule=row.rule, what=what(words, row), about=row.about))
        for row in open_rows
    ]
    written = write_file(path, calendar(entries, now))
    session.err.print(
        words.say("deadlines.calendar_written", path=str(written)), markup=False, soft_wrap=True
    )
