"""How fast alarms were answered (U84): from the call of the alarm centre to the arrival (U77)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median_low

from planner.model.units import CaregiverId, ClientId, VisitId
from planner.pay.followup.settings import FollowUpSettings
from planner.pay.model.month import Month
from planner.pay.model.visits import AlarmCall
from planner.pay.steps.days import day_of


class Answered(StrEnum):
    """How a call was answered; ``open``: neither arrival nor a solution by phone is noted."""

    IN_TIME = "in_time"
    LATE = "late"
    BY_PHONE = "by_phone"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Response:
    """One call: ``seconds`` until somebody arrived, ``stay`` until they left, where known."""

    call: VisitId
    client: ClientId
    caregiver: CaregiverId | None
    day: date
    answered: Answered
    seconds: int | None
    stay: int | None


@dataclass(frozen=True, slots=True)
class AlarmTimes:
    """All calls of a month. ``median`` and ``longest`` are seconds, of the calls gone to."""

    responses: tuple[Response, ...]
    median: int | None
    longest: int | None

    def count(self, answered: Answered) -> int:
        """Return how many calls were answered like that."""
        return sum(1 for row in self.responses if row.answered is answered)


def alarm_times(month: Month, settings: FollowUpSettings) -> AlarmTimes:
    """Return how the calls of ``month`` were answered, in the order of the calls."""
    calls = sorted(month.alarms, key=lambda call: (call.called, call.id))
    responses = tuple(_response(call, settings) for call in calls)
    known = [row.seconds for row in responses if row.seconds is not None]
    return AlarmTimes(responses, _median(known), max(known, default=None))


def _response(call: AlarmCall, settings: FollowUpSettings) -> Response:
    """Return how one call was answered."""
    if call.arrived is None:
        answered, seconds = (Answered.BY_PHONE if call.by_phone else Answered.OPEN), None
    else:
        seconds = int((call.arrived - call.called).total_seconds())
        exactly = seconds == settings.alarm and settings.alarm_inclusive
        in_time = seconds < settings.alarm or exactly
        answered = Answered.IN_TIME if in_time else Answered.LATE
    there = call.arrived is not None and call.left is not None
    stay = int((call.left - call.arrived).total_seconds()) if there else None  # type: ignore[operator]
    return Response(
        call.id, call.client, call.caregiver, day_of(call.called), answered, seconds, stay
    )


def _median(values: Sequence[int]) -> int | None:
    """Return the middle of ``values``, the lower of two."""
    return median_low(values) if values else None
