"""``hemrunda settle``: a month's compensation as a table, CSV or JSON, and its lock."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from api.cli.exits import ExitCode
from api.cli.month_source import MonthAsk, given_month
from api.cli.outputs import refuse_bad_folder, write_file
from api.cli.pay_documents import has_errors, tariff_of
from api.cli.pay_tables import amount, insats_of, print_table, tell, total_rows
from api.cli.session import Session
from api.stores import opened
from planner.exchange.settlements import sums_of, write_csv, write_json
from planner.pay.model.month import Month
from planner.pay.reconciliation import reconcile
from planner.pay.settlement import Settlement
from planner.usecases.lock_month import lock_month


@dataclass(frozen=True, slots=True)
class Ask:
    """The tariff, the form, where files go, and whether the month is to be locked."""

    tariff: Path | None
    form: str
    out: Path | None
    lock: bool


def settle_given(session: Session, source: MonthAsk, ask: Ask) -> ExitCode:
    """Settle the month that ``source`` means: exit code 1 when rows were left out."""
    if ask.out is not None:
        refuse_bad_folder(ask.out)
    given = given_month(source)
    settlement = given.settled(session, tariff_of(given.month, ask.tariff))
    month = given.month
    _show(session, month, settlement, ask.form)
    if ask.out is not None:
        _write(session, month, settlement, ask.out)
    if ask.lock:
        _lock(session, month, settlement, source.store)
    errors = has_errors(settlement.faults)
    if errors:
        tell(session, session.words.say("pay.rows_aside", count=errors))
    return ExitCode.FAULTS if errors else ExitCode.DONE


def _show(session: Session, month: Month, settlement: Settlement, form: str) -> None:
    """Print ``settlement`` in the form asked for."""
    if form == "json":
        session.show(write_json(settlement, reconcile(month, settlement)).decode().rstrip())
    elif form == "csv":
        session.show(write_csv(settlement).decode("utf-8-sig").replace("\r\n", "\n").rstrip())
    else:
        _print(session, settlement)


def _print(session: Session, settlement: Settlement) -> None:
    """Print the sums as tables."""
    words, sums = session.words, sums_of(settlement)
    title = words.say("pay.title", municipality=settlement.municipality, month=settlement.month)
    print_table(session, title, ("figure", "value"), total_rows(words, sums.total))
    columns = ("name", "paid", "unpaid", "billed", "count", "kronor")
    for code, table in (("by_insats", sums.services), ("by_reference", sums.references)):
        rows = []
        for name, total in table.items():
            shown = insats_of(words, name) if name else words.say("pay.no_reference")
            unpaid = words.duration(sum(total.time.values()) - total.paid)
            paid, billed = words.duration(total.paid), words.duration(total.billed)
            count = words.number(sum(total.count.values()))
            rows.append((shown, paid, unpaid, billed, count, amount(words, total)))
        print_table(session, words.say(f"pay.{code}"), columns, rows)
    if settlement.tariff is None:
        session.show(words.say("pay.no_tariff"))


def _write(session: Session, month: Month, settlement: Settlement, out: Path) -> None:
    """Write the lines as CSV and everything as JSON."""
    name = f"{settlement.municipality}-{settlement.month}"
    content = write_json(settlement, reconcile(month, settlement))
    for path, data in (
        (out / f"{name}.csv", write_csv(settlement)),
        (out / f"{name}.json", content),
    ):
        tell(session, session.words.say("pay.written", path=str(write_file(path, data))))


def _lock(session: Session, month: Month, settlement: Settlement, url: str | None) -> None:
    """Lock the month in the store; a month that is locked stays as it is."""
    with opened(url) as store:
        number, new = lock_month(month, settlement, store, datetime.now(UTC))
    code = "pay.locked" if new else "pay.locked_before"
    tell(session, session.words.say(code, number=number))
