from datetime import date, time, timedelta

import pytest

from planner.checks import check_case
from planner.model.case import Horizon
from tests.build.cases import small_case
from tests.build.parts import DAY, caregiver, lunch, shift


def faults(**changes):
    quiet = {"orders": (), "meal_deliveries": ()}
    return [
        (fault.code, fault.severity, fault.path)
        for fault in check_case(small_case(**quiet, **changes))
    ]


def evening_then_morning(rest_hours, profile):
    end = time(22)
    start = time((22 + rest_hours) % 24)
    late = shift("T1", "A1", start=time(15), end=end, breaks=(lunch("17:30", "19:30"),))
    early = shift(
        "T2", "A1", day=DAY + timedelta(days=1), start=start, end=time(start.hour + 4), breaks=()
    )
    staff = (caregiver("A1", employer_profile=profile), *small_case().caregivers[1:])
    return faults(shifts=(late, early), caregivers=staff)


@pytest.mark.parametrize(
    ("rest", "profile", "severity"),
    [
        (9, "municipal_ab", "error"),
        (10, "municipal_ab", "error"),
        (9, "private", "warning"),
        (8, "private", "error"),
        (9, "another", "warning"),
    ],
)
def test_daily_rest_by_employer(rest, profile, severity):
    told = evening_then_morning(rest, profile)
    assert told == [("daily_rest_short", severity, "$.shifts[1].start")]


def test_eleven_hours_are_enough():
    assert evening_then_morning(11, "municipal_ab") == []


def test_the_halves_of_a_day_need_no_night_between_them():
    morning = shift("T1", "A1", end=time(11), breaks=())
    evening = shift("T2", "A1", start=time(16), end=time(20), breaks=())
    assert faults(shifts=(morning, evening)) == []


def week(*days_off, start=DAY):
    return tuple(
        shift(f"T{number}", "A1", day=start + timedelta(days=number))
        for number in range(7)
        if number not in days_off
    )


def test_a_week_without_a_day_off():
    told = faults(shifts=week(), horizon=Horizon(first=DAY, days=7))
    assert told == [("weekly_rest_short", "error", "$.shifts[0]")]
    assert faults(shifts=week(3), horizon=Horizon(first=DAY, days=7)) == []


def test_weekly_rest_is_known_of_whole_weeks_only():
    assert faults(shifts=week(), horizon=Horizon(first=DAY, days=6)) == []


def test_a_later_week_of_the_horizon_counts():
    shifts = (
        *week(0),
        *(
            row.model_copy(update={"id": f"{row.id}b"})
            for row in week(start=DAY + timedelta(days=7))
        ),
    )
    told = faults(shifts=shifts, horizon=Horizon(first=DAY, days=14))
    assert [code for code, _, _ in told] == ["weekly_rest_short"]


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 28), 13), (date(2026, 10, 24), 12)])
def test_shift_length_is_elapsed_time(day, hours):
    breaks = (lunch("22:00", "22:30"), lunch("2:30", "3:00"))
    night = shift(
        "T1", "A1", day=day, start=time(18), end=time((18 + hours + 1) % 24), breaks=breaks
    )
    codes = {code for code, _, _ in faults(shifts=(night,))}
    assert ("shift_too_long" in codes) == (day.month == 10)


def test_a_private_employer_is_only_warned_of_a_long_shift():
    staff = (caregiver("A1", employer_profile="private"), *small_case().caregivers[1:])
    breaks = (lunch("11:00", "11:30"), lunch("16:00", "16:15"))
    told = faults(shifts=(shift("T1", "A1", end=time(20, 30), breaks=breaks),), caregivers=staff)
    assert told == [("shift_too_long", "warning", "$.shifts[0].end")]
