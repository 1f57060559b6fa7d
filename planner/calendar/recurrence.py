"""The days on which a service falls within a horizon, public holidays regarded."""

from datetime import date, timedelta

from planner.calendar.series import RuleHint, UnreadableRuleError, days, read
from planner.calendar.working_days import WORKING_DAYS
from planner.model.orders import OnHoliday, Recurrence

_MARGIN = timedelta(days=14)
"""No occurrence moves further than this from a holiday."""


def problem_of(recurrence: Recurrence) -> RuleHint | None:
    """Return the hint to what is wrong with the rule, or ``None`` if it is right."""
    try:
        read(recurrence.rule)
    except UnreadableRuleError as problem:
        return problem.hint
    return None


def dates(recurrence: Recurrence, first: date, last: date) -> tuple[date, ...]:
    """Return the days from ``first`` to ``last`` (both included) on which a series falls.

    Holidays move or remove an occurrence as ``on_holiday`` says; two occurrences that end up on
    one day are one. The answer for a range is the answers for its days joined. Raises
    ``UnreadableRuleError`` for a rule that cannot be read.
    """
    choice = recurrence.on_holiday
    margin = timedelta() if choice in (OnHoliday.KEEP, OnHoliday.SKIP) else _MARGIN
    planned = days(read(recurrence.rule), recurrence.first, first - margin, last + margin)
    left_out = frozenset(recurrence.except_days)
    moved = (_on_holiday(day, choice) for day in planned if day not in left_out)
    return tuple(sorted({day for day in moved if day and first <= day <= last} - left_out))


def _on_holiday(day: date, choice: OnHoliday) -> date | None:
    """Return where an occurrence on ``day`` goes, ``None`` if it falls out."""
    if choice is OnHoliday.KEEP or not WORKING_DAYS.is_holiday(day):
        return day
    if choice is OnHoliday.NEXT_WORKING_DAY:
        return WORKING_DAYS.next(day)
    if choice is OnHoliday.PREVIOUS_WORKING_DAY:
        return WORKING_DAYS.previous(day)
    return None
