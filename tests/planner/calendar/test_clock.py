from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.clock import day_of, day_start, instant, instant_of, moment, wall_time
from planner.model.units import Instant

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
HOUR = 3600


def test_winter_and_summer_lie_one_and_two_hours_before_utc():
    assert (
        instant_of(date(2026, 1, 15), time(7)) == datetime(2026, 1, 15, 6, tzinfo=UTC).timestamp()
    )
    assert (
        instant_of(date(2026, 7, 15), time(7)) == datetime(2026, 7, 15, 5, tzinfo=UTC).timestamp()
    )


@pytest.mark.parametrize(
    ("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (date(2026, 3, 28), 24), (date(2026, 7, 1), 24)]
)
def test_a_day_lasts_as_long_as_it_lasts(day, hours):
    assert day_start(day + timedelta(days=1)) - day_start(day) == hours * HOUR


def test_a_skipped_wall_time_moves_forward_by_the_gap():
    assert instant_of(SPRING, time(2, 30)) == instant_of(SPRING, time(3, 30))
    assert wall_time(instant_of(SPRING, time(2, 30))) == time(3, 30)
    assert instant_of(SPRING, time(2)) == instant_of(SPRING, time(3))


def test_a_repeated_wall_time_is_the_first_of_the_two():
    first = instant_of(AUTUMN, time(2, 30))
    assert moment(first).utcoffset() == timedelta(hours=2)
    assert wall_time(first) == wall_time(Instant(first + HOUR)) == time(2, 30)
    assert instant_of(AUTUMN, time(2, 30, fold=1)) == first


def test_a_shift_over_the_night_is_an_hour_shorter_or_longer():
    for day, hours in ((SPRING, 8), (AUTUMN, 10)):
        evening = day - timedelta(days=1)
        assert instant_of(day, time(7)) - instant_of(evening, time(22)) == hours * HOUR


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="without time zone: 2026-03-29T07:00:00"):
        instant(datetime(2026, 3, 29, 7))  # noqa: DTZ001 - the naive one is the point


def test_extreme_moments_do_not_overflow():
    east = timezone(timedelta(hours=14))
    assert instant(datetime(1, 1, 1, tzinfo=east)) < instant(datetime(1, 1, 1, tzinfo=UTC)) < 0


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)))  # noqa: DTZ001 - the strategy adds UTC
def test_the_clock_and_back(naive):
    at = instant(naive.replace(tzinfo=UTC))
    shown = moment(at)
    assert instant(shown) == at
    assert (day_of(at), wall_time(at)) == (shown.date(), shown.time())
    again = instant_of(day_of(at), wall_time(at))
    assert again in (at, at - HOUR)
    assert day_start(day_of(at)) <= at < day_start(day_of(at) + timedelta(days=1))
