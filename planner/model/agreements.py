"""What an employer's agreement says about working time, beside the law."""

from pydantic import Field

from planner.model.base import Value
from planner.model.units import Seconds

HOUR = 3600


class Agreement(Value):
    """Working time by agreement, in seconds; caregivers name it in ``employer_profile``.

    Between the shifts of two days lies ``daily_rest``; less is told, less than ``least_rest`` is
    forbidden. ``weekly_rest`` lies within any seven days. A shift is at most ``longest_shift``,
    breaks included; longer ones are forbidden where ``strict_length``, else told. Without
    ``split_shifts`` two shifts of one day are told.
    """

    id: str = Field(min_length=1)
    daily_rest: Seconds = Field(default=Seconds(11 * HOUR), ge=0, le=24 * HOUR)
    least_rest: Seconds = Field(default=Seconds(0), ge=0, le=24 * HOUR)
    weekly_rest: Seconds = Field(default=Seconds(36 * HOUR), ge=0, le=7 * 24 * HOUR)
    longest_shift: Seconds = Field(default=Seconds(13 * HOUR), gt=0, le=24 * HOUR)
    strict_length: bool = False
    split_shifts: bool = True


AGREEMENTS: tuple[Agreement, ...] = (
    Agreement(id="municipal_ab", least_rest=Seconds(11 * HOUR), strict_length=True),
    Agreement(id="private", least_rest=Seconds(9 * HOUR)),
)
"""The agreements known without being told: municipal AB from 1 October 2023, private care.

Private employers may go down to 9 h where the average over 16 weeks is 11 h.
"""
