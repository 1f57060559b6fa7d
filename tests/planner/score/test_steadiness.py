from datetime import date, timedelta

import pytest

from planner.model.case import Horizon
from planner.model.orders import ServiceKind
from planner.score.steadiness import steadiness_of
from tests.build.cases import instance_of
from tests.build.homes import WIDE, at_home, one_home
from tests.build.parts import DAY, caregiver, service, shift
from tests.build.plans import Call, plan_of, round_of

MARCH_SUNDAY = date(2026, 3, 28)


def planned(starts, first=DAY):
    """Return C1's mornings at the given clock times on the days from ``first``, and a call."""
    days = [first + timedelta(days=number) for number in range(len(starts))]
    case = one_home(
        service("S1", window=WIDE),
        at_home("S2", ServiceKind.PHONE_VISIT),
        horizon=Horizon(first=first, days=len(days)),
        caregivers=(caregiver("A1"),),
        shifts=tuple(shift(f"T{number}", "A1", day=day) for number, day in enumerate(days)),
    )
    instance = instance_of(case)
    rounds = (
        round_of(case, instance.travel, f"T{number}", Call(f"C1:{day}:morning", wall, 30, "P1"))
        for number, (day, wall) in enumerate(zip(days, starts, strict=True))
    )
    return instance, plan_of(case, *rounds)


@pytest.mark.parametrize("first", [DAY, MARCH_SUNDAY])
def test_the_spread_is_from_the_earliest_to_the_latest_start_on_the_clock(first):
    steady = steadiness_of(*planned(["9:00", "9:20", "8:50"], first))
    assert (steady.series, steady.mean, steady.worst) == (1, 1800, 1800)
    assert steady.worst_client == "C1"


def test_a_single_visit_is_no_series():
    assert steadiness_of(*planned(["9:00"])).worst is None
