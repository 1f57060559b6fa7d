"""What Huddinge's text leaves open, as settings."""

from enum import StrEnum

from pydantic import Field

from planner.model.base import Value


class Mixed(StrEnum):
    """The rate of home care registered in one visit with ledsagning, avlösning, boendestöd."""

    APART_RATE = "apart_rate"
    OWN_RATE = "own_rate"


class Beyond(StrEnum):
    """Time of a granted service beyond its granted time."""

    PAID = "paid"
    PENDING = "pending"
    AT_RISK = "at_risk"


class Late(StrEnum):
    """Visits registered later than the text allows."""

    PAID = "paid"
    AT_RISK = "at_risk"
    LOCKED_OUT = "locked_out"


class HuddingeSettings(Value):
    """Settings of Huddinge.

    ``lock_day`` and ``lock_hour``: approved before this hour of this working day (H04).
    ``edit_window``: seconds from approval until which a visit may be adjusted (H03).
    ``registration_days``: registered at the latest so many calendar days after the visit (H07).
    ``late_registration``: what is registered later is paid, at risk or locked out. ``beyond``:
    time of a granted service beyond its granted time (H02 caps nothing). ``mixed``: home care in
    a visit with ledsagning, avlösning or boendestöd is paid at that rate, or at its own (H12).
    ``meal_hour``: seconds a month per client who got food delivered (H27).
    """

    lock_day: int = Field(default=1, ge=1, le=15)
    lock_hour: int = Field(default=15, ge=0, le=23)
    edit_window: int = Field(default=72 * 3600, ge=0)
    registration_days: int = Field(default=2, ge=0, le=31)
    late_registration: Late = Late.AT_RISK
    beyond: Beyond = Beyond.PAID
    mixed: Mixed = Mixed.APART_RATE
    meal_hour: int = Field(default=3600, ge=0)
