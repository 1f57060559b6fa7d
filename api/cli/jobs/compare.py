"""``hemrunda compare-models``: the same month under every compensation model, side by side."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from api.cli.exits import ExitCode
from api.cli.faults import print_faults
from api.cli.month_source import MonthAsk, given_month
from api.cli.pay_documents import naming, read_tariff_file
from api.cli.pay_tables import amount, print_table, why
from api.cli.session import Session
from planner.exchange.settlements import minutes, rows_as_csv, total_content
from planner.pay.lines import Status
from planner.pay.reasons import Reason
from planner.pay.settlement import Settlement
from planner.usecases.forecast_month import Compared, compare_models

_COLUMNS = ("municipality", "paid", "unpaid", "billed", "count", "why", "kronor")


def compare_given(
    session: Session, source: MonthAsk, tariffs: Sequence[Path], form: str
) -> ExitCode:
    """Settle a month under every model; the tariffs find their municipalities."""
    given = given_month(source)
    month = given.month
    print_faults(session, naming(given.name, given.faults))
    prices = {row.municipality: row for row in map(read_tariff_file, tariffs)}
    found = compare_models(month, prices)
    for row in found:
        if row.settlement is None or row.municipality == month.municipality:
            print_faults(session, naming(given.name, row.faults))
    if form == "json":
        content = [_content(row) for row in found]
        session.show(json.dumps(content, ensure_ascii=False, indent=1))
        return ExitCode.DONE
    rows = [_cells(session, row) for row in found]
    if form == "csv":
        session.show(rows_as_csv(_COLUMNS, rows).rstrip())
    else:
        title = session.words.say("pay.compare_title", month=month.month)
        print_table(session, title, _COLUMNS, rows)
    return ExitCode.DONE


def _cells(session: Session, row: Compared) -> tuple[str, ...]:
    """Return one model's figures in minutes."""
    if row.settlement is None:
        return (row.name, *("" for _ in _COLUMNS[1:]))
    total = row.settlement.total
    unpaid = _unpaid(row.settlement)
    return (
        row.name,
        minutes(total.paid),
        minutes(sum(unpaid.values())),
        minutes(total.billed),
        str(total.count[Status.SURE]),
        why(session.words, unpaid),
        amount(session.words, total),
    )


def _unpaid(settlement: Settlement) -> Counter[Reason]:
    """Return the seconds that are not surely paid, by reason."""
    found: Counter[Reason] = Counter()
    for line in settlement.lines:
        if line.status is not Status.SURE and line.time:
            found[line.reason] += line.time
    return found


def _content(row: Compared) -> dict[str, object]:
    """Return one model's figures as JSON values; times in seconds."""
    content: dict[str, object] = {"municipality": row.municipality, "name": row.name}
    if row.settlement is None:
        return {**content, "faults": [fault.code for fault in row.faults]}
    unpaid = {reason.value: time for reason, time in _unpaid(row.settlement).items()}
    return {**content, **total_content(row.settlement.total), "unpaid": unpaid}
