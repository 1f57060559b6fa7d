"""How a provider answers safety alarms: within what time, at which hours, until when."""

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import WallTime
from planner.model.units import Seconds


class AlarmService(Value):
    """How a provider answers alarms (trygghetslarm), in seconds and wall-clock times.

    Somebody is at the door at most ``limit`` after the call (U77: within 30 minutes; U78 says
    "under", which is 1799). Calls from ``opens`` to ``closes`` count, by default all of the
    provider's hours; those less than ``night_patrol`` before ``closes`` go to the night patrol.
    A call near the end of a shift is answered in it when ``visit`` seconds at the client are over
    at most ``overtime`` after the shift's end.
    """

    limit: Seconds = Field(default=Seconds(1800), gt=0, le=4 * 3600)
    opens: WallTime | None = None
    closes: WallTime | None = None
    night_patrol: Seconds = Field(default=Seconds(0), ge=0, le=12 * 3600)
    overtime: Seconds = Field(default=Seconds(2700), ge=0, le=4 * 3600)
    visit: Seconds = Field(default=Seconds(900), ge=0, le=4 * 3600)
