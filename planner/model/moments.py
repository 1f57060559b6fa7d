"""Dates, wall-clock times and moments as they stand in a document."""

from datetime import UTC, date, datetime, time
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""The days that planning reckons with; beyond them lies a typing error."""


def _wall_time(value: time) -> time:
    """Refuse a wall-clock time with a zone or with fractions of a second."""
    if value.tzinfo is not None:
        raise PydanticCustomError("time_with_zone", "wall-clock time with a zone")
    if value.microsecond:
        raise PydanticCustomError("time_with_fraction", "wall-clock time with fractions")
    return value.replace(fold=0)


def _utc(value: datetime) -> datetime:
    """Bring a moment to UTC, so that equal moments are written alike."""
    return value.astimezone(UTC)


Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
"""A day from 1900 to 2199, written ``2026-03-02``."""

WallTime = Annotated[
    time,
    AfterValidator(_wall_time),
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"}),
]
"""What the clock on the wall shows in the planning time zone, written ``07:30``."""

Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime.combine(FIRST_DAY, time(), UTC), le=datetime.combine(LAST_DAY, time(), UTC)),
    AfterValidator(_utc),
]
"""A moment from 1900 to 2199 with its offset from UTC, kept in UTC."""
