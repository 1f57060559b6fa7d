"""``hemrunda reconcile``: planned, performed and granted time, and what is to be explained."""

from collections.abc import Iterator
from pathlib import Path

from api.cli.exits import ExitCode
from api.cli.faults import print_faults
from api.cli.jobs.settle import settling
from api.cli.pay_documents import naming, read_month_and_tariff, refusing
from api.cli.pay_tables import print_table, reason_of
from api.cli.session import Session
from api.words import Words
from planner.exchange.settlements import minutes, rows_as_csv, write_json
from planner.pay.reconciliation import Deviation, Reconciliation, reconcile
from planner.usecases.settle_month import settle_month

_CLIENTS = ("client", "planned", "performed", "granted", "declined", "deviation", "marked")
_ROWS = ("record", "client", "day", "time", "count", "status", "reason", "answer")


def reconcile_file(session: Session, path: Path, form: str) -> ExitCode:
    """Compare the month in ``path``: one table of clients, one of what is to be explained."""
    month, _ = read_month_and_tariff(path, None)
    with settling(session) as told:
        settlement = refusing(path, lambda: settle_month(month, progress=told))
    print_faults(session, naming(path, settlement.faults))
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
