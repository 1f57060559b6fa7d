"""Counting in hours: at once, elapsed hours, hours of working days."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from planner.calendar.clock import ZONE
from planner.pay.deadlines.due import Due, Start, at_clock
from planner.pay.deadlines.reading import Reading

_MIDNIGHT = time(0)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AtOnce:
    """Due the moment it starts."""

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the start itself."""
        del reading
        return Due(start.at)


@dataclass(frozen=True, slots=True)
class ElapsedHours:
    """Due after ``hours`` of elapsed time, whatever the clocks show when they are changed."""

    hours: int

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the moment ``hours`` after the start."""
        del reading
        return Due(_later(start.at, timedelta(hours=self.hours)))


@dataclass(frozen=True, slots=True)
class WhenReceived:
    """Due when the reception is open: at once, or at the next opening on a working day."""

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the first moment of the reception's hours from the start on."""
        return Due(received(start.at, reading))


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Due after ``hours``, those of days that are no working days left out.

    With ``reception`` the clock starts when the order is received in the reception's hours.
    """

    hours: int
    reception: bool

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the moment at which ``hours`` of working days have passed."""
        days = reading.working_days
        at = received(start.at, reading) if self.reception else start.at
        left = timedelta(hours=self.hours)
        while True:
            if not days.is_working_day(at.date()):
                at = at_clock(days.next(at.date()), _MIDNIGHT)
            end = at_clock(at.date() + _DAY, _MIDNIGHT)
            if left <= end.astimezone(UTC) - at.astimezone(UTC):
                return Due(_later(at, left))
            left -= end.astimezone(UTC) - at.astimezone(UTC)
            at = end


def received(at: datetime, reading: Reading) -> datetime:
    """Return when the reception takes what comes at ``at`` (B09); both its hours count."""
    wall, days = at.time(), reading.working_days
    if days.is_working_day(at.date()) and wall <= reading.reception_closes:
        return max(at, at_clock(at.date(), reading.reception_opens))
    return at_clock(days.next(at.date()), reading.reception_opens)


def _later(at: datetime, span: timedelta) -> datetime:
    """Return the moment ``span`` of elapsed time after ``at``, on the Swedish clock."""
    return (at.astimezone(UTC) + span).astimezone(ZONE)
