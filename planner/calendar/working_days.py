"""Swedish working days (helgfri vardag): Monday to Friday that are neither holiday nor eve.

The municipalities' texts never define the word, so eves and Saturdays are settings; the
defaults follow the law that treats both like holidays (1930:173, 2 §).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

_DAY = timedelta(days=1)
_FRIDAY, _SATURDAY = 4, 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """What counts as a working day.

    With ``eves`` Midsummer, Christmas and New Year's Eve are holidays; with ``saturdays`` an
    ordinary Saturday is a working day.
    """

    eves: bool = True
    saturdays: bool = False

    def is_holiday(self, day: date) -> bool:
        """Say whether ``day`` is a public holiday (röd dag) or an eve that counts as one.

        An ordinary Sunday is no holiday here: care goes on all days of the week (U02).
        """
        return day in _holidays_of(day.year) or (self.eves and day in _eves_of(day.year))

    def is_working_day(self, day: date) -> bool:
        """Say whether ``day`` is an ordinary weekday."""
        last = _SATURDAY if self.saturdays else _FRIDAY
        return day.weekday() <= last and not self.is_holiday(day)

    def next(self, day: date) -> date:
        """Return the first working day after ``day``."""
        return self._walk(day, _DAY)

    def previous(self, day: date) -> date:
        """Return the last working day before ``day``."""
        return self._walk(day, -_DAY)

    def add(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day``; before it if ``count`` is negative.

        Zero gives ``day`` itself.
        """
        for _ in range(abs(count)):
            day = self._walk(day, _DAY if count > 0 else -_DAY)
        return day

    def _walk(self, day: date, step: timedelta) -> date:
        """Go from ``day`` in ``step`` until a working day is reached."""
        day += step
        while not self.is_working_day(day):
            day += step
        return day


WORKING_DAYS = WorkingDays()
"""The default: eves are holidays, Saturdays are no working days."""


@cache
def _holidays_of(year: int) -> frozenset[date]:
    """Return the public holidays of ``year``, plain Sundays left out."""
    return frozenset(holidays.country_holidays("SE", years=year))


@cache
def _eves_of(year: int) -> frozenset[date]:
    """Return the three eves of ``year``; Midsummer's is the Friday from 19 to 25 June."""
    june = date(year, 6, 19)
    midsummer = june + timedelta(days=(_FRIDAY - june.weekday()) % 7)
    return frozenset({midsummer, date(year, 12, 24), date(year, 12, 31)})
