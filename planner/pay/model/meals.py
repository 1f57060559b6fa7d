"""Meal boxes of a month: ordered, delivered, cancelled (U64-U67, U90-U97, B03, H27)."""

from datetime import date

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Day, Moment
from planner.model.units import CaregiverId, ClientId, Seconds, VisitId
from planner.pay.model.kinds import Away


class MealRow(Value):
    """Meal boxes for a client.

    ``ordered_for`` is the day of delivery that was ordered, ``delivered`` the day they came (left
    out: they did not), ``serving_days`` the days they are for. ``duration`` are the seconds of the
    stop. ``cancelled`` is when the provider was told, ``reason`` why. ``wrong``: wrong content,
    discarded (U97). ``joined`` is a visit it was wrongly registered together with (U67).
    """

    id: str = Field(min_length=1)
    client: ClientId
    boxes: int = Field(ge=1, le=100)
    ordered: Moment | None = None
    ordered_for: Day | None = None
    changed: Moment | None = None
    delivered: Day | None = None
    serving_days: tuple[date, ...] = ()
    duration: Seconds = Field(default=Seconds(0), ge=0, le=24 * 3600)
    caregiver: CaregiverId | None = None
    cancelled: Moment | None = None
    reason: Away | None = None
    wrong: bool = False
    joined: VisitId | None = None
    approved: Moment | None = None
