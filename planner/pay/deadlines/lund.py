"""The deadlines of Lund."""

from datetime import timedelta

from planner.pay.deadlines.days import CalendarDays, Months
from planner.pay.deadlines.deadline import Deadline
from planner.pay.deadlines.kinds import DateKind, Party, Stake

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MONTH = timedelta(days=30)

LUND = (
    Deadline("L03", DateKind.PLAN_REVISED, Months(6), Stake.PROMISE, _MONTH),
    Deadline("L04", DateKind.OFFICER_FOLLOWED_UP, Months(12), Stake.PROMISE, _MONTH, by=Party.BOTH),
    Deadline("L09", DateKind.CARE_STARTED, CalendarDays(14), Stake.PROMISE, _WEEK),
    Deadline("L10", DateKind.CONTACT_CHANGE_WISHED, CalendarDays(14), Stake.PROMISE, _WEEK),
    Deadline("L12", DateKind.CARE_STARTED, CalendarDays(30), Stake.PROMISE, _WEEK),
    Deadline("L12.short_term", DateKind.SHORT_TERM_STARTED, CalendarDays(4), Stake.PROMISE, _DAY),
)
"""What Lund's routines set a date for."""
