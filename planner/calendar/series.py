"""RFC 5545 recurrence rules of whole days: reading one, and its days within a range.

Read here and not by a general library, because a rule that never falls due (30 February) sends
that one on a search to the year 9999. Here only the periods within the range are looked at.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice
from types import MappingProxyType

from planner.calendar.clock import ZONE
from planner.calendar.periods import PERIODS, nth_weekday

MOST = 10_000
"""The largest INTERVAL and COUNT of a rule."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""How a rule writes the days of the week, Monday first."""

_DAY = timedelta(days=1)
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_RANGES = MappingProxyType(
    {"BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYMONTH": 12, "BYSETPOS": 366}
)
_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *_RANGES})


class RuleHint(StrEnum):
    """What to try when a recurrence rule cannot be read."""

    WRITE_RULE_AS_PARTS = "write_rule_as_parts"
    USE_WHOLE_DAY_FREQUENCY = "use_whole_day_frequency"
    LEAVE_OUT_CLOCK_PARTS = "leave_out_clock_parts"
    USE_COUNT_OR_UNTIL = "use_count_or_until"
    USE_POSITIVE_NUMBER = "use_positive_number"
    USE_NUMBER_IN_RANGE = "use_number_in_range"
    USE_WEEK_NUMBERS_YEARLY = "use_week_numbers_yearly"
    NUMBER_WEEKDAYS_MONTHLY = "number_weekdays_monthly"
    WRITE_WEEKDAYS_AS_TWO_LETTERS = "write_weekdays_as_two_letters"
    WRITE_UNTIL_AS_DATE = "write_until_as_date"


class UnreadableRuleError(ValueError):
    """A recurrence rule that cannot be read: ``hint`` says what to try."""

    def __init__(self, hint: RuleHint) -> None:
        """Keep ``hint``; the rule itself is known to whoever reports it."""
        super().__init__(hint)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Series:
    """A rule that has been read.

    ``by`` holds the numbers of BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO and BYSETPOS, ``by_day``
    pairs of which one (0 for each) and weekday (Monday 0), ``week_start`` the first day of weeks.
    """

    frequency: str
    interval: int
    count: int | None
    until: date | None
    by: Mapping[str, frozenset[int]]
    by_day: frozenset[tuple[int, int]]
    week_start: int


def read(rule: str) -> Series:
    """Return ``rule`` read; raise ``UnreadableRuleError`` for what is not a whole-day rule."""
    parts = _parts(rule)
    frequency = parts["FREQ"]
    by_day = frozenset(_weekday(text, frequency) for text in _listed(parts.get("BYDAY")))
    by = {name: _numbers(parts[name], most) for name, most in _RANGES.items() if name in parts}
    if frequency != "YEARLY" and "BYWEEKNO" in by:
        raise UnreadableRuleError(RuleHint.USE_WEEK_NUMBERS_YEARLY)
    return Series(
        frequency,
        interval=_number(parts.get("INTERVAL", "1")),
        count=_number(parts["COUNT"]) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        by=MappingProxyType(by),
        by_day=by_day,
        week_start=_weekday(parts.get("WKST", "MO"), "WEEKLY")[1],
    )


def days(series: Series, start: date, first: date, last: date) -> Iterator[date]:
    """Yield, in order, the days of a series begun on ``start`` from ``first`` to ``last``."""
    last = min(last, series.until or last)
    since = start if series.count else max(start, first)
    found = islice(_candidates(series, start, since, last), series.count)
    yield from (day for day in found if day >= first)


def _candidates(series: Series, start: date, first: date, last: date) -> Iterator[date]:
    """Yield the days of the rule from ``first`` to ``last``, COUNT not regarded."""
    fits = _filter(series, start)
    positions = series.by.get("BYSETPOS")
    for begin, end in PERIODS[series.frequency](
        start, series.interval, series.week_start, first, last
    ):
        chosen = [day for day in _range(begin, end) if fits(day)]
        if positions:
            size = len(chosen)
            chosen = [
                day
                for number, day in enumerate(chosen, 1)
                if number in positions or number - size - 1 in positions
            ]
        yield from (day for day in chosen if first <= day <= last)


def _range(begin: date, end: date) -> Iterator[date]:
    """Yield the days from ``begin`` to ``end``, both included."""
    return (begin + timedelta(days=number) for number in range((end - begin).days + 1))


