"""What is published and near in time stays as it is."""

from collections.abc import Iterator
from datetime import date, timedelta

from planner.model.case import Case, Pin
from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.model.visits import Seat
from planner.rules.reading import placements

FROZEN_DAYS = 2
"""Today and tomorrow."""


def frozen(instance: Instance, published: Plan, today: date, days: int = FROZEN_DAYS) -> Case:
    """Return the case with a pin for each published seat of ``days`` days from ``today``.

    Person and start are pinned. A pin that the planner has set already stays as it is; a seat
    whose caregiver is not on duty any more is free, for somebody else must come.
    """
    known = {Seat(pin.visit, pin.seat) for pin in instance.case.pins}
    fresh = (
        pin
        for pin in _pins(instance, published, today, days)
        if Seat(pin.visit, pin.seat) not in known
    )
    return instance.case.model_copy(update={"pins": (*instance.case.pins, *fresh)})


def _pins(instance: Instance, published: Plan, today: date, days: int) -> Iterator[Pin]:
    end = today + timedelta(days=days)
    for row in placements(instance, published):
        if today <= row.visit.day < end and row.round.shift in instance.turns:
            yield Pin(
                visit=row.visit.id,
                caregiver=row.caregiver,
                seat=1 if row.seat.number == 1 else 2,
                start=row.stop.start,
            )
