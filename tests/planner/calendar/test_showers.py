from datetime import date, timedelta

import pytest

from planner.calendar.demand import expand
from planner.calendar.showers import with_eves
from planner.model.case import Horizon
from planner.model.clients import Appointment
from planner.model.orders import ServiceKind
from planner.model.units import ClientId
from tests.build.homes import at_home, one_home
from tests.build.parts import DAY, daily

MONDAY = DAY


def on(*numbers: int) -> list[date]:
    return [MONDAY + timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(
    ("due", "seen", "expected"),
    [
        ([0, 7], [5], [0, 4]),
        ([0, 3, 7], [2], [1, 3, 7]),
        ([0, 4], [3], [2, 4]),
        ([0, 4], [1], [0, 4]),
        ([0], [5], [0]),
        ([1], [3, 4], [2]),
        ([0, 3], [2, 3], [1, 2]),
    ],
)
def test_the_nearest_shower_moves_to_the_day_before(due, seen, expected):
    assert with_eves(on(*due), on(*seen)) == tuple(on(*expected))


@pytest.mark.parametrize("first", range(-2, 6))
def test_a_horizon_of_any_days_sees_the_same_move(first):
    weekly = daily(rule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20260306")
    case = one_home(
        at_home("S1", ServiceKind.SHOWER, recurrence=weekly),
        at_home("S2", ServiceKind.MEAL, recurrence=weekly),
        appointments=(Appointment(client=ClientId("C1"), day=MONDAY + timedelta(days=4)),),
        horizon=Horizon(first=MONDAY + timedelta(days=first), days=3),
    )
    visits = {visit.day: visit.services for visit in expand(case).visits}
    expected = {MONDAY: ("S2",), MONDAY + timedelta(days=3): ("S1",)}
    days = [case.horizon.first + timedelta(days=number) for number in range(3)]
    assert visits == {day: expected[day] for day in days if day in expected}
