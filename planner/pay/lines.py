"""The lines of a settlement: the one output of every compensation model.

A line decides about a stretch of time (``time``) or a number of things (``count``) of one row of
the month document. What is paid follows from its status: the time of a ``sure`` line is paid;
``pending`` waits for somebody's approval; ``at_risk`` may be denied by the municipality; ``denied``
and ``locked_out`` are not paid. So a visit of 38 minutes with 30 ordered makes two lines: 30 sure
and 8 at risk. Time is in whole seconds throughout; nothing is rounded to minutes.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.model.units import ClientId, Seconds, ServiceId
from planner.pay.model.kinds import Insats
from planner.pay.reasons import Reason


class Status(StrEnum):
    """What becomes of a line."""

    SURE = "sure"
    PENDING = "pending"
    AT_RISK = "at_risk"
    DENIED = "denied"
    LOCKED_OUT = "locked_out"


class Source(StrEnum):
    """Which list of the month document a line comes from."""

    ORDER = "order"
    PERFORMED = "performed"
    DECLINED = "declined"
    ALARM = "alarm"
    MEAL = "meal"
    ABSENCE = "absence"
    CARE_PLAN = "care_plan"
    GOAL = "goal"
    NEED_CHANGE = "need_change"
    CORRECTION = "correction"
    OTHER_WORK = "other_work"


NO_TIME = Seconds(0)
"""No time at all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One decision about one row.

    ``record`` is the row's id, ``day`` the local day it belongs to. ``time`` and ``staff`` are
    seconds: what is decided about, and what caregivers spent (their cost, paid or not; given once
    per row). ``billed`` is what the client is billed for, in seconds; ``billed_count`` in pieces
    (boxes); a correction may be negative. ``count`` are pieces (boxes, alarm call-outs, goals,
    start-ups). ``price`` names the tariff's price for it; ``None`` where nothing is paid apart.
    ``amount`` is in 1/3600 öre (exact for every second at a price in öre per hour), ``None``
    without a tariff; see ``planner.pay.money``. ``rules`` are the ids of the written rules.
    """

    source: Source
    record: str
    client: ClientId | None
    day: date
    status: Status
    reason: Reason
    rules: tuple[str, ...]
    insats: Insats | None = None
    service: ServiceId | None = None
    reference: str | None = None
    time: Seconds = NO_TIME
    count: int = 0
    billed: int = 0
    billed_count: int = 0
    staff: Seconds = NO_TIME
    price: str | None = None
    amount: int | None = None

    @property
    def paid(self) -> Seconds:
        """The seconds that are surely paid."""
        return self.time if self.status is Status.SURE else NO_TIME

    @property
    def paid_count(self) -> int:
        """The pieces that are surely paid."""
        return self.count if self.status is Status.SURE else 0
