"""Meal-box deliveries of the horizon."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from api.demo.draft import GroupDraft
from api.demo.menu import MEAL_BOX
from api.demo.portrait import client_code
from api.demo.series import Series
from api.demo.services import clock
from planner.model.clients import MealDelivery
from planner.model.units import Seconds

_BOXES = {1: 3, 4: 4}
"""Boxes for the days until the next meal day, by weekday: Tuesday 3, Friday 4 (U66)."""

_KEEPS = timedelta(days=2)
"""A box keeps this long after the day it is meant for. Assumption."""


def deliveries_of(
    draft: GroupDraft, series: Sequence[Series], days: Sequence[date]
) -> Iterator[MealDelivery]:
    """Yield the meal boxes of ``days``, taken from the trolley at the office (U64-U67)."""
    for row in series:
        if row.task.type is not MEAL_BOX:
            continue
        client = client_code(draft, row.task.client)
        for day in (day for day in days if day.weekday() in row.task.days):
            boxes = _BOXES[day.weekday()]
            yield MealDelivery(
                id=f"{client}-{day.isoformat()}",
                client=client,
                day=day,
                boxes=boxes,
                earliest_start=clock(row.window.earliest),
                latest_start=clock(row.window.latest),
                duration=Seconds(row.seconds),
                pick_up=draft.site.office.id,
                best_before=day + timedelta(days=boxes) + _KEEPS,
            )


def label_on(day: date) -> str:
    """Return the label of a meal-box task on ``day``."""
    return f"{MEAL_BOX.label}-{day.weekday() + 1}"
