"""Swedish clocks: wall-clock times of the documents as seconds since 1970-01-01T00:00Z."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_START = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def seconds(moment: datetime) -> int:
    """Return a moment in whole seconds; one without a zone is read as UTC."""
    aware = moment if moment.utcoffset() is not None else moment.replace(tzinfo=UTC)
    return (aware - _START) // _SECOND


def on_the_wall(day: date, wall: time) -> int:
    """Return when clocks in Sweden show ``wall`` on ``day``.

    The hour that occurs twice is read as the first; in the one that is skipped, clocks are
    read as if they had not been turned yet.
    """
    local = datetime.combine(day, wall.replace(fold=0, tzinfo=None), _STOCKHOLM)
    return seconds(local.astimezone(UTC))


def of_shift(day: date, starts: time, ends: time, wall: time) -> int:
    """Return when clocks show ``wall`` in a shift that may run past midnight."""
    after_midnight = ends <= starts and wall < starts
    return on_the_wall(day + timedelta(days=1) if after_midnight else day, wall)


def hours_of(day: date, starts: time, ends: time) -> tuple[int, int]:
    """Return when a shift starts and ends; an end not after the start is on the next day."""
    ends_on = day + timedelta(days=1) if ends <= starts else day
    return on_the_wall(day, starts), on_the_wall(ends_on, ends)
