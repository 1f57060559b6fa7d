"""Lock a month, and hand planned time over: what goes to the store for good."""

from datetime import datetime
from typing import Protocol

from planner.exchange.documents import write_month
from planner.exchange.settlements import write_json
from planner.model.case import Case
from planner.model.plan import Plan
from planner.pay.feedback import TimeRow, time_rows
from planner.pay.forecast.from_plan import planned_visits
from planner.pay.model.month import Month
from planner.pay.settlement import MonthKey, Settlement


class MonthStore(Protocol):
    """Keeps locked months."""

    def lock_month(
        self, key: MonthKey, document: str, basis: str, now: datetime
    ) -> tuple[int, bool]:
        """Store ``document`` and its ``basis`` for good; return its number, and if it is new."""
        ...


class TimeStore(Protocol):
    """Keeps planned time that was handed over."""

    def publish_time(
        self, plan: str, rows: tuple[TimeRow, ...], reason: str, now: datetime
    ) -> tuple[TimeRow, ...]:
        """Store what differs from what was last handed over, and return it."""
        ...


def lock_month(
    month: Month, settlement: Settlement, store: MonthStore, now: datetime
) -> tuple[int, bool]:
    """Lock ``month``, settled as ``settlement``; return its number, and whether it is new.

    Locking the same settlement again changes nothing; another one for a locked month is refused
    by the store.
    """
    return store.lock_month(
        settlement.key, write_json(settlement).decode(), write_month(month).decode(), now
    )


def publish_time(
    case: Case, plan: Plan, store: TimeStore, *, reason: str, now: datetime
) -> tuple[TimeRow, ...]:
    """Hand over the planned time of ``plan``; return the rows that are new or changed."""
    return store.publish_time(plan.id, time_rows(planned_visits(case, plan)), reason, now)
