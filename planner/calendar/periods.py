"""The days, weeks, months and years of a recurrence rule, in the phase of its first day."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

_WEEK = 7
_YEAR = 12

Period = tuple[date, date]
"""The first and the last day of a period."""


def _daily(
    start: date, interval: int, _week_start: int, first: date, last: date
) -> Iterator[Period]:
    """Yield every ``interval``-th day."""
    for number in _steps((first - start).days, (last - start).days, interval):
        day = start + timedelta(days=number)
        yield day, day


def _weekly(
    start: date, interval: int, week_start: int, first: date, last: date
) -> Iterator[Period]:
    """Yield every ``interval``-th week, counted from the one ``start`` is in."""
    monday = start - timedelta(days=(start.weekday() - week_start) % _WEEK)
    since, until = (first - monday).days // _WEEK, (last - monday).days // _WEEK
    for number in _steps(since, until, interval):
        begin = monday + timedelta(weeks=number)
        yield begin, begin + timedelta(days=_WEEK - 1)


def _monthly(
    start: date, interval: int, _week_start: int, first: date, last: date
) -> Iterator[Period]:
    """Yield every ``interval``-th month."""
    origin = _months(start)
    for number in _steps(_months(first) - origin, _months(last) - origin, interval):
        begin = _month(origin + number)
        yield begin, _month(origin + number + 1) - timedelta(days=1)


def _yearly(
    start: date, interval: int, _week_start: int, first: date, last: date
) -> Iterator[Period]:
    """Yield every ``interval``-th year."""
    for number in _steps(first.year - start.year, last.year - start.year, interval):
        yield date(start.year + number, 1, 1), date(start.year + number, 12, 31)


PERIODS: Mapping[str, Callable[[date, int, int, date, date], Iterator[Period]]] = MappingProxyType(
    {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}
)
"""By frequency: the periods that touch a range.

Called with the series' first day, interval and first day of the week (Monday 0), and the first
and last day of the range, which does not begin before the series.
"""


def nth_weekday(day: date, *, in_month: bool) -> frozenset[tuple[int, int]]:
    """Return what a rule may call ``day``: a weekday, the n-th and the n-th last.

    Counted within its month, or else within its year. Pairs of which one (0 for each) and the
    weekday (Monday 0).
    """
    begin = day.replace(day=1) if in_month else date(day.year, 1, 1)
    end = _month(_months(day) + 1) if in_month else date(day.year + 1, 1, 1)
    from_start = (day - begin).days // _WEEK + 1
    from_end = -(((end - day).days - 1) // _WEEK + 1)
    weekday = day.weekday()
    return frozenset({(0, weekday), (from_start, weekday), (from_end, weekday)})


def _steps(since: int, until: int, interval: int) -> range:
    """Return the multiples of ``interval`` from ``since`` to ``until``, both included."""
    return range(-(-since // interval) * interval, until + 1, interval)


def _months(day: date) -> int:
    """Return the number of months since the year 0."""
    return day.year * _YEAR + day.month - 1


def _month(months: int) -> date:
    """Return the first day of the month with that number."""
    return date(months // _YEAR, months % _YEAR + 1, 1)
