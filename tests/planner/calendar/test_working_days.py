from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.working_days import WORKING_DAYS, WorkingDays

days = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 6),
        date(2026, 4, 3),
        date(2026, 5, 14),
        date(2026, 6, 6),
        date(2026, 10, 31),
        date(2026, 12, 25),
    ],
)
def test_red_days_are_holidays(day):
    assert WORKING_DAYS.is_holiday(day)
    assert not WorkingDays(saturdays=True).is_working_day(day)


def test_an_ordinary_sunday_is_neither_holiday_nor_working_day():
    sunday = date(2026, 3, 1)
    assert not WORKING_DAYS.is_holiday(sunday)
    assert not WORKING_DAYS.is_working_day(sunday)


@pytest.mark.parametrize("eve", [date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 31)])
def test_eves_are_a_setting(eve):
    assert not WORKING_DAYS.is_working_day(eve)
    assert WorkingDays(eves=False).is_working_day(eve)


def test_saturdays_are_a_setting():
    saturday = date(2026, 3, 7)
    assert not WORKING_DAYS.is_working_day(saturday)
    assert WorkingDays(saturdays=True).is_working_day(saturday)


def test_over_easter():
    assert WORKING_DAYS.next(date(2026, 4, 2)) == date(2026, 4, 7)
    assert WORKING_DAYS.previous(date(2026, 4, 7)) == date(2026, 4, 2)
    assert WORKING_DAYS.add(date(2026, 4, 1), 3) == date(2026, 4, 8)
    assert WORKING_DAYS.add(date(2026, 4, 8), -3) == date(2026, 4, 1)


def test_third_working_day_after_new_year():
    assert WORKING_DAYS.add(date(2025, 12, 31), 3) == date(2026, 1, 7)


@given(days)
def test_midsummers_eve_is_the_day_before_midsummer(day):
    friday = next(
        eve
        for eve in (date(day.year, 6, 19) + timedelta(days=n) for n in range(7))
        if eve.weekday() == 4
    )
    assert WORKING_DAYS.is_holiday(friday)
    assert WorkingDays(eves=False).is_holiday(friday + timedelta(days=1))


@given(days)
def test_next_and_previous_are_the_nearest(day):
    later, sooner = WORKING_DAYS.next(day), WORKING_DAYS.previous(day)
    assert sooner < day < later
    assert WORKING_DAYS.is_working_day(later)
    assert WORKING_DAYS.is_working_day(sooner)
    between = (sooner + timedelta(days=n) for n in range(1, (later - sooner).days))
    assert not any(WORKING_DAYS.is_working_day(one) for one in between if one != day)
