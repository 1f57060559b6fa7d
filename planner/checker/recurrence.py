"""On which days a recurring service falls due."""

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
    plain = parts.keys() <= {"FREQ", "INTERVAL", "BYDAY"} and parts["FREQ"] in _WHOLE_DAYS[:2]
    weekdays = parts.get("BYDAY", _WEEK[recurrence.first.weekday()]).split(",")
    if plain and set(weekdays) <= set(_WEEK) and parts.get("INTERVAL", "1").isdecimal():
        every = int(parts.get("INTERVAL", "1"))
        days = (start + number * _DAY for number in range((last - start).days + 1))
        yield from (day for day in days if every and _falls(day, recurrence.first, parts, every))
    else:
        yield from _by_library(parts, recurrence.first, start, last)


def _falls(day: date, first: date, parts: dict[str, str], every: int) -> bool:
    """Tell whether a plain daily or weekly rule counted from ``first`` falls on ``day``."""
    if "BYDAY" in parts and _WEEK[day.weekday()] not in parts["BYDAY"].split(","):
        return False
    if parts["FREQ"] == "DAILY":
        return (day - first).days % every == 0
    if "BYDAY" not in parts and day.weekday() != first.weekday():
        return False
    weeks = (day.toordinal() - 1) // 7 - (first.toordinal() - 1) // 7
    return weeks % every == 0


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
