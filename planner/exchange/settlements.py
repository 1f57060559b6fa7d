"""Settlements as files: every line as CSV, everything as JSON. Codes of clients, no names."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planner.model.findings import Fault
from planner.pay.lines import Line
from planner.pay.money import ore_of, spread
from planner.pay.reconciliation import Reconciliation
from planner.pay.settlement import Settlement
from planner.pay.totals import Total, totals_by

COLUMNS = (
    "client",
    "day",
    "source",
    "record",
    "insats",
    "service",
    "reference",
    "status",
    "reason",
    "rules",
    "minutes",
    "minutes_paid",
    "minutes_billed",
    "minutes_staff",
    "count",
    "count_billed",
    "price",
    "kronor",
)
"""The columns of the CSV, in order."""


@dataclass(frozen=True, slots=True)
class Sums:
    """The totals of a settlement: of everything, and by client, service and reference."""

    total: Total
    clients: Mapping[str, Total]
    services: Mapping[str, Total]
    references: Mapping[str, Total]


def sums_of(settlement: Settlement) -> Sums:
    """Return the totals of ``settlement``."""
    lines = settlement.lines
    return Sums(
        settlement.total,
        dict(sorted(totals_by(lines, lambda line: line.client or "").items())),
        dict(sorted(totals_by(lines, lambda line: line.insats or line.source).items())),
        dict(sorted(totals_by(lines, lambda line: line.reference or "").items())),
    )


def minutes(seconds: int) -> str:
    """Return ``seconds`` as minutes, exactly where that takes at most two decimals."""
    whole, rest = divmod(abs(seconds), 60)
    sign = "-" if seconds < 0 else ""
    return f"{sign}{whole}" if not rest else f"{sign}{Decimal(abs(seconds)) / 60:.2f}"


def kronor(ore: int | None) -> str:
    """Return öre as kronor with two decimals; empty without a tariff."""
    return "" if ore is None else f"{Decimal(ore) / 100:.2f}"


def write_csv(settlement: Settlement) -> bytes:
    """Return the lines as CSV for Swedish spreadsheets: semicolons, UTF-8 with byte order mark.

    The column ``kronor`` adds up to the öre: each line has the difference of the rounded running
    sums of its price and status.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line, ore in zip(settlement.lines, line_ore(settlement.lines), strict=True):
        row = _cells(line, ore)
        writer.writerow([row[name] for name in COLUMNS])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def line_ore(lines: Sequence[Line]) -> list[int | None]:
    """Return the öre of each line so that the lines of a price and status add up exactly."""
    groups: dict[tuple[str | None, str], list[int]] = {}
    for number, line in enumerate(lines):
        if line.amount is not None:
            groups.setdefault((line.price, line.status), []).append(number)
    found: list[int | None] = [None] * len(lines)
    for numbers in groups.values():
        amounts = [lines[number].amount or 0 for number in numbers]
        for number, ore in zip(numbers, spread(amounts), strict=True):
            found[number] = ore
    return found


def write_json(settlement: Settlement, reconciliation: Reconciliation | None = None) -> bytes:
    """Return everything as JSON: sums, lines, faults and the avstämning. Times in seconds."""
    sums = sums_of(settlement)
    content: dict[str, object] = {
        "municipality": settlement.municipality,
        "provider": settlement.provider,
        "unit": settlement.unit,
        "month": settlement.month,
        "tariff": settlement.tariff,
        "total": total_content(sums.total),
        "clients": _table(sums.clients),
        "services": _table(sums.services),
        "references": _table(sums.references),
        "lines": [_line(line) for line in settlement.lines],
        "faults": [fault_content(fault) for fault in settlement.faults],
    }
    if reconciliation is not None:
        content["reconciliation"] = _reconciliation(reconciliation)
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def total_content(total: Total) -> dict[str, object]:
    """Return ``total`` as JSON values: seconds, pieces and öre."""
    ore = None
    if total.amount is not None:
        ore = {status.value: ore_of(amount) for status, amount in total.amount.items()}
    return {
        "paid": total.paid,
        "time": {status.value: time for status, time in total.time.items()},
        "count": {status.value: count for status, count in total.count.items()},
        "billed": total.billed,
        "billed_count": total.billed_count,
        "staff": total.staff,
        "ore": ore,
    }


def fault_content(fault: Fault) -> dict[str, object]:
    """Return ``fault`` as JSON values, without what stands at its place."""
    return {"code": fault.code, "severity": fault.severity.value, "path": fault.path}


def _table(totals: Mapping[str, Total]) -> list[dict[str, object]]:
    """Return totals by name as a list of rows."""
    return [{"name": name, **total_content(total)} for name, total in totals.items()]


def _line(line: Line) -> dict[str, object]:
    """Return ``line`` as JSON values."""
    return {
        "client": line.client,
        "day": line.day.isoformat(),
        "source": line.source.value,
        "record": line.record,
        "insats": line.insats,
        "service": line.service,
        "reference": line.reference,
        "status": line.status.value,
        "reason": line.reason.value,
        "rules": list(line.rules),
        "time": line.time,
        "paid": line.paid,
        "billed": line.billed,
        "staff": line.staff,
        "count": line.count,
        "billed_count": line.billed_count,
        "price": line.price,
        "ore": None if line.amount is None else ore_of(line.amount),
        "amount": line.amount,
    }


def _cells(line: Line, ore: int | None) -> dict[str, str]:
    """Return ``line`` as the cells of its row."""
    return {
        "client": line.client or "",
        "day": line.day.isoformat(),
        "source": line.source,
        "record": line.record,
        "insats": line.insats or "",
        "service": line.service or "",
        "reference": line.reference or "",
        "status": line.status,
        "reason": line.reason,
        "rules": " ".join(line.rules),
        "minutes": minutes(line.time),
        "minutes_paid": minutes(line.paid),
        "minutes_billed": minutes(line.billed),
        "minutes_staff": minutes(line.staff),
        "count": str(line.count),
        "count_billed": str(line.billed_count),
        "price": line.price or "",
        "kronor": kronor(ore),
    }


def _reconciliation(found: Reconciliation) -> dict[str, object]:
    """Return the avstämning as JSON values."""
    return {
        "clients": [
            {
                "client": row.client,
                "planned": row.planned,
                "performed": row.performed,
                "granted": row.granted,
                "declined": row.declined,
                "deviation": row.deviation,
                "marked": row.marked,
            }
            for row in found.clients
        ],
        "deviations": [
            {
                "record": row.record,
                "client": row.client,
                "day": row.day.isoformat(),
                "time": row.time,
                "count": row.count,
                "status": row.status.value,
                "reason": row.reason.value,
                "verdict": row.verdict,
                "explained": row.explained,
            }
            for row in found.deviations
        ],
    }


def rows_as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return ``rows`` under ``columns`` as CSV text with semicolons."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()
