"""Response times of alarms (U77, U78, U84)."""

import pytest

from planner.pay.followup.alarm_times import Answered, alarm_times
from planner.pay.followup.settings import FollowUpSettings
from tests.build.followups import alarm, month_with

DEFAULT = FollowUpSettings()


@pytest.mark.parametrize(
    ("row", "settings", "answered", "seconds"),
    [
        (alarm("L1", "08:00:00", "08:29:59"), DEFAULT, Answered.IN_TIME, 1799),
        (alarm("L1", "08:00:00", "08:30:00"), DEFAULT, Answered.IN_TIME, 1800),
        (alarm("L1", "08:00:00", "08:30:01"), DEFAULT, Answered.LATE, 1801),
        (
            alarm("L1", "08:00:00", "08:30:00"),
            FollowUpSettings(alarm_inclusive=False),
            Answered.LATE,
            1800,
        ),
        (alarm("L1", "08:00:00", by_phone=True), DEFAULT, Answered.BY_PHONE, None),
        (alarm("L1", "08:00:00"), DEFAULT, Answered.OPEN, None),
    ],
)
def test_how_a_call_was_answered(row, settings, answered, seconds):
    (found,) = alarm_times(month_with(alarms=[row]), settings).responses
    assert (found.answered, found.seconds) == (answered, seconds)


def test_the_times_of_a_month():
    rows = [
        alarm("L2", "09:00:00", "09:20:00", left="2026-01-07T09:45:00+01:00"),
        alarm("L1", "08:00:00", "08:10:00"),
        alarm("L3", "10:00:00", "10:40:00"),
        alarm("L4", "11:00:00", by_phone=True),
    ]
    found = alarm_times(month_with(alarms=rows), DEFAULT)
    assert [row.call for row in found.responses] == ["L1", "L2", "L3", "L4"]
    assert (found.median, found.longest) == (1200, 2400)
    assert found.responses[1].stay == 1500
    assert (found.count(Answered.IN_TIME), found.count(Answered.LATE)) == (2, 1)


def test_a_month_without_alarms():
    found = alarm_times(month_with(), DEFAULT)
    assert (found.responses, found.median, found.longest) == ((), None, None)
