"""The settings of a follow-up: how many samples, how fast an alarm is answered."""

from pydantic import Field

from planner.model.base import Value
from planner.model.units import Seconds


class FollowUpSettings(Value):
    """What is looked at.

    ``sample`` per cent of the declined visits, and at least ``least`` of them, are spot-checked
    (U53; the text gives no number). An alarm is answered in time when somebody arrives within
    ``alarm`` seconds from the call; with ``alarm_inclusive`` exactly then is in time ("inom 30" in
    U77, "under 30" in U78). ``seed`` decides the sample: the same seed gives the same one.
    """

    sample: int = Field(default=10, ge=0, le=100)
    least: int = Field(default=5, ge=0)
    alarm: Seconds = Field(default=Seconds(30 * 60), gt=0, le=24 * 3600)
    alarm_inclusive: bool = True
    seed: int = Field(default=1, ge=0)
