"""The deadlines of Upplands-Bro."""

from datetime import time, timedelta

from planner.pay.deadlines.days import CalendarDays, ConfirmBy, Months, WorkingDaysOn
from planner.pay.deadlines.deadline import Deadline
from planner.pay.deadlines.hours import AtOnce, ElapsedHours
from planner.pay.deadlines.kinds import Activity, DateKind, EventKind, Party, Period, Stake
from planner.pay.deadlines.periods import DayOfNextMonth, NthWorkingDay, WeekdayBefore

_HOURS = timedelta(hours=4)
_DAY = timedelta(days=1)
_DAYS = timedelta(days=3)
_WEEK = timedelta(days=7)
_MONTH = timedelta(days=30)
_THURSDAY = 3

UPPLANDS_BRO = (
    Deadline("U06", EventKind.ORDER_SENT, ElapsedHours(24), Stake.SAFETY, _HOURS),
    Deadline("U07", EventKind.ACUTE_ORDER, AtOnce(), Stake.SAFETY, _HOURS),
    Deadline("U08", EventKind.ALARM_ORDER, AtOnce(), Stake.SAFETY, _HOURS),
    Deadline("U09", EventKind.ORDER_SENT, ConfirmBy(time(16)), Stake.PROMISE, _HOURS),
    Deadline(
        "U11", DateKind.RESPITE_ORDERED, Months(3), Stake.PROMISE, _MONTH, about=Activity.RESPITE
    ),
    Deadline(
        "U15",
        EventKind.TEMPORARY_ORDER,
        WorkingDaysOn(3),
        Stake.MONEY,
        _DAY,
        by=Party.AUTHORITY,
    ),
    Deadline("U17", EventKind.ON_CALL_ORDER, WorkingDaysOn(1), Stake.PROMISE, _DAY),
    Deadline(
        "U17.order",
        EventKind.ON_CALL_ORDER,
        WorkingDaysOn(3),
        Stake.MONEY,
        _DAY,
        by=Party.AUTHORITY,
    ),
    Deadline("U18", Period.MONTH, NthWorkingDay(3), Stake.MONEY, _DAYS),
    Deadline(
        "U21", DateKind.PROVIDER_CHANGE_ASKED, WorkingDaysOn(5), Stake.PROMISE, _DAYS, by=Party.BOTH
    ),
    Deadline("U23", DateKind.ALARM_TAKEOVER, CalendarDays(0), Stake.SAFETY, _DAY),
    Deadline("U26", Period.MONTH, NthWorkingDay(3), Stake.MONEY, _DAYS),
    Deadline("U28", Period.MONTH, NthWorkingDay(5), Stake.MONEY, _DAYS, by=Party.BOTH),
    Deadline("U29", Period.MONTH, NthWorkingDay(7), Stake.MONEY, _DAYS),
    Deadline("U35", DateKind.CARE_STARTED, CalendarDays(14), Stake.MONEY, _WEEK),
    Deadline("U35.follow_up", DateKind.CARE_FOLLOWED_UP, CalendarDays(14), Stake.PROMISE, _WEEK),
    Deadline(
        "U68",
        Period.MONTH,
        DayOfNextMonth(15),
        Stake.MONEY,
        _WEEK,
        about=Activity.RESPITE,
    ),
    Deadline("U80", EventKind.ALARM_ORDER, ElapsedHours(24), Stake.SAFETY, _HOURS),
    Deadline("U87", DateKind.CARE_STARTED, CalendarDays(14), Stake.PROMISE, _WEEK),
    Deadline("U87.revision", DateKind.PLAN_REVISED, Months(6), Stake.PROMISE, _MONTH),
    Deadline(
        "U90",
        Period.MEAL_WEEK,
        WeekdayBefore(_THURSDAY, 2, time(16, 30)),
        Stake.SAFETY,
        _DAYS,
        about=Activity.MEAL_BOXES,
    ),
    Deadline(
        "U91",
        DateKind.MEAL_DELIVERY,
        WorkingDaysOn(-3),
        Stake.MONEY,
        _DAY,
        about=Activity.MEAL_BOXES,
    ),
)
"""What Upplands-Bro's agreement and routines set a date for."""
