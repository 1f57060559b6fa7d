from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.clock import instant_of, wall_time
from planner.calendar.turns import (
    LONGEST_STRETCH,
    activities_of,
    lawful_breaks,
    shifts_on_duty,
    turn_of,
)
from planner.model.case import StaffAbsence
from planner.model.staff import DutyKind
from planner.model.units import CaregiverId
from tests.build.cases import small_case
from tests.build.parts import DAY, HOUR, MINUTE, clock, handover, lunch, shift

SPRING_EVE, AUTUMN_EVE = date(2026, 3, 28), date(2026, 10, 24)


def spans(row):
    return lawful_breaks(row, turn_of(row))


def shown(span):
    return f"{wall_time(span.earliest):%H:%M}-{wall_time(span.latest):%H:%M}"


@pytest.mark.parametrize(("day", "hours"), [(SPRING_EVE, 8), (AUTUMN_EVE, 10), (DAY, 9)])
def test_a_night_lasts_as_long_as_it_lasts(day, hours):
    turn = turn_of(shift("T", "A1", day=day, start=time(22), end=time(7), breaks=()))
    assert turn.end - turn.start == hours * HOUR


def test_a_shift_that_ends_when_it_starts_lasts_a_day():
    turn = turn_of(shift("T", "A1", start=time(7), end=time(7), breaks=()))
    assert turn.end - turn.start == 24 * HOUR


def test_a_break_is_cut_to_five_hours_on_both_sides():
    assert shown(spans(shift("T", "A1", breaks=(lunch("8:00", "14:30"),)))[0]) == "09:30-12:00"
    assert shown(spans(shift("T", "A1", breaks=(lunch("11:00", "11:30"),)))[0]) == "11:00-11:30"


def test_a_break_that_no_start_makes_lawful_is_named():
    assert spans(shift("T", "A1", breaks=(lunch("12:30", "14:00"),))) == (None,)
    assert spans(shift("T", "A1", end=time(19), breaks=(lunch("11:00", "12:00"),))) == (None,)


def test_a_break_stays_in_the_shift():
    short = shift("T", "A1", end=time(11), breaks=(lunch("6:00", "13:00"),))
    assert shown(spans(short)[0]) == "07:00-10:30"


def test_several_breaks_keep_every_stretch_lawful():
    long = shift(
        "T", "A1", end=time(19, 30), breaks=(lunch("14:00", "18:00"), lunch("9:00", "13:00"))
    )
    later, sooner = spans(long)
    assert shown(sooner) == "09:00-12:00"
    assert shown(later) == "14:00-14:30"


def test_a_night_break_lies_after_midnight():
    night = shift("T", "A1", start=time(22), end=time(7), breaks=(lunch("2:00", "3:00"),))
    assert spans(night)[0].earliest == instant_of(date(2026, 3, 3), time(2))


def test_breaks_and_duties_become_activities():
    row = shift("T1", "A1", duties=(handover("7:00"), handover("14:45")))
    rest, first, second = activities_of(row, turn_of(row))
    assert (rest.id, rest.duty, rest.place) == ("T1:break:1", None, None)
    assert (first.id, first.duty) == ("T1:handover:1", DutyKind.HANDOVER)
    assert second.window.earliest == second.window.latest == instant_of(DAY, time(14, 45))


def test_only_shifts_of_the_horizon_whose_caregivers_are_there_are_on_duty():
    case = small_case(
        shifts=(
            shift("before", "A1", day=date(2026, 3, 1)),
            shift("on", "A1"),
            shift("away", "A2"),
            shift("evening", "A2", start=time(15), end=time(22)),
            shift("after", "A1", day=date(2026, 3, 3)),
        ),
        staff_absences=(
            StaffAbsence(
                caregiver=CaregiverId("A2"),
                start=datetime(2026, 3, 2, 5, tzinfo=UTC),
                end=datetime(2026, 3, 2, 14, tzinfo=UTC),
            ),
        ),
    )
    assert [row.id for row, _ in shifts_on_duty(case)] == ["on", "evening"]


def minutes_text(minutes):
    return f"{minutes // 60}:{minutes % 60}"


minutes_of_day = st.integers(7 * 60, 19 * 60)


@given(
    st.integers(5, 12),
    st.lists(
        st.tuples(minutes_of_day, st.integers(0, 240), st.integers(10, 60)), min_size=1, max_size=3
    ),
    st.data(),
)
def test_whatever_start_is_chosen_no_stretch_is_too_long(length, rows, data):
    breaks = tuple(
        lunch(minutes_text(start), minutes_text(start + wide), minutes)
        for start, wide, minutes in rows
    )
    row = shift("T", "A1", end=time(7 + length), breaks=breaks)
    turn, found = turn_of(row), spans(row)
    if None in found:
        return
    taken = sorted(
        (data.draw(st.integers(span.earliest, span.latest)), rest.duration)
        for span, rest in zip(found, breaks, strict=True)
    )
    worked_from = turn.start
    for start, lasting in [*taken, (turn.end, 0)]:
        assert start - worked_from <= LONGEST_STRETCH
        worked_from = max(worked_from, start + lasting)
    assert clock("7:00") == wall_time(turn.start)
    assert all(turn.start <= start <= turn.end - lasting for start, lasting in taken)


def test_the_stretch_is_five_hours():
    assert LONGEST_STRETCH == 300 * MINUTE
