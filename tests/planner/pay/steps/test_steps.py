"""The small steps that all models share."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.working_days import WORKING_DAYS
from planner.model.units import ClientId, Instant, OrderId, Seconds, ServiceId
from planner.pay.account import Period
from planner.pay.lines import Status
from planner.pay.model.kinds import Insats, Per
from planner.pay.model.orders import Grant, GrantedService, MonthOrder
from planner.pay.steps.caps import Fit, fill
from planner.pay.steps.days import at, day_of, days_between, instant, seconds_between
from planner.pay.steps.grants import daily
from planner.pay.steps.locks import approval, lock_after, nth_working_day
from planner.pay.steps.overlap import clusters, common, covered, shared_with
from planner.pay.steps.shares import share, split
from planner.pay.steps.spells import ordered_on, services_of, spells

START = datetime(2026, 3, 10, 8, tzinfo=UTC)


class Row:
    """Something that lasts; minutes after eight."""

    def __init__(self, begin: int, end: int) -> None:
        self.start = START + timedelta(minutes=begin)
        self.end = START + timedelta(minutes=end)


ROWS = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 40)).map(lambda r: Row(r[0], r[0] + r[1])),
    max_size=8,
)


@given(st.integers(0, 10**6), st.integers(0, 500), st.integers(1, 500))
def test_a_share_is_within_half_a_second(whole: int, part: int, of: int) -> None:
    assert abs(share(whole, part, of) * of - whole * part) * 2 <= of


@given(st.integers(0, 10**6), st.lists(st.integers(0, 999), min_size=1).filter(any))
def test_split_parts_add_up(whole: int, weights: list[int]) -> None:
    parts = split(whole, tuple(weights))
    assert sum(parts) == whole
    assert min(parts) >= 0


def test_a_day_of_a_month_by_thirty_point_four() -> None:
    assert share(218_880, 10, 304) == 7_200


@given(ROWS)
def test_time_covered_is_that_of_each_minute_once(rows: list[Row]) -> None:
    minutes = {
        minute
        for row in rows
        for minute in range(
            int((row.start - START).total_seconds()) // 60,
            int((row.end - START).total_seconds()) // 60,
        )
    }
    assert covered(rows) == 60 * len(minutes)
    groups = clusters(rows)
    assert sum(covered(group) for group in groups) == covered(rows)
    assert sorted(map(id, rows)) == sorted(id(row) for group in groups for row in group)


def test_what_touches_does_not_overlap() -> None:
    assert common(Row(0, 15), Row(15, 30)) == 0
    assert len(clusters([Row(0, 15), Row(15, 30)])) == 2
    assert shared_with(Row(0, 30), [Row(10, 20), Row(15, 40)]) == 20 * 60


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 99)), max_size=9))
def test_a_cap_is_never_exceeded_and_nothing_is_lost(asks: list[tuple[str, int]]) -> None:
    room = {"a": 120, "b": None}
    fits = fill(asks, room)
    assert [fit.within + fit.beyond for fit in fits] == [time for _, time in asks]
    used = sum(fit.within for fit, (key, _) in zip(fits, asks, strict=True) if key == "a")
    assert used == min(120, sum(time for key, time in asks if key == "a"))


def test_no_pot_no_room() -> None:
    assert fill([("x", 5)], {}) == (Fit(Seconds(0), Seconds(5)),)


def test_days_are_those_of_the_swedish_clock() -> None:
    assert day_of(datetime(2026, 3, 9, 23, 30, tzinfo=UTC)) == date(2026, 3, 10)
    spring = at(date(2026, 3, 29), time(2, 30))
    assert spring == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    whole = seconds_between(at(date(2026, 3, 29), time()), at(date(2026, 3, 30), time()))
    assert whole == 23 * 3600
    assert days_between(date(2026, 3, 2), date(2026, 3, 1)) == ()


def march(settled: datetime | None = None) -> Period:
    at_ = None if settled is None else instant(settled)
    return Period(date(2026, 3, 1), date(2026, 3, 31), at_, WORKING_DAYS)


def test_the_third_working_day_jumps_easter() -> None:
    assert nth_working_day(date(2026, 4, 1), 3, WORKING_DAYS) == date(2026, 4, 7)
    assert lock_after(march(), 1, time(15)) == instant(datetime(2026, 4, 1, 13, tzinfo=UTC))


@pytest.mark.parametrize(
    ("approved", "settled", "expected"),
    [
        (None, None, Status.SURE),
        (None, 5, Status.PENDING),
        (None, 10, Status.LOCKED_OUT),
        (4, None, Status.SURE),
        (10, None, Status.LOCKED_OUT),
        (4, 12, Status.SURE),
        (11, 12, Status.LOCKED_OUT),
        (8, 5, Status.PENDING),
    ],
)
def test_what_approval_makes_of_a_row(
    approved: int | None, settled: int | None, expected: Status
) -> None:
    def moment(day: int | None) -> datetime | None:
        return None if day is None else datetime(2026, 4, day, tzinfo=UTC)

    lock = Instant(int(datetime(2026, 4, 10, tzinfo=UTC).timestamp()))
    assert approval(moment(approved), lock, march(moment(settled))) is expected


def test_without_a_lock_nothing_is_locked_out() -> None:
    year_later = datetime(2027, 4, 1, tzinfo=UTC)
    assert approval(None, None, march(year_later)) is Status.PENDING


def version(number: int, start: str, end: str | None = None) -> MonthOrder:
    return MonthOrder(
        id=OrderId("O1"),
        version=number,
        client=ClientId("C1"),
        start=date.fromisoformat(start),
        end=None if end is None else date.fromisoformat(end),
        services=(GrantedService(id=ServiceId("S1"), kind=Insats.MEAL),),
    )


def test_a_later_version_takes_over_and_never_goes_back() -> None:
    orders = [version(2, "2026-03-10"), version(1, "2026-01-01"), version(3, "2026-03-05")]
    found = [(row.order.version, row.first.day, row.last.day) for row in spells(orders)]
    assert found == [(1, 1, 4), (3, 5, 31)]
    services = services_of(spells(orders))
    ordered = ordered_on(services, ClientId("C1"), ServiceId("S1"), date(2026, 3, 12))
    assert ordered is not None
    assert ordered.order.version == 3


def test_what_has_not_begun_is_not_ordered() -> None:
    assert spells([version(1, "2026-03-10")], begin=lambda _: None) == ()
    assert spells([version(1, "2026-03-10", "2026-03-09")]) == ()


@given(st.integers(0, 10**6), st.sampled_from((Per.WEEK, Per.MONTH)))
def test_whole_weeks_and_months_add_up(time_: int, per: Per) -> None:
    days = days_between(date(2026, 6, 1), date(2026, 6, 30 if per is Per.MONTH else 28))
    weeks = 1 if per is Per.MONTH else 4
    assert sum(daily(Grant(time=Seconds(time_), per=per), days, {}).values()) == weeks * time_
