"""What no plan can cover, against every plan there is in a small world of seconds."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.alarm.bound import Asked, Kept, least_uncovered
from planner.alarm.figures import alarms_of
from planner.alarm.unavoidable import unavoidable_of
from planner.score.kpi import measure
from tests.build.cases import instance_of, small_case
from tests.build.parts import client, provider
from tests.build.plans import small_plan
from tests.build.small import with_client

SHIFTS, ROWS, PLACES, WAYS = 2, 3, 2, 2

SPANS = st.tuples(st.integers(0, 12), st.integers(0, 20))
NUMBERS = st.integers(0, 6)


@st.composite
def _world(draw: st.DrawFn) -> tuple[Asked, np.ndarray, np.ndarray, Kept]:
    spans = [draw(SPANS) for _ in range(ROWS)]
    asked = Asked(
        opens=np.array([start for start, _ in spans], np.int64),
        closes=np.array([start + size for start, size in spans], np.int64),
        limit=np.array([draw(NUMBERS) for _ in range(ROWS)], np.int64),
        cost=np.array([draw(st.integers(0, 3)) for _ in range(ROWS)], np.int64),
        way=np.array([draw(st.integers(0, WAYS - 1)) for _ in range(ROWS)], np.int64),
    )
    near = np.array([[draw(SPANS) for _ in range(SHIFTS)] for _ in range(ROWS)], np.int64)
    earliest = draw(st.integers(0, 15))
    kept = Kept(
        shift=0,
        earliest=earliest,
        latest=earliest + draw(st.integers(0, 5)),
        duration=draw(st.integers(0, 9)),
        ways=np.array([[draw(NUMBERS) for _ in range(PLACES)] for _ in range(WAYS)], np.int64),
    )
    return asked, near[:, :, 0], near.sum(axis=2), kept


def paid(asked: Asked, first: np.ndarray, last: np.ndarray, kept: Kept, when: int, at: int) -> int:
    """Return the cost, second by second, with the break at a moment and a place."""
    cost = 0
    for row, second in product(range(ROWS), range(60)):
        near = False
        for shift in range(SHIFTS):
            over = when + kept.duration
            busy = shift == kept.shift and when <= second < over
            far = busy and over + kept.ways[asked.way[row], at] - second > asked.limit[row]
            near |= bool(first[row, shift] <= second < last[row, shift] and not far)
        wanted = asked.opens[row] <= second < asked.closes[row]
        cost += int(asked.cost[row]) * int(wanted and not near)
    return cost


@given(_world())
def test_the_bound_is_the_cost_of_the_best_break(world):
    asked, first, last, kept = world
    moments = range(kept.earliest, kept.latest + 1)
    best = min(paid(asked, first, last, kept, when, at) for when in moments for at in range(PLACES))
    assert least_uncovered(asked, first, last, [kept]) == best


def test_who_is_on_duty_at_no_time_of_the_day_is_unavoidable():
    everybody = instance_of(small_case(providers=(provider(),)))
    plan = small_plan(everybody.case, everybody.travel)
    assert unavoidable_of(everybody) <= alarms_of(everybody, plan).uncovered
    assert measure(everybody, plan).alarm_unavoidable == unavoidable_of(everybody)
    case = small_case(clients=(*small_case().clients, client("C0", "P3", alarm=True)))
    off = tuple(row.model_copy(update={"alarm_duty": False}) for row in case.shifts)
    nobody = instance_of(case.model_copy(update={"shifts": off}))
    assert unavoidable_of(nobody) == alarms_of(nobody, plan).uncovered == 2 * 15 * 3600


def test_without_alarms_nothing_is_unavoidable():
    assert unavoidable_of(with_client(instance_of(small_case()), "C1", alarm=False)) == 0
