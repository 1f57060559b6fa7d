import pytest

from planner.rules.paid import paid_seconds
from planner.score.load import load_of
from tests.build.small import EVENING, small, with_rounds, without

HALF_HOUR, QUARTER = 1800, 900


def test_paid_time_is_the_shifts_without_their_breaks():
    instance, plan = small()
    assert paid_seconds(instance) == {"T1": 27000, "T2": 27000, "T3": 23400}
    assert load_of(instance, plan).paid_time == 77400


def test_visits_duties_and_travel_use_paid_time_and_breaks_do_not():
    instance, plan = small()
    road = sum(r.travel_home + sum(stop.travel for stop in r.stops) for r in plan.rounds)
    care = sum(visit.duration for visit in instance.demand.visits) + HALF_HOUR
    result = load_of(instance, plan)
    assert result.travel == road
    assert result.travel_share == pytest.approx(road / 77400)
    assert result.used_share == pytest.approx((road + care + 2 * QUARTER) / 77400)


def test_the_spread_is_between_all_shifts_on_duty():
    instance, plan = small()
    evening = with_rounds(plan, lambda row: row if row.shift == "T3" else None)
    evening = without(evening, EVENING)
    road = evening.rounds[0].travel_home + sum(stop.travel for stop in evening.rounds[0].stops)
    share = (road + QUARTER) / 23400
    result = load_of(instance, evening)
    assert result.spread == pytest.approx(share)
    assert result.deviation == pytest.approx(share * 2**0.5 / 3)
