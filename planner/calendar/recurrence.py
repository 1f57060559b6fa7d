"""Recurrence rules (RFC 5545, whole days) made into the dates of a horizon."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from dateutil.rrule import rrule, rrulestr

from planner.calendar.clock import MIDNIGHT, ZONE
from planner.calendar.working_days import is_holiday, next_working_day, previous_working_day
from planner.model.orders import OnHoliday, Recurrence

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
"""The frequencies that make sense for whole days."""

PARTS = frozenset(
    (
        *("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"),
        *("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"),
    )
)
"""The parts of a rule that are read; those of hours, minutes and seconds are refused."""

MOST = 10_000
"""The largest INTERVAL and COUNT of a rule."""

_MARGIN = timedelta(days=14)
_STRIDE = {"DAILY": 1, "WEEKLY": 7}


class UnreadableRuleError(ValueError):
    """A recurrence rule that cannot be read: ``hint`` is the code of what to try."""

    def __init__(self, hint: str) -> None:
        """Keep ``hint``; the rule itself is known to whoever reports it."""
        super().__init__(hint)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class _Series:
    """A rule taken apart: ``parts`` without COUNT and UNTIL, which are minded here."""

    parts: dict[str, str]
    interval: int
    count: int | None
    until: date | None


def problem_of(recurrence: Recurrence) -> str | None:
    """Return the hint code of what is wrong with the rule, or ``None`` if it is right."""
    try:
        _rule(_series(recurrence.rule), recurrence.first, recurrence.first)
    except UnreadableRuleError as problem:
        return problem.hint
    return None


def dates(recurrence: Recurrence, first: date, last: date) -> tuple[date, ...]:
    """Return the days from ``first`` to ``last`` (both included) on which a series falls.

    Holidays move or remove an occurrence as ``on_holiday`` says; two occurrences that end up on
    one day are one. The answer for a range is the answers for its days joined. Raises
    ``UnreadableRuleError`` for a rule that cannot be read.
    """
    planned = _occurrences(recurrence, first - _MARGIN, last + _MARGIN)
    left_out = frozenset(recurrence.except_days)
    moved = (_on_holiday(day, recurrence.on_holiday) for day in planned if day not in left_out)
    return tuple(sorted({day for day in moved if day and first <= day <= last} - left_out))


def _on_holiday(day: date, choice: OnHoliday) -> date | None:
    """Return where an occurrence on ``day`` goes, ``None`` if it falls out."""
    if choice is OnHoliday.KEEP or not is_holiday(day):
        return day
    if choice is OnHoliday.NEXT_WORKING_DAY:
        return next_working_day(day)
    if choice is OnHoliday.PREVIOUS_WORKING_DAY:
        return previous_working_day(day)
    return None


def _occurrences(recurrence: Recurrence, first: date, last: date) -> Iterator[date]:
    """Yield the days of the series between ``first`` and ``last``, holidays not yet regarded."""
    series = _series(recurrence.rule)
    start = _phase(series, recurrence.first, first)
    days = islice(_rule(series, start, last), series.count)
    yield from (moment.date() for moment in days if moment.date() >= first)


def _phase(series: _Series, start: date, first: date) -> date:
    """Return a start of the same phase shortly before ``first``, so that old series are quick."""
    stride = _STRIDE.get(series.parts["FREQ"])
    if stride is None or series.count is not None or start >= first:
        return start
    step = stride * series.interval
    return start + timedelta(days=(first - start).days // step * step)


def _series(rule: str) -> _Series:
    """Take ``rule`` apart and refuse what is not a whole-day rule."""
    pairs = [part.strip().partition("=") for part in rule.upper().split(";")]
    parts = {name: value for name, _, value in pairs}
    if len(parts) != len(pairs) or not all(value for _, _, value in pairs):
        raise UnreadableRuleError("write_rule_as_parts")
    if parts.get("FREQ") not in FREQUENCIES:
        raise UnreadableRuleError("use_whole_day_frequency")
    if not parts.keys() <= PARTS:
        raise UnreadableRuleError("leave_out_clock_parts")
    if parts.keys() >= {"COUNT", "UNTIL"}:
        raise UnreadableRuleError("use_count_or_until")
    count, until = parts.pop("COUNT", None), parts.pop("UNTIL", None)
    return _Series(
        parts,
        interval=_number(parts.get("INTERVAL", "1")),
        count=None if count is None else _number(count),
        until=None if until is None else _until(until),
    )


def _number(text: str) -> int:
    """Return a count of a rule; raise ``UnreadableRuleError`` outside 1 to ``MOST``."""
    if not text.isdecimal() or len(text) > len(str(MOST)) or not 1 <= int(text) <= MOST:
        raise UnreadableRuleError("use_positive_number")
    return int(text)


def _until(text: str) -> date:
    """Return the last day of a series, written ``20261231``, a time of day after it ignored."""
    try:
        return datetime.strptime(text.partition("T")[0], "%Y%m%d").replace(tzinfo=ZONE).date()
    except ValueError as error:
        raise UnreadableRuleError("write_until_as_date") from error


def _rule(series: _Series, start: date, last: date) -> rrule:
    """Build the series, ended at ``last`` so that a rule that never falls due ends as well."""
    text = ";".join(f"{name}={value}" for name, value in series.parts.items())
    end = min(last, series.until or last)
    try:
        rule = rrulestr(text, dtstart=datetime.combine(start, MIDNIGHT))
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        raise UnreadableRuleError("write_rule_as_parts") from error
    if not isinstance(rule, rrule):
        raise UnreadableRuleError("write_rule_as_parts")
    return rule.replace(until=datetime.combine(end, MIDNIGHT))
