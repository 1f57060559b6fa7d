"""How the rules are read where their wording leaves room: settings, the safe side as default."""

from datetime import time
from enum import StrEnum

from pydantic import Field

from planner.calendar.working_days import WorkingDays
from planner.model.base import Value
from planner.model.moments import WallTime


class OnCutoff(StrEnum):
    """What a message exactly on a clock time is: the rule says "before" and "after" only."""

    BEFORE = "before"
    AFTER = "after"


class NextDay(StrEnum):
    """What "the day after" is when it may be a weekend."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"


class MealOrder(StrEnum):
    """What "Thursday two weeks before" is: of the week two weeks earlier, or 14 days away."""

    THURSDAY_OF_WEEK = "thursday_of_week"
    FOURTEEN_DAYS = "fourteen_days"


class OnFreeDay(StrEnum):
    """What becomes of a day of the month that is no working day."""

    KEEP = "keep"
    PREVIOUS = "previous"
    NEXT = "next"


class Reading(Value):
    """The settings of a unit's deadlines.

    ``eves`` and ``saturdays`` say what a working day is. ``on_cutoff`` and ``confirm_next`` read
    U09, ``start_next`` B16, ``reception_opens`` and ``reception_closes`` B09, ``meal_order`` U90,
    ``fixed_day`` U68. ``invoice_days`` are the working days after the lock that "as soon as
    possible" means (N29).
    """

    eves: bool = True
    saturdays: bool = False
    on_cutoff: OnCutoff = OnCutoff.BEFORE
    confirm_next: NextDay = NextDay.WORKING_DAY
    start_next: NextDay = NextDay.CALENDAR_DAY
    reception_opens: WallTime = time(8)
    reception_closes: WallTime = time(17)
    meal_order: MealOrder = MealOrder.THURSDAY_OF_WEEK
    fixed_day: OnFreeDay = OnFreeDay.KEEP
    invoice_days: int = Field(default=1, ge=1, le=20)

    @property
    def working_days(self) -> WorkingDays:
        """The calendar of working days."""
        return WorkingDays(eves=self.eves, saturdays=self.saturdays)
