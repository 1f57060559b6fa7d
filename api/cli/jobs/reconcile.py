"""``hemrunda reconcile``: planned, performed and granted time, and what is to be explained."""

from collections.abc import Iterator

from api.cli.exits import ExitCode
from api.cli.month_source import MonthAsk, given_month
from api.cli.pay_tables import print_table, reason_of
from api.cli.session import Session
from api.words import Words
from planner.exchange.settlements import minutes, rows_as_csv, write_json
from planner.pay.reconciliation import Deviation, Reconciliation, reconcile

_CLIENTS = ("client", "planned", "performed", "granted", "declined", "deviation", "marked")
_ROWS = ("record", "client", "day", "time", "count", "status", "reason", "answer")


def reconcile_given(session: Session, source: MonthAsk, form: str) -> ExitCode:
    """Compare a month: one table of clients, one of what is to be explained."""
    given = given_month(source)
    settlement, month = given.settled(session), given.month
    found = reconcile(month, settlement)
    words = session.words
    if form == "json":
        session.show(write_json(settlement, found).decode().rstrip())
        return ExitCode.DONE
    clients = list(_clients(found))
    rows = [_row(words, row) for row in found.deviations]
    if form == "csv":
        session.show(rows_as_csv(_CLIENTS, clients).rstrip())
        session.show(rows_as_csv(_ROWS, rows).rstrip())
        return ExitCode.DONE
    print_table(session, words.say("pay.reconcile_title", month=month.month), _CLIENTS, clients)
    if rows:
        print_table(session, "", _ROWS, rows)
    else:
        session.show(words.say("pay.nothing_to_explain"))
    return ExitCode.DONE


def _clients(found: Reconciliation) -> Iterator[tuple[str, ...]]:
    """Yield a row of minutes per client."""
    for row in found.clients:
        times = (row.planned, row.performed, row.granted, row.declined, row.deviation)
        yield row.client, *map(minutes, times), "*" if row.marked else ""


def _row(words: Words, row: Deviation) -> tuple[str, ...]:
    """Return what is to be explained, in words."""
    return (
        row.record,
        row.client or "",
        row.day.isoformat(),
        minutes(row.time),
        str(row.count) if row.count else "",
        words.say(f"pay.status.{row.status}"),
        reason_of(words, row.reason),
        words.say(f"pay.verdict.{row.verdict or 'none'}"),
    )
