"""The whole follow-up of a month."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.pay.followup.alarm_times import AlarmTimes, alarm_times
from planner.pay.followup.beyond import Beyond, beyond_order
from planner.pay.followup.faces import Faces, faces_of
from planner.pay.followup.registrations import Registrations, registrations
from planner.pay.followup.settings import FollowUpSettings
from planner.pay.followup.spot_checks import SpotCheck, spot_checks
from planner.pay.lines import Line
from planner.pay.model.month import Month


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is to be looked at in a month, by topic."""

    spot_checks: tuple[SpotCheck, ...]
    alarms: AlarmTimes
    registrations: Registrations
    beyond: tuple[Beyond, ...]
    faces: tuple[Faces, ...]


def follow_up(
    month: Month, lines: Iterable[Line], settings: FollowUpSettings | None = None
) -> FollowUp:
    """Return the follow-up of ``month``, settled in ``lines``."""
    given = settings or FollowUpSettings()
    return FollowUp(
        spot_checks=spot_checks(month, given),
        alarms=alarm_times(month, given),
        registrations=registrations(month),
        beyond=beyond_order(month, lines),
        faces=faces_of(month),
    )
