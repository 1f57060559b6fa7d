"""On which days a recurring service falls due."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import holidays
from dateutil.rrule import rrulestr

from planner.model.orders import OnHoliday, Recurrence

_DAY = timedelta(days=1)
_REACH = 14
_FRIDAY = 4
_MIDSUMMER_EVE_FROM, _MIDSUMMER_EVE_TO, _JUNE = 19, 25, 6
_FIXED_EVES = ((12, 24), (12, 31))
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FILTERS = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY"})
_ENDS = ("COUNT", "UNTIL")
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, OverflowError, AttributeError)
_WHOLE_DAYS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


class UnreadableError(ValueError):
    """A recurrence rule that says nothing about days."""


class Calendar:
    """Which days are public holidays, the three great eves included."""

    def __init__(self, first: date, last: date) -> None:
        """Know the holidays of the years from ``first`` to ``last``, with some room."""
        years = range(first.year - 1, last.year + 2)
        self._red = frozenset(holidays.country_holidays("SE", years=years))

    def is_holiday(self, day: date) -> bool:
        """Tell whether ``day`` is a public holiday or an eve that is kept like one."""
        in_june = day.month == _JUNE and day.weekday() == _FRIDAY
        midsummer = in_june and _MIDSUMMER_EVE_FROM <= day.day <= _MIDSUMMER_EVE_TO
        return day in self._red or midsummer or (day.month, day.day) in _FIXED_EVES

    def working_day_from(self, day: date, step: timedelta) -> date:
        """Return the nearest working day beyond ``day`` in the direction of ``step``."""
        day += step
        while day.weekday() > _FRIDAY or self.is_holiday(day):
            day += step
        return day


def due_days(
    recurrence: Recurrence, first: date, last: date, calendar: Calendar
) -> frozenset[date]:
    """Return the days in [``first``, ``last``] on which a service is done.

    Holidays move or remove an occurrence; an excepted day is left out both where a service falls
    and where it would be moved to. Raises ``UnreadableError``.
    """
    reach = timedelta(days=_REACH)
    days = (
        _moved(day, recurrence.on_holiday, calendar)
        for day in _series(recurrence, first - reach, last + reach)
        if day not in recurrence.except_days
    )
    return frozenset(
        day for day in days if day and first <= day <= last and day not in recurrence.except_days
    )


def _moved(day: date, wish: OnHoliday, calendar: Calendar) -> date | None:
    """Return the day on which an occurrence of ``day`` is done."""
    if wish is OnHoliday.KEEP or not calendar.is_holiday(day):
        return day
    if wish is OnHoliday.SKIP:
        return None
    return calendar.working_day_from(day, _DAY if wish is OnHoliday.NEXT_WORKING_DAY else -_DAY)


def _series(recurrence: Recurrence, first: date, last: date) -> Iterator[date]:
    """Yield the days of the rule itself within [``first``, ``last``]."""
    text = recurrence.rule.upper().replace(" ", "")
    parts = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    if parts.get("FREQ") not in _WHOLE_DAYS:
        raise UnreadableError(recurrence.rule)
    start = max(first, recurrence.first)
    if parts["FREQ"] in _WHOLE_DAYS[:2] and parts.keys() <= _FILTERS:
        falls = _Filter(parts, recurrence.first)
        days = (start + number * _DAY for number in range((last - start).days + 1))
        yield from filter(falls, days)
    else:
        yield from _by_library(parts, recurrence.first, start, last)


class _Filter:
    """Tells on which days a daily or weekly rule falls that only filters days."""

    def __init__(self, parts: dict[str, str], first: date) -> None:
        """Read the parts of a rule whose series begins on ``first``."""
        self.first = first
        self.weekly = parts["FREQ"] == "WEEKLY"
        usual = [_WEEK[first.weekday()]] if self.weekly and "BYMONTHDAY" not in parts else _WEEK
        self.weekdays = parts["BYDAY"].split(",") if "BYDAY" in parts else usual
        self.every = (_numbers(parts.get("INTERVAL", "1")) or [0])[0]
        self.months = _numbers(parts.get("BYMONTH", ""))
        self.month_days = _numbers(parts.get("BYMONTHDAY", ""))
        if self.every < 1 or not set(self.weekdays) <= set(_WEEK):
            raise UnreadableError(str(parts))

    def __call__(self, day: date) -> bool:
        """Tell whether the rule falls on ``day``."""
        month_end = monthrange(day.year, day.month)[1]
        in_month = {day.day, day.day - month_end - 1}
        return (
            _WEEK[day.weekday()] in self.weekdays
            and (not self.months or day.month in self.months)
            and (not self.month_days or not in_month.isdisjoint(self.month_days))
            and self._steps(day) % self.every == 0
        )

    def _steps(self, day: date) -> int:
        """Return how many days, or weeks from Monday on, lie since the first occurrence."""
        if self.weekly:
            return (day.toordinal() - 1) // 7 - (self.first.toordinal() - 1) // 7
        return (day - self.first).days


def _numbers(text: str) -> list[int]:
    """Read ``1,15,-1``."""
    try:
        return [int(number) for number in text.split(",") if number]
    except ValueError as error:
        raise UnreadableError(text) from error


def _by_library(parts: dict[str, str], begins: date, start: date, last: date) -> Iterator[date]:
    """Yield the days of any other rule, read by dateutil; UNTIL is read as a day.

    COUNT and UNTIL are minded here, so that a rule that never falls due ends at ``last``.
    """
    kept = ";".join(f"{name}={value}" for name, value in parts.items() if name not in _ENDS)
    try:
        most = int(parts["COUNT"]) if "COUNT" in parts else None
        end = min(last, _day(parts["UNTIL"])) if "UNTIL" in parts else last
        rule = rrulestr(kept, dtstart=datetime.combine(begins, time()))
        days = rule.replace(until=datetime.combine(end, time()))  # type: ignore[union-attr]
        found = [moment.date() for moment in islice(days, most)]
    except _UNREADABLE as error:
        raise UnreadableError(kept) from error
    yield from (day for day in found if day >= start)


def _day(text: str) -> date:
    return datetime.strptime(text[:8], "%Y%m%d").replace(tzinfo=UTC).date()
