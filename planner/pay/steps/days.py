"""Days of the planning time zone: which day a moment belongs to, and when a day begins."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from planner.model.units import Instant, Seconds

ZONE = ZoneInfo("Europe/Stockholm")


def day_of(moment: datetime) -> date:
    """Return the day that ``moment`` belongs to on a Swedish wall clock."""
    return moment.astimezone(ZONE).date()


def at(day: date, clock: time) -> datetime:
    """Return the moment when a Swedish wall clock shows ``clock`` on ``day``, in UTC.

    On the spring night a clock time that is skipped moves forward; on the autumn night the first
    of two counts.
    """
    return datetime.combine(day, clock, ZONE).astimezone(UTC)


def end_of(day: date) -> datetime:
    """Return the first moment after ``day``, in UTC."""
    return at(day + timedelta(days=1), time())


def seconds_between(start: datetime, end: datetime) -> Seconds:
    """Return the elapsed seconds from ``start`` to ``end``, 0 when it is not after."""
    return Seconds(max(0, int((end - start).total_seconds())))


def instant(moment: datetime) -> Instant:
    """Return ``moment`` as whole seconds since 1970."""
    return Instant(int(moment.timestamp()))


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Return the days from ``first`` to ``last``, both included; none when reversed."""
    return tuple(first + timedelta(days=step) for step in range((last - first).days + 1))
