from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.clock import MIDNIGHT
from planner.calendar.recurrence import dates, problem_of
from planner.calendar.series import UnreadableRuleError
from planner.model.orders import OnHoliday, Recurrence
from tests.build.recurrences import recurrences

MARCH = date(2026, 3, 1), date(2026, 3, 31)


def series(rule, first=date(2026, 1, 6), **changes):
    return Recurrence(rule=rule, first=first, **changes)


def midnight(day):
    return datetime.combine(day, MIDNIGHT)


def on(*days, month=3):
    return tuple(date(2026, month, day) for day in days)


def test_every_second_tuesday_keeps_its_phase_across_month_ends():
    every_second = series("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    assert dates(every_second, *MARCH) == on(3, 17, 31)
    assert dates(every_second, date(2026, 4, 1), date(2026, 4, 30)) == on(14, 28, month=4)


def test_every_third_day_keeps_its_phase_for_years():
    third = series("FREQ=DAILY;INTERVAL=3", date(2019, 1, 1))
    days = dates(third, *MARCH)
    assert all((day - date(2019, 1, 1)).days % 3 == 0 for day in days)
    assert len(days) == 11


def test_monthly_rules():
    assert dates(series("FREQ=MONTHLY;BYDAY=2WE"), *MARCH) == on(11)
    assert dates(series("FREQ=MONTHLY;BYMONTHDAY=-1"), *MARCH) == on(31)
    assert dates(series("FREQ=MONTHLY;BYMONTHDAY=31"), date(2026, 4, 1), date(2026, 4, 30)) == ()
    assert dates(series("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8"), *MARCH) == on(8)


def test_a_series_does_not_start_before_its_first_day():
    assert dates(series("FREQ=DAILY", date(2026, 3, 30)), *MARCH) == on(30, 31)


def test_count_and_until_end_a_series():
    assert dates(series("FREQ=DAILY;COUNT=3", date(2026, 3, 2)), *MARCH) == on(2, 3, 4)
    assert dates(series("FREQ=DAILY;COUNT=3", date(2026, 2, 27)), *MARCH) == on(1)
    assert dates(series("FREQ=DAILY;UNTIL=20260303"), *MARCH) == on(1, 2, 3)
    assert dates(series("FREQ=DAILY;UNTIL=20260303T225959Z"), *MARCH) == on(1, 2, 3)


def test_small_letters_and_spaces_are_read():
    assert dates(series("freq=weekly; byday=mo"), *MARCH) == on(2, 9, 16, 23, 30)


@pytest.mark.parametrize(
    ("choice", "days"),
    [
        (OnHoliday.KEEP, on(3, month=4)),
        (OnHoliday.SKIP, ()),
        (OnHoliday.NEXT_WORKING_DAY, on(7, month=4)),
        (OnHoliday.PREVIOUS_WORKING_DAY, on(2, month=4)),
    ],
)
def test_good_friday(choice, days):
    friday = series("FREQ=WEEKLY;BYDAY=FR", on_holiday=choice)
    assert dates(friday, date(2026, 3, 31), date(2026, 4, 8)) == days


def test_an_occurrence_moves_into_the_horizon():
    friday = series("FREQ=WEEKLY;BYDAY=FR", on_holiday=OnHoliday.NEXT_WORKING_DAY)
    assert dates(friday, date(2026, 4, 7), date(2026, 4, 7)) == on(7, month=4)


def test_two_occurrences_on_one_day_are_one():
    daily = series("FREQ=DAILY", on_holiday=OnHoliday.NEXT_WORKING_DAY)
    assert dates(daily, date(2026, 4, 2), date(2026, 4, 8)) == on(2, 4, 7, 8, month=4)


def test_excepted_days_fall_out_before_and_after_moving():
    choice = {"on_holiday": OnHoliday.NEXT_WORKING_DAY}
    planned = series("FREQ=WEEKLY;BYDAY=FR", except_days=on(3, month=4), **choice)
    moved = series("FREQ=WEEKLY;BYDAY=FR", except_days=on(7, month=4), **choice)
    assert dates(planned, *on(1, 8, month=4)) == dates(moved, *on(1, 8, month=4)) == ()


@pytest.mark.parametrize(
    ("rule", "hint"),
    [
        ("", "write_rule_as_parts"),
        ("every tuesday", "write_rule_as_parts"),
        ("FREQ=DAILY;", "write_rule_as_parts"),
        ("FREQ=DAILY;FREQ=WEEKLY", "write_rule_as_parts"),
        ("FREQ=WEEKLY;BYDAY=XX", "write_weekdays_as_two_letters"),
        ("FREQ=WEEKLY;BYDAY=2MO", "number_weekdays_monthly"),
        ("FREQ=MONTHLY;BYDAY=0MO", "number_weekdays_monthly"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "use_number_in_range"),
        ("FREQ=MONTHLY;BYMONTHDAY=-32", "use_number_in_range"),
        ("FREQ=MONTHLY;BYMONTHDAY=one", "write_rule_as_parts"),
        ("FREQ=WEEKLY;BYWEEKNO=3", "use_week_numbers_yearly"),
        ("FREQ=WEEKLY\nDTSTART=20260101;BYDAY=MO", "use_whole_day_frequency"),
        ("FREQ=MONTHLY;BYMONTHDAY=", "write_rule_as_parts"),
        ("FREQ=HOURLY", "use_whole_day_frequency"),
        ("BYDAY=MO", "use_whole_day_frequency"),
        ("FREQ=DAILY;BYHOUR=7", "leave_out_clock_parts"),
        ("FREQ=DAILY;INTERVAL=0", "use_positive_number"),
        ("FREQ=DAILY;INTERVAL=-1", "use_positive_number"),
        ("FREQ=DAILY;COUNT=99999999999999999999", "use_positive_number"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20260301", "use_count_or_until"),
        ("FREQ=DAILY;UNTIL=tomorrow", "write_until_as_date"),
        ("FREQ=DAILY;UNTIL=20261331", "write_until_as_date"),
    ],
)
def test_rules_that_cannot_be_read(rule, hint):
    assert problem_of(series(rule)) == hint
    with pytest.raises(UnreadableRuleError):
        dates(series(rule), *MARCH)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    assert problem_of(series(text)) is None or isinstance(problem_of(series(text)), str)


def test_a_rule_that_never_falls_due_ends():
    assert dates(series("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), *MARCH) == ()
    assert dates(series("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=4"), *MARCH) == ()


@given(recurrences(), st.dates(date(2026, 1, 1), date(2027, 6, 1)), st.integers(1, 14))
def test_a_horizon_is_its_days_joined(recurrence, first, length):
    whole = dates(recurrence, first, first + timedelta(days=length - 1))
    parts = (first + timedelta(days=number) for number in range(length))
    assert whole == tuple(day for part in parts for day in dates(recurrence, part, part))


@given(
    recurrences(on_holiday=st.just(OnHoliday.KEEP)), st.dates(date(2026, 1, 1), date(2027, 6, 1))
)
def test_the_same_days_as_dateutil(recurrence, first):
    last = first + timedelta(days=30)
    rule = rrulestr(recurrence.rule, dtstart=midnight(recurrence.first))
    expected = [day.date() for day in rule.between(midnight(first), midnight(last), inc=True)]
    assert dates(recurrence, first, last) == tuple(
        day for day in expected if day not in recurrence.except_days
    )
