"""Counting in days and months: calendar days, working days, the same day of a later month."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from planner.calendar.working_days import WorkingDays
from planner.pay.deadlines.due import Due, Start, on_day
from planner.pay.deadlines.reading import NextDay, OnCutoff, Reading

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """Due in the course of the ``days``-th day after the start; 0 is the day itself."""

    days: int

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the day that many days later."""
        del reading
        return on_day(start.day + timedelta(days=self.days))


@dataclass(frozen=True, slots=True)
class Months:
    """Due on the same day of the month ``months`` later, or its last day where there is none."""

    months: int

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the day that many months later."""
        del reading
        return on_day(start.day + relativedelta(months=self.months))


@dataclass(frozen=True, slots=True)
class WorkingDaysOn:
    """Due in the course of the ``days``-th working day after the start; before it if negative."""

    days: int

    def due(self, start: Start, reading: Reading) -> Due:
        """Return that working day."""
        return on_day(reading.working_days.add(start.day, self.days))


@dataclass(frozen=True, slots=True)
class OrderEnd:
    """The last day of an order whose need ends: ``days`` after it was told, or the later end.

    Day 1 is the day after it was told (B18, B19).
    """

    days: int

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the last day of the order."""
        del reading
        least = start.day + timedelta(days=self.days)
        return on_day(max(least, start.ends or least))


@dataclass(frozen=True, slots=True)
class ConfirmBy:
    """Due the same day when sent before ``cutoff`` on a working day, or else the day after."""

    cutoff: time

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the day of the confirmation (U09)."""
        days = reading.working_days
        if not days.is_working_day(start.day):
            return on_day(_after(start.day, reading.confirm_next, days))
        exactly = start.at.time() == self.cutoff and reading.on_cutoff is OnCutoff.BEFORE
        if start.at.time() < self.cutoff or exactly:
            return on_day(start.day)
        return on_day(_after(start.day, reading.confirm_next, days))


@dataclass(frozen=True, slots=True)
class StartBy:
    """Due the same day when called before ``cutoff`` on a working day, or else the day after."""

    cutoff: time

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the day of the first visit (B16)."""
        days = reading.working_days
        if days.is_working_day(start.day) and _before(start.at, self.cutoff):
            return on_day(start.day)
        return on_day(_after(start.day, reading.start_next, days))


def _before(at: datetime, cutoff: time) -> bool:
    """Say whether ``at`` is before ``cutoff`` on its clock; the very second is not."""
    return at.time() < cutoff


def _after(day: date, following: NextDay, days: WorkingDays) -> date:
    """Return the day after ``day``, as the setting reads it."""
    return days.next(day) if following is NextDay.WORKING_DAY else day + _DAY
