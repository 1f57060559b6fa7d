"""``hemrunda planned-time``: hand a plan's time over to the compensation system."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from api.cli.documents import read_case_and_plan
from api.cli.exits import ExitCode
from api.cli.pay_tables import print_table, tell
from api.cli.refusals import refused
from api.cli.session import Session
from api.stores import opened
from planner.exchange.planned_time import time_as_csv, time_as_json
from planner.exchange.settlements import minutes
from planner.pay.feedback import TimeRow
from planner.usecases.lock_month import publish_time

_COLUMNS = ("client", "name", "day", "planned", "staff")


@dataclass(frozen=True, slots=True)
class Ask:
    """Why there is something new, in which form, and where it is stored."""

    reason: str
    form: str
    store: str | None


def hand_over(session: Session, case: Path, plan: Path, ask: Ask) -> ExitCode:
    """Store and print the planned time that is new or changed since it was last handed over."""
    given, made = read_case_and_plan(case, plan)
    if made.case != given.id:
        raise refused("other_case", plan.name, made.case, case=given.id)
    with opened(ask.store) as store:
        rows = publish_time(given, made, store, reason=ask.reason, now=datetime.now(UTC))
    show_rows(session, made.id, rows, ask.reason, ask.form)
    return ExitCode.DONE


def show_rows(session: Session, plan: str, rows: Sequence[TimeRow], reason: str, form: str) -> None:
    """Print the rows of ``plan`` that were handed over, as a table, JSON or CSV."""
    if form == "json":
        session.show(time_as_json(plan, tuple(rows), reason))
    elif form == "csv":
        session.show(time_as_csv(plan, tuple(rows), reason).rstrip())
    else:
        title = session.words.say("pay.planned_time_title", plan=plan)
        print_table(session, title, _COLUMNS, map(_cells, rows))
    tell(session, session.words.say("pay.handed_over", count=len(rows)))


def _cells(row: TimeRow) -> tuple[str, ...]:
    """Return ``row`` in minutes."""
    return (
        row.client,
        row.service,
        row.day.isoformat(),
        minutes(row.seconds),
        minutes(row.staff),
    )
