"""Months as plain JSON values, the way somebody writes them by hand, and their settlements."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from planner.exchange.documents import read_month
from planner.pay.lines import Line, Status
from planner.pay.model.month import Month
from planner.pay.settlement import Settlement
from planner.pay.tariff import Tariff
from planner.usecases.settle_month import settle_month

MINUTE = 60


def document(municipality: str, month: str, **lists: Any) -> dict[str, Any]:
    """Return a month document; clients that its rows name are listed if nobody lists them."""
    named = {
        row["client"]
        for rows in lists.values()
        if isinstance(rows, list)
        for row in rows
        if isinstance(row, dict) and "client" in row
    }
    return {
        "version": 1,
        "id": "M1",
        "municipality": municipality,
        "month": month,
        "clients": [{"id": code} for code in sorted(named)],
        **lists,
    }


def month_of(content: Mapping[str, Any]) -> Month:
    """Return the month that ``content`` says, read as a document is."""
    return read_month(json.dumps(content).encode())


def settled(
    municipality: str, month: str, tariff: Tariff | None = None, **lists: Any
) -> Settlement:
    """Return the settlement of a month written by hand."""
    return settle_month(month_of(document(municipality, month, **lists)), tariff)


def order(*services: tuple[str, str, int] | tuple[str, str], **more: Any) -> dict[str, Any]:
    """Return an order for client C1; a service is its id, its kind and its minutes per visit."""
    rows = [
        {"id": row[0], "kind": row[1]}
        | ({"grant": {"time": row[2] * MINUTE, "per": "visit"}} if len(row) == 3 else {})
        for row in services
    ]
    return {"id": "O1", "client": "C1", "start": "2025-01-01", "services": rows, **more}


def visit(name: str, start: str, minutes: int, *services: str, **more: Any) -> dict[str, Any]:
    """Return a performed visit to C1 by A1; ``start`` is local time in winter (+01:00)."""
    return {
        "id": name,
        "client": "C1",
        "caregiver": "A1",
        "services": list(services),
        **span(start, minutes),
        **more,
    }


def span(start: str, minutes: int) -> dict[str, str]:
    """Return start and end; ``start`` as ``2026-03-10T08:00`` in winter time."""
    hour, minute = int(start[11:13]), int(start[14:16])
    total = hour * 60 + minute + minutes
    end = f"{start[:11]}{total // 60:02d}:{total % 60:02d}"
    return {"start": f"{start}:00+01:00", "end": f"{end}:00+01:00"}


def minutes(seconds: int) -> int:
    """Return whole minutes; a second left over is a failure."""
    whole, rest = divmod(seconds, MINUTE)
    assert not rest, f"{seconds} s are no whole minutes"
    return whole


def paid(settlement: Settlement) -> int:
    """Return the minutes that are surely paid."""
    return minutes(settlement.total.paid)


def billed(settlement: Settlement) -> int:
    """Return the minutes that clients are billed for."""
    return minutes(settlement.total.billed)


def by_status(settlement: Settlement) -> dict[str, int]:
    """Return the minutes by status, those with any."""
    return {status.value: minutes(time) for status, time in settlement.total.time.items() if time}


def rules(lines: Iterable[Line]) -> set[str]:
    """Return the ids of all rules that ``lines`` name."""
    return {rule for line in lines for rule in line.rules}


def sure(settlement: Settlement) -> list[Line]:
    """Return the lines that are surely paid."""
    return [line for line in settlement.lines if line.status is Status.SURE]
