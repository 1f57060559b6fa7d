"""The deadlines of Huddinge."""

from datetime import time, timedelta

from planner.pay.deadlines.days import CalendarDays, WorkingDaysOn
from planner.pay.deadlines.deadline import Deadline
from planner.pay.deadlines.hours import ElapsedHours
from planner.pay.deadlines.kinds import Activity, EventKind, Period, Stake
from planner.pay.deadlines.periods import NthWorkingDay

_DAY = timedelta(days=1)
_DAYS = timedelta(days=3)

HUDDINGE = (
    Deadline("H03", EventKind.VISITS_APPROVED, ElapsedHours(72), Stake.MONEY, _DAY),
    Deadline("H04", Period.MONTH, NthWorkingDay(1, at=time(15)), Stake.MONEY, _DAYS),
    Deadline("H07", EventKind.VISIT_NOT_REGISTERED, CalendarDays(2), Stake.MONEY, _DAY),
    Deadline("H26", EventKind.EXTRA_VISIT, WorkingDaysOn(1), Stake.MONEY, _DAY),
    Deadline("H29", Period.MONTH, NthWorkingDay(1), Stake.MONEY, _DAYS, about=Activity.MEAL_BOXES),
    Deadline("H31", Period.MONTH, NthWorkingDay(1), Stake.MONEY, _DAYS),
)
"""What Huddinge's handbook sets a date for."""
