"""What Haninge's text leaves open, as settings."""

from enum import StrEnum

from pydantic import Field

from planner.model.base import Value


class EvenOut(StrEnum):
    """Over what stretch granted time evens out."""

    AS_GRANTED = "as_granted"
    MONTH = "month"


class Double(StrEnum):
    """What a second caregiver's registered time gives."""

    REGISTERED = "registered"
    WITHIN_GRANTED = "within_granted"
    ONE = "one"


class Manual(StrEnum):
    """Visits registered by hand without a reason that allows it."""

    PAID = "paid"
    AT_RISK = "at_risk"
    DENIED = "denied"


class SupplementPer(StrEnum):
    """What a supplement is paid for."""

    VISIT = "visit"
    MONTH = "month"


class HaningeSettings(Value):
    """Settings of Haninge.

    ``lock_day``: locked at the end of this working day of the next month (N19). ``even_out``:
    granted time counts for the stretch it is granted for, or evens out over the month (N07).
    ``double``: a second caregiver's time is paid as registered, each up to the granted time
    (N11), within the granted time of both together, or not at all (N24, N25 do not say).
    ``double_billed``: the client is billed for it too. ``manual``: time registered by hand that
    nothing allows (N11, N18). ``absence_days``: calendar days paid of an unplanned stay (N14).
    ``month_tenths``: tenths of days that a granted month is divided by, 304 for 30.4, 300 for a
    thirtieth (N15). ``absence_notice``: announced so many seconds ahead gives nothing (N16).
    ``less_performed``: what was performed on a paid day of absence is taken off it. ``end_days``:
    days paid after a client has ended (N17). ``need_ended_pays``: also when the need has ended.
    ``supplement_per``: supplements are paid per visit or per client and month (N12, N13).
    ``elderly_from``: at this age the reference is that of the elderly (N31).
    """

    lock_day: int = Field(default=3, ge=1, le=15)
    even_out: EvenOut = EvenOut.AS_GRANTED
    double: Double = Double.REGISTERED
    double_billed: bool = False
    manual: Manual = Manual.AT_RISK
    absence_days: int = Field(default=2, ge=0, le=31)
    month_tenths: int = Field(default=304, ge=280, le=310)
    absence_notice: int = Field(default=48 * 3600, ge=0)
    less_performed: bool = False
    end_days: int = Field(default=5, ge=0, le=31)
    need_ended_pays: bool = True
    supplement_per: SupplementPer = SupplementPer.VISIT
    elderly_from: int = Field(default=65, ge=60, le=70)
