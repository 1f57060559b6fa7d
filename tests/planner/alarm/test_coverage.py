"""Intervals and the worst call, against a count of every second."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.alarm.coverage import AT_ONCE, Chances, uncovered, worst
from planner.model.units import Instant
from planner.model.visits import Span

SPAN = Span(Instant(0), Instant(60))
NEVER = 10**6


@st.composite
def _piece(draw: st.DrawFn) -> tuple[int, int, int, int, int]:
    start = draw(st.integers(-10, 65))
    end = start + draw(st.integers(1, 40))
    ready = draw(st.sampled_from([AT_ONCE, end, end + 5]))
    return start, end, ready, draw(st.integers(0, 30)), end + draw(st.integers(-10, 40))


def soonest(found: Chances, second: int) -> int:
    """Return how long after a call at ``second`` somebody is at the door."""
    times = [NEVER]
    rows = zip(found.start, found.end, found.ready, found.road, found.until, strict=True)
    for start, end, ready, road, until in rows:
        door = max(second, ready) + road
        if start <= second < end and door <= until:
            times.append(door - second)
    return min(times)


@given(st.lists(_piece(), max_size=6), st.integers(0, 50))
def test_every_second_is_covered_or_told(rows: list[tuple[int, ...]], limit: int) -> None:
    found = Chances(*np.array(rows, np.int64).reshape(-1, 5).T)
    waits = [soonest(found, second) for second in range(60)]
    told = [n for gap in uncovered(found, SPAN, limit) for n in range(gap.earliest, gap.latest)]
    assert told == [second for second, wait in enumerate(waits) if wait > limit]
    at, longest = worst(found, SPAN)
    assert (at, longest) == (waits.index(max(waits)), None if NEVER in waits else max(waits))
