from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from planner.checker.recurrence import Calendar, UnreadableError, due_days
from planner.model.orders import OnHoliday, Recurrence

FIRST, LAST = date(2026, 1, 1), date(2027, 1, 31)
CALENDAR = Calendar(FIRST, LAST)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def written(freq: str, every: int, days: list[str], more: str) -> str:
    weekdays = f";BYDAY={','.join(days)}" if days else ""
    return f"FREQ={freq};INTERVAL={every}{weekdays}{more}"


PLAIN = st.builds(
    written,
    st.sampled_from(["DAILY", "WEEKLY"]),
    st.integers(1, 9),
    st.lists(st.sampled_from(WEEKDAYS), unique=True, max_size=4),
    st.sampled_from(["", "", ";BYMONTH=1,3,11", ";BYMONTHDAY=-1,1,15", ";BYMONTH=5;BYMONTHDAY=8"]),
)


def due(rule: str, first: date, start: date, end: date, **changes: object) -> frozenset[date]:
    recurrence = Recurrence.model_validate({"rule": rule, "first": first} | changes)
    return due_days(recurrence, start, end, CALENDAR)


@given(PLAIN, st.dates(date(2024, 1, 1), date(2026, 3, 1)), st.dates(FIRST, date(2026, 12, 1)))
def test_plain_rules_are_counted_as_the_standard_says(rule: str, first: date, start: date):
    end = start + timedelta(days=13)
    standard = rrulestr(rule, dtstart=datetime.combine(first, time()))
    wanted = standard.between(
        datetime.combine(start, time()), datetime.combine(end, time()), inc=True
    )
    assert due(rule, first, start, end) == {moment.date() for moment in wanted}


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", [(1, 31), (3, 31), (5, 31)]),
        ("FREQ=MONTHLY;BYDAY=1MO", [(2, 2), (3, 2), (4, 6), (5, 4)]),
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", [(1, 30), (2, 27), (3, 27), (4, 24), (5, 29)]),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260120", [(1, 13), (1, 20)]),
        ("FREQ=DAILY;COUNT=3", [(1, 12), (1, 13)]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", []),
        ("FREQ=YEARLY;BYWEEKNO=3;BYDAY=MO", [(1, 12)]),
    ],
)
def test_other_rules(rule: str, days: list[tuple[int, int]]):
    found = due(rule, date(2026, 1, 11), date(2026, 1, 12), date(2026, 5, 31))
    assert sorted(found) == [date(2026, month, day) for month, day in days]


@pytest.mark.parametrize(
    ("wish", "done"),
    [
        (OnHoliday.KEEP, date(2026, 6, 19)),
        (OnHoliday.SKIP, None),
        (OnHoliday.NEXT_WORKING_DAY, date(2026, 6, 22)),
        (OnHoliday.PREVIOUS_WORKING_DAY, date(2026, 6, 18)),
    ],
)
def test_midsummer_eve(wish: OnHoliday, done: date | None):
    found = due(
        "FREQ=WEEKLY;BYDAY=FR",
        date(2026, 6, 19),
        date(2026, 6, 17),
        date(2026, 6, 24),
        on_holiday=wish,
    )
    assert found == ({done} if done else set())


def test_excepted_days_are_left_out_where_they_fall_and_where_they_would_move():
    left_out = (date(2026, 6, 22),)
    after = OnHoliday.NEXT_WORKING_DAY
    week = (date(2026, 6, 17), date(2026, 6, 24))
    eve = date(2026, 6, 19)
    assert due("FREQ=YEARLY", eve, *week, on_holiday=after) == set(left_out)
    assert due("FREQ=YEARLY", eve, *week, on_holiday=after, except_days=left_out) == set()
    daily = due("FREQ=DAILY", date(2026, 6, 21), *week, except_days=left_out)
    assert daily == {date(2026, 6, 21), date(2026, 6, 23), date(2026, 6, 24)}


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "often",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=MONTHLY;INTERVAL=many",
        "FREQ=DAILY;INTERVAL=0",
    ],
)
def test_unreadable_rules(rule: str):
    with pytest.raises(UnreadableError):
        due(rule, FIRST, FIRST, LAST)
