"""Swedish working days (helgfri vardag): Monday to Friday that are neither holiday nor eve."""

from datetime import date, timedelta
from functools import cache

import holidays

_DAY = timedelta(days=1)
_SATURDAY = 5
_EVES = ((12, 24), (12, 31))


@cache
def _holidays_of(year: int) -> frozenset[date]:
    """Return the public holidays (röda dagar) of ``year``, plain Sundays left out."""
    return frozenset(holidays.country_holidays("SE", years=year))


@cache
def _eves_of(year: int) -> frozenset[date]:
    """Return Midsummer, Christmas and New Year's Eve of ``year``.

    Midsummer's Eve is the Friday between 19 and 25 June.
    """
    june = date(year, 6, 19)
    midsummer = june + timedelta(days=(4 - june.weekday()) % 7)
    return frozenset({midsummer, *(date(year, month, day) for month, day in _EVES)})


def is_holiday(day: date, *, eves: bool = True) -> bool:
    """Say whether ``day`` is a public holiday; with ``eves`` the three big eves count as well.

    An ordinary Sunday is not a holiday here: care goes on all days of the week (U02).
    """
    return day in _holidays_of(day.year) or (eves and day in _eves_of(day.year))


def is_working_day(day: date, *, eves: bool = True) -> bool:
    """Say whether ``day`` is Monday to Friday and no holiday."""
    return day.weekday() < _SATURDAY and not is_holiday(day, eves=eves)


def next_working_day(day: date, *, eves: bool = True) -> date:
    """Return the first working day after ``day``."""
    return _walk(day, _DAY, eves=eves)


def previous_working_day(day: date, *, eves: bool = True) -> date:
    """Return the last working day before ``day``."""
    return _walk(day, -_DAY, eves=eves)


def add_working_days(day: date, count: int, *, eves: bool = True) -> date:
    """Return the working day ``count`` working days after ``day`` (before, if negative).

    ``count`` 0 returns ``day`` itself.
    """
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day = _walk(day, step, eves=eves)
    return day


def _walk(day: date, step: timedelta, *, eves: bool) -> date:
    """Go from ``day`` in ``step`` until a working day is reached."""
    day += step
    while not is_working_day(day, eves=eves):
        day += step
    return day
