"""What Botkyrka's text leaves open, as settings."""

from enum import StrEnum

from pydantic import Field

from planner.model.base import Value


class FeeBasis(StrEnum):
    """What the client is billed for: performed within granted time (B05), or granted (B06)."""

    PERFORMED = "performed"
    GRANTED = "granted"


class BotkyrkaSettings(Value):
    """Settings of Botkyrka.

    ``notice_days``: calendar days from the day after the information to the order's end (B18).
    ``fee_basis``: performed or granted time (B05, B06). ``planned_notice``: an absence known so
    many seconds before it begins is planned (B01), unless the row says. ``day_begins`` and
    ``day_ends``: an absence that covers these hours takes the whole day; a shorter one takes the
    planned visits in it. ``alarm_keeps_notice``: the notice days also count when only the alarm
    stays (B20).
    """

    notice_days: int = Field(default=5, ge=0, le=31)
    fee_basis: FeeBasis = FeeBasis.PERFORMED
    planned_notice: int = Field(default=24 * 3600, ge=0)
    day_begins: int = Field(default=7, ge=0, le=23)
    day_ends: int = Field(default=22, ge=1, le=24)
    alarm_keeps_notice: bool = False
