"""What deadlines are counted from: the document of a unit's events, days and what is done."""

from typing import Literal

from pydantic import Field

from planner.model.base import Value
from planner.model.moments import Day, Moment
from planner.model.units import ClientId
from planner.pay.deadlines.kinds import Activity, DateKind, EventKind, Municipality
from planner.pay.deadlines.reading import Reading

FACTS_VERSION = 1
"""The version of the document."""


class Event(Value):
    """Something that happened at a moment; ``id`` is the unit's own, for instance an order's."""

    id: str = Field(min_length=1)
    kind: EventKind
    at: Moment
    client: ClientId | None = None


class DayFact(Value):
    """Something that happened, or will, on a day.

    ``ends`` is the day on which a need ends, when ``kind`` is ``need_end_told`` and it is known.
    """

    id: str = Field(min_length=1)
    kind: DateKind
    day: Day
    client: ClientId | None = None
    ends: Day | None = None


class Done(Value):
    """What has been done.

    ``deadline`` is the id of the deadline rule (``U09``), ``about`` the id of the fact, or the
    month (``2026-01``) or week (``2026-W20``) of one that comes back.
    """

    deadline: str
    about: str
    at: Moment


class UnitFacts(Value):
    """The facts of one unit.

    ``lacks`` names what the unit does not do. From the month of ``since`` on, months and meal
    weeks that are neither done nor past the day asked for are told as overdue; without it only
    those within the days asked for are told.
    """

    version: Literal[1] = 1
    unit: str = Field(min_length=1)
    municipality: Municipality
    reading: Reading = Reading()
    lacks: tuple[Activity, ...] = ()
    since: Day | None = None
    events: tuple[Event, ...] = ()
    days: tuple[DayFact, ...] = ()
    done: tuple[Done, ...] = ()
