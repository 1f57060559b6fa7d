"""Wall-clock time in Sweden and moments on the time line, both daylight-saving nights included.

A wall time that does not exist (the last Sunday of March, 02:00-03:00) moves forward by the hour
that is skipped; one that occurs twice (the last Sunday of October) is the first of the two.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from planner.model.units import Instant

ZONE = ZoneInfo("Europe/Stockholm")
"""The one time zone of planning."""

MIDNIGHT = time(0)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def instant(moment: datetime) -> Instant:
    """Return an aware ``moment`` as whole seconds of UTC, fractions cut off.

    Raises ``ValueError`` for a naive datetime.
    """
    if moment.tzinfo is None:
        raise ValueError(f"moment without time zone: {moment.isoformat()}; give an offset")
    offset = moment.utcoffset() or timedelta()
    elapsed = moment.replace(tzinfo=UTC) - _EPOCH - offset
    return Instant(elapsed // timedelta(seconds=1))


def instant_of(day: date, wall: time) -> Instant:
    """Return the moment when the clock on the wall shows ``wall`` on ``day``."""
    return instant(datetime.combine(day, wall.replace(fold=0), tzinfo=ZONE))


def day_start(day: date) -> Instant:
    """Return midnight at the start of ``day``; the next one is 23, 24 or 25 hours later."""
    return instant_of(day, MIDNIGHT)


def moment(at: Instant) -> datetime:
    """Return ``at`` as an aware datetime on the Swedish clock."""
    return datetime.fromtimestamp(at, tz=ZONE)


def wall_time(at: Instant) -> time:
    """Return what the clock on the wall shows at ``at``, without zone."""
    return moment(at).time()


def day_of(at: Instant) -> date:
    """Return the Swedish date at ``at``."""
    return moment(at).date()
