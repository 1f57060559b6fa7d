"""The base plan (grundplan): who visits whom when, repeating every two weeks (L11)."""

from typing import Literal

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Day, WallTime
from planner.model.units import CaregiverId, ClientId, ServiceId


class BaseVisit(Value):
    """One caregiver's part of a visit on one day of the two weeks.

    ``service`` is any service of the visit. ``weekday`` counts from 1, Monday; ``week`` is 1 or 2.
    """

    client: ClientId
    service: ServiceId
    weekday: int = Field(ge=1, le=7)
    week: Literal[1, 2]
    seat: Literal[1, 2] = 1
    caregiver: CaregiverId
    start: WallTime


class BasePlan(Value):
    """Two weeks that repeat; week 1 holds ``first``.

    Weeks are counted from there, so that years with 53 weeks do not shift them.
    """

    first: Day
    visits: tuple[BaseVisit, ...] = ()
