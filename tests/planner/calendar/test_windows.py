from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.clock import wall_time
from planner.calendar.windows import common_window, hard_span, visit_window, visit_wish
from planner.model.orders import StartWindow
from tests.build.parts import DAY, HOUR, clock, window

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


whole_seconds = st.times().map(lambda wall: wall.replace(microsecond=0))


def wish_of(windows, day):
    return visit_wish(windows, day, visit_window(windows, day))


def shown(span):
    return span and f"{wall_time(span.earliest):%H:%M}-{wall_time(span.latest):%H:%M}"


def test_windows_meet():
    both = [window("7:30", "10:00"), window("8:00", "11:00")]
    assert shown(common_window(both, DAY)) == shown(visit_window(both, DAY)) == "08:00-10:00"


def test_windows_that_touch_meet_in_a_moment():
    assert (
        shown(common_window([window("7:00", "9:00"), window("9:00", "9:30")], DAY)) == "09:00-09:00"
    )


def test_windows_that_do_not_meet_are_a_fault_that_breaks_nothing():
    apart = [window("7:00", "8:00"), window("12:00", "13:00")]
    assert common_window(apart, DAY) is None
    assert shown(visit_window(apart, DAY)) == "12:00-12:00"


def test_wishes_meet_within_the_window():
    wishes = [window("7:00", "9:00", "7:30", "8:30"), window("8:00", "10:00", "7:00", "10:00")]
    assert shown(wish_of(wishes, DAY)) == "08:00-08:30"
    assert shown(wish_of([window("7:00", "9:00"), wishes[0]], DAY)) == "07:30-08:30"


def test_no_wish_or_wishes_that_do_not_meet_are_no_wish():
    assert wish_of([window("7:00", "9:00")], DAY) is None
    apart = [window("7:00", "9:00", "7:00", "7:30"), window("7:00", "9:00", "8:00", "9:00")]
    assert wish_of(apart, DAY) is None


def test_half_a_wish_is_no_wish():
    half = StartWindow(earliest=clock("7:00"), latest=clock("9:00"), preferred_from=clock("8:00"))
    assert wish_of([half], DAY) is None


def test_the_skipped_hour_does_not_turn_a_window_around():
    span = hard_span(window("2:30", "3:15"), SPRING)
    assert shown(span) == "03:30-03:30"


def test_the_repeated_hour_counts_once():
    span = hard_span(window("1:30", "3:30"), AUTUMN)
    assert span.latest - span.earliest == 3 * HOUR
    assert (
        hard_span(window("2:15", "2:45"), AUTUMN).latest
        - hard_span(window("2:15", "2:45"), AUTUMN).earliest
        == HOUR // 2
    )


@given(whole_seconds, whole_seconds, st.sampled_from([SPRING, AUTUMN, DAY]))
def test_a_span_never_closes_before_it_opens(earliest, latest, day):
    span = hard_span(StartWindow(earliest=earliest, latest=latest), day)
    assert span.earliest <= span.latest


@given(st.integers(0, 22 * 60), st.integers(0, 119))
def test_care_hours_last_the_same_on_both_nights(opens, wide):
    opens = max(opens, 7 * 60)
    closes = opens + wide
    times = StartWindow(
        earliest=(clock(f"{opens // 60}:{opens % 60}")),
        latest=clock(f"{min(closes, 1439) // 60}:{min(closes, 1439) % 60}"),
    )
    lengths = {
        hard_span(times, day).latest - hard_span(times, day).earliest
        for day in (SPRING, AUTUMN, SPRING + timedelta(days=1))
    }
    assert len(lengths) == 1
