"""The deadlines of Botkyrka."""

from datetime import time, timedelta

from planner.pay.deadlines.days import OrderEnd, StartBy, WorkingDaysOn
from planner.pay.deadlines.deadline import Deadline
from planner.pay.deadlines.hours import WhenReceived, WorkingHours
from planner.pay.deadlines.kinds import DateKind, EventKind, Party, Stake

_HOURS = timedelta(hours=4)
_DAY = timedelta(days=1)

BOTKYRKA = (
    Deadline("B09", EventKind.ORDER_SENT, WhenReceived(), Stake.PROMISE, _HOURS),
    Deadline("B10", EventKind.ORDER_SENT, WorkingHours(24, reception=True), Stake.PROMISE, _HOURS),
    Deadline("B15", EventKind.ACUTE_CALL, WorkingDaysOn(3), Stake.MONEY, _DAY, by=Party.AUTHORITY),
    Deadline("B16", EventKind.DISCHARGE_CALL, StartBy(time(11)), Stake.SAFETY, _HOURS),
    Deadline(
        "B17",
        EventKind.DISCHARGE_CALL_MORE_NEED,
        WorkingHours(24, reception=False),
        Stake.SAFETY,
        _HOURS,
    ),
    Deadline("B18", DateKind.NEED_END_TOLD, OrderEnd(5), Stake.MONEY, _DAY, by=Party.BOTH),
)
"""What Botkyrka's routine sets a date for."""
