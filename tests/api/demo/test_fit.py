"""Items fitted into a stretch keep the road, the anchors and the wanted waiting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.demo.drafts import Item, NoFitError, Slot, Stop, Task
from api.demo.fit import Stretch, fit, fit_around, waiting
from api.demo.menu import CHECK
from planner.model.places import TravelMode
from tests.build.demo import lot

LEG = 240
HOUR = 3600


def slot(rows: int = 9) -> Slot:
    seconds = [[abs(one - other) * LEG for other in range(rows)] for one in range(rows)]
    return Slot(0, False, TravelMode.CAR, 0, 10 * HOUR, seconds)


def item(row: int, least: int = 10, most: int = 60, at: int | None = None) -> Item:
    return Item(Task(row, CHECK, "check", row), row, least, most, at=at)


def follow(stretch: Stretch, stops: list[Stop]) -> None:
    """Fail unless each stop starts after the road from the one before."""
    here, free = stretch.start, stretch.opens
    for stop in stops:
        assert stop.start >= free + stretch.slot.leg(here, stop.row)
        here, free = stop.row, stop.end
    assert free + stretch.slot.leg(here, stretch.end) <= stretch.closes


@given(
    st.lists(st.integers(1, 8), min_size=1, max_size=5),
    st.integers(100, 240),
    st.integers(0, 900),
    st.integers(0, 99),
)
def test_a_fitted_stretch_can_be_done(rows: list[int], minutes: int, idle: int, seed: int) -> None:
    stretch = Stretch(slot(), 0, minutes * 60, 0, 0)
    try:
        stops = fit(stretch, [item(row) for row in rows], idle, lot(seed))
    except NoFitError:
        return
    follow(stretch, stops)
    assert all(600 <= stop.seconds <= 3600 for stop in stops)


def test_what_cannot_fit_is_refused() -> None:
    stretch = Stretch(slot(), 0, 30 * 60, 0, 0)
    with pytest.raises(NoFitError):
        fit(stretch, [item(1), item(8), item(2)], 0, lot(1))


def test_waiting_is_as_wanted_where_lengths_allow() -> None:
    stretch = Stretch(slot(), 0, 3 * HOUR, 0, 0)
    stops = fit(stretch, [item(1), item(2), item(3)], 600, lot(1))
    assert 600 <= waiting(stretch, stops) < 660


def test_an_anchor_starts_when_it_must() -> None:
    stretch = Stretch(slot(), 0, 3 * HOUR, 0, None)
    anchor = item(4, 20, 20, at=HOUR)
    units = [(item(row),) for row in (1, 2, 5, 6)]
    stops = fit_around(stretch, units, [anchor], 600, lot(2))
    follow(stretch, stops)
    assert HOUR in [stop.start for stop in stops if stop.row == 4]
    assert sorted(stop.row or 0 for stop in stops) == [1, 2, 4, 5, 6]


def test_a_couple_stays_together() -> None:
    stretch = Stretch(slot(), 0, 4 * HOUR, 0, 0)
    pair = (item(3, 10, 20), item(3, 10, 21))
    units = [(item(row),) for row in (8, 1, 6)] + [pair]
    stops = fit_around(stretch, units, (), 600, lot(3))
    rows = [stop.row for stop in stops]
    assert rows[rows.index(3) : rows.index(3) + 2] == [3, 3]
