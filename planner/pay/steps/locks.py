"""Approval: the moment a month is locked, and what that makes of a row."""

from datetime import date, datetime, time, timedelta

from planner.calendar.working_days import WorkingDays
from planner.model.units import Instant
from planner.pay.account import Period
from planner.pay.lines import Status
from planner.pay.steps.days import at, end_of, instant


def nth_working_day(month_after: date, count: int, working_days: WorkingDays) -> date:
    """Return the ``count``-th working day of the month that begins on ``month_after``."""
    return working_days.add(month_after - timedelta(days=1), count)


def lock_after(period: Period, count: int, clock: time | None = None) -> Instant:
    """Return the lock on the ``count``-th working day of the month after ``period``.

    At ``clock``, or at the end of that day (the first moment that is too late).
    """
    day = nth_working_day(period.last + timedelta(days=1), count, period.working_days)
    return instant(end_of(day) if clock is None else at(day, clock))


def approval(approved: datetime | None, lock: Instant | None, period: Period) -> Status:
    """Return what approval makes of a row: sure, pending or locked out.

    Approved before the lock: sure. Not approved: pending until the lock, then locked out; sure
    where nobody asks (``period.settled`` is ``None``).
    """
    settled = period.settled
    if approved is not None and (settled is None or instant(approved) <= settled):
        return Status.LOCKED_OUT if lock is not None and instant(approved) >= lock else Status.SURE
    if settled is None:
        return Status.SURE
    return Status.LOCKED_OUT if lock is not None and settled >= lock else Status.PENDING
