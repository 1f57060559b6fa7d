"""Planned time for the compensation system, as CSV or JSON."""

import json
from collections.abc import Iterable

from planner.exchange.settlements import minutes, rows_as_csv
from planner.pay.feedback import TimeRow

COLUMNS = ("plan", "client", "service", "day", "minutes", "minutes_staff", "reason")
"""The columns of the CSV, in order."""


def time_as_csv(plan: str, rows: Iterable[TimeRow], reason: str) -> str:
    """Return ``rows`` of ``plan`` as CSV text with semicolons."""
    cells = (
        (
            plan,
            row.client,
            row.service,
            row.day.isoformat(),
            minutes(row.seconds),
            minutes(row.staff),
            reason,
        )
        for row in rows
    )
    return rows_as_csv(COLUMNS, cells)


def time_as_json(plan: str, rows: Iterable[TimeRow], reason: str) -> str:
    """Return ``rows`` of ``plan`` as JSON text; times in seconds."""
    content = {
        "plan": plan,
        "reason": reason,
        "rows": [
            {
                "client": row.client,
                "service": row.service,
                "day": row.day.isoformat(),
                "time": row.seconds,
                "staff": row.staff,
            }
            for row in rows
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