def _filter(series: Series, start: date) -> Callable[[date], bool]:
    """Return the test that a day passes; what the rule leaves open, ``start`` decides."""
    by, by_day = dict(series.by), series.by_day
    if not by_day and not by.keys() & {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}:
        if series.frequency == "WEEKLY":
            by_day = frozenset({(0, start.weekday())})
        if series.frequency in ("MONTHLY", "YEARLY"):
            by["BYMONTHDAY"] = frozenset({start.day})
        if series.frequency == "YEARLY":
            by.setdefault("BYMONTH", frozenset({start.month}))
    in_month = series.frequency == "MONTHLY" or "BYMONTH" in by

    def fits(day: date) -> bool:
        return all(_MATCHES[name](day) & by[name] for name in by if name in _MATCHES) and (
            not by_day or bool(nth_weekday(day, in_month=in_month) & by_day)
        )

    return fits


def _month_days(day: date) -> frozenset[int]:
    """Return the number of ``day`` in its month, from the start and from the end."""
    month = (day.replace(day=28) + 4 * _DAY).replace(day=1)
    return frozenset({day.day, -(month - day).days})


def _year_days(day: date) -> frozenset[int]:
    """Return the number of ``day`` in its year, from the start and from the end."""
    return frozenset(
        {(day - date(day.year, 1, 1)).days + 1, (day - date(day.year, 12, 31)).days - 1}
    )


def _weeks(day: date) -> frozenset[int]:
    """Return the ISO week of ``day``, from the start and from the end of the week-year."""
    year, week, _ = day.isocalendar()
    return frozenset({week, week - date(year, 12, 28).isocalendar().week - 1})


_MATCHES: Mapping[str, Callable[[date], frozenset[int]]] = MappingProxyType(
    {
        "BYMONTH": lambda day: frozenset({day.month}),
        "BYMONTHDAY": _month_days,
        "BYYEARDAY": _year_days,
        "BYWEEKNO": _weeks,
    }
)


def _parts(rule: str) -> dict[str, str]:
    """Return the parts of ``rule`` by name, checked as to which may stand together."""
    pairs = [part.strip().partition("=") for part in rule.upper().split(";")]
    parts = {name: value for name, _, value in pairs}
    if len(parts) != len(pairs) or not all(value for _, _, value in pairs):
        raise UnreadableRuleError(RuleHint.WRITE_RULE_AS_PARTS)
    if parts.get("FREQ") not in PERIODS:
        raise UnreadableRuleError(RuleHint.USE_WHOLE_DAY_FREQUENCY)
    if not parts.keys() <= _PARTS:
        raise UnreadableRuleError(RuleHint.LEAVE_OUT_CLOCK_PARTS)
    if parts.keys() >= {"COUNT", "UNTIL"}:
        raise UnreadableRuleError(RuleHint.USE_COUNT_OR_UNTIL)
    return parts


def _listed(text: str | None) -> list[str]:
    """Return the values of a part that is a list."""
    return text.split(",") if text else []


def _weekday(text: str, frequency: str) -> tuple[int, int]:
    """Return which one (0 for each) and the weekday of ``2TU``; ordinals need a month or year."""
    match = _WEEKDAY.fullmatch(text.strip())
    if match is None:
        raise UnreadableRuleError(RuleHint.WRITE_WEEKDAYS_AS_TWO_LETTERS)
    which = int(match[1] or 0)
    if match[1] and (frequency in ("DAILY", "WEEKLY") or which == 0):
        raise UnreadableRuleError(RuleHint.NUMBER_WEEKDAYS_MONTHLY)
    return which, WEEKDAYS.index(match[2])


def _number(text: str) -> int:
    """Return a count of a rule; raise ``UnreadableRuleError`` outside 1 to ``MOST``."""
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= MOST:
        raise UnreadableRuleError(RuleHint.USE_POSITIVE_NUMBER)
    return int(text)


def _numbers(text: str, most: int) -> frozenset[int]:
    """Return the numbers of a list; counted from the end when negative, never 0."""
    listed = [part.strip() for part in _listed(text)]
    if not all(re.fullmatch(r"[+-]?[0-9]{1,3}", part) for part in listed):
        raise UnreadableRuleError(RuleHint.WRITE_RULE_AS_PARTS)
    numbers = frozenset(int(part) for part in listed)
    if not all(1 <= abs(number) <= most for number in numbers):
        raise UnreadableRuleError(RuleHint.USE_NUMBER_IN_RANGE)
    return numbers


def _until(text: str) -> date:
    """Return the last day of a series, written ``20261231``; a time of day after it is ignored."""
    try:
        return datetime.strptime(text.partition("T")[0], "%Y%m%d").replace(tzinfo=ZONE).date()
    except ValueError as error:
        raise UnreadableRuleError(RuleHint.WRITE_UNTIL_AS_DATE) from error
