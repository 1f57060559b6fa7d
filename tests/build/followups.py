"""A month with declined visits, alarms and registrations to follow up."""

from typing import Any

from planner.pay.model.month import Month
from tests.build.months import document, month_of, order, visit


def declined(name: str, start: str, told: str, client: str = "C1", **more: Any) -> dict[str, Any]:
    """Return a declined visit of half an hour; moments are local time in winter."""
    return {
        "id": name,
        "client": client,
        "services": ["S1"],
        "start": f"{start}:00+01:00",
        "end": f"{start[:-2]}30:00+01:00",
        "declined": f"{told}:00+01:00",
        **more,
    }


def alarm(name: str, called: str, arrived: str | None = None, **more: Any) -> dict[str, Any]:
    """Return an alarm call on 7 January 2026 at the clock time ``called``."""
    day = "2026-01-07T"
    row = {"id": name, "client": "C1", "called": f"{day}{called}+01:00", **more}
    return row if arrived is None else {**row, "arrived": f"{day}{arrived}+01:00"}


def month_with(municipality: str = "upplands_bro", **lists: Any) -> Month:
    """Return January 2026 with ``lists`` and an order for C1."""
    given = {"orders": [order(("S1", "personal_care", 30))], **lists}
    return month_of(document(municipality, "2026-01", **given))


__all__ = ["alarm", "declined", "month_with", "visit"]
