"""What Upplands-Bro's text leaves open, as settings; each default is the safe reading."""

from enum import StrEnum

from pydantic import Field

from planner.model.base import Value


class BeyondDay(StrEnum):
    """Pay for a visit declined too late (U47) but more than 24 hours ahead (not in U48)."""

    AT_RISK = "at_risk"
    NOTHING = "nothing"
    HALF = "half"
    FULL = "full"


class UpplandsBroSettings(Value):
    """Settings of Upplands-Bro.

    ``lock_day``: approved by the end of this working day of the next month (U26, U58).
    ``noon_is_late``: declined at exactly 12:00:00 the day before counts as late (U47, U51).
    ``beyond_day``: late but more than 24 hours ahead: half of the time at risk, nothing, half or
    full pay. ``half_within``: seconds of "within 24 hours" (U48). ``hospital_window``: seconds of
    half pay from when the provider learns of an unplanned stay (U50). ``alarm_flat``: seconds of
    a physical alarm visit (U59). ``alarm_billed``: the client is billed for alarm time.
    ``start_up``: seconds of start-up pay (U36). ``return_months``: a return within so many months
    gives none (U39). ``meal_notice``: working days before delivery until which an order may be
    changed (U91, U94). ``hospital_meal_days``: the client pays for boxes of so many first days of
    a hospital stay (U95). ``motivated_pending``: more time than ordered with a motivation waits
    for an answer; else it is at risk as well (U44, U45). ``marked_share``, ``marked_seconds``:
    performed differs markedly from ordered time (U27) by more than so many per cent and seconds.
    """

    lock_day: int = Field(default=3, ge=1, le=15)
    noon_is_late: bool = False
    beyond_day: BeyondDay = BeyondDay.AT_RISK
    half_within: int = Field(default=24 * 3600, ge=0)
    hospital_window: int = Field(default=24 * 3600, ge=0)
    alarm_flat: int = Field(default=15 * 60, ge=0)
    alarm_billed: bool = False
    start_up: int = Field(default=3 * 3600, ge=0)
    return_months: int = Field(default=2, ge=0, le=24)
    meal_notice: int = Field(default=3, ge=0, le=30)
    hospital_meal_days: int = Field(default=3, ge=0, le=31)
    motivated_pending: bool = True
    marked_share: int = Field(default=15, ge=0, le=100)
    marked_seconds: int = Field(default=3600, ge=0)
