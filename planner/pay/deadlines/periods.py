"""Counting from a month that is settled or a week of deliveries; the start is its first day."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from dateutil.relativedelta import relativedelta

from planner.pay.deadlines.due import Due, Start, at_clock, on_day
from planner.pay.deadlines.reading import MealOrder, OnFreeDay, Reading

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class NthWorkingDay:
    """Due on the ``number``-th working day of the following month, at ``at`` if that is given."""

    number: int
    at: time | None = None

    def due(self, start: Start, reading: Reading) -> Due:
        """Return that working day."""
        day = nth_working_day(start.day, self.number, reading)
        return on_day(day) if self.at is None else Due(at_clock(day, self.at))


@dataclass(frozen=True, slots=True)
class DayOfNextMonth:
    """Due by the ``day``-th of the following month."""

    day: int

    def due(self, start: Start, reading: Reading) -> Due:
        """Return that day, moved as the setting says when it is no working day."""
        day, days = _next_month(start.day).replace(day=self.day), reading.working_days
        if days.is_working_day(day) or reading.fixed_day is OnFreeDay.KEEP:
            return on_day(day)
        return on_day(
            days.previous(day) if reading.fixed_day is OnFreeDay.PREVIOUS else days.next(day)
        )


@dataclass(frozen=True, slots=True)
class AfterLock:
    """Due soon after the lock on the ``number``-th working day of the next month, never before."""

    number: int

    def due(self, start: Start, reading: Reading) -> Due:
        """Return the ``invoice_days``-th working day after the lock (N29)."""
        lock = nth_working_day(start.day, self.number, reading)
        last = on_day(reading.working_days.add(lock, reading.invoice_days))
        return Due(last.at, whole_day=True, opens=at_clock(lock + _DAY, time(0)))


@dataclass(frozen=True, slots=True)
class WeekdayBefore:
    """Due at ``at`` on ``weekday`` (Monday 0) of the week ``weeks`` before the start's week."""

    weekday: int
    weeks: int
    at: time

    def due(self, start: Start, reading: Reading) -> Due:
        """Return that moment; or on the last such day at least ``weeks`` times 7 days away."""
        monday = start.day - timedelta(days=start.day.weekday())
        day = monday - self.weeks * _WEEK + timedelta(days=self.weekday)
        if reading.meal_order is MealOrder.FOURTEEN_DAYS and day > start.day - self.weeks * _WEEK:
            day -= _WEEK
        return Due(at_clock(day, self.at))


def nth_working_day(month: date, number: int, reading: Reading) -> date:
    """Return the ``number``-th working day of the month after that of ``month``."""
    return reading.working_days.add(_next_month(month) - _DAY, number)


def _next_month(day: date) -> date:
    """Return the first day of the month after that of ``day``."""
    return day.replace(day=1) + relativedelta(months=1)
