"""The deadlines of Haninge."""

from datetime import timedelta

from planner.pay.deadlines.deadline import Deadline
from planner.pay.deadlines.kinds import Period, Stake
from planner.pay.deadlines.periods import AfterLock, NthWorkingDay

_DAYS = timedelta(days=3)

HANINGE = (
    Deadline("N19", Period.MONTH, NthWorkingDay(3), Stake.MONEY, _DAYS),
    Deadline("N29", Period.MONTH, AfterLock(3), Stake.MONEY, _DAYS),
)
"""What Haninge's agreement sets a date for."""
