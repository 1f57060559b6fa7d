from datetime import date, time

import pytest

from planner.checker.clock import hours_of, of_shift, on_the_wall
from planner.checker.needs import needs_of
from planner.model.orders import DoublePart, Service, ServiceKind
from tests.build.cases import small_case
from tests.build.parts import DAY, MINUTE, double, order, service, window

MINUTES_OF_SECOND = [
    ("full", [(DoublePart.FULL, 30, None)], (0, 30)),
    ("first", [(DoublePart.FIRST, 30, 10)], (0, 10)),
    ("last", [(DoublePart.LAST, 30, 10)], (20, 10)),
    ("one alone after", [(DoublePart.NONE, 20, None), (DoublePart.FULL, 30, None)], (0, 30)),
    ("one alone before", [(DoublePart.NONE, 20, None), (DoublePart.LAST, 30, 10)], (40, 10)),
    ("full then first", [(DoublePart.FIRST, 30, 10), (DoublePart.FULL, 15, None)], (0, 25)),
    ("last then full", [(DoublePart.FULL, 15, None), (DoublePart.LAST, 30, 10)], (20, 25)),
    ("longer than it is", [(DoublePart.FIRST, 30, 40)], (0, 30)),
    ("no one", [(DoublePart.NONE, 30, None)], None),
]


def of(*services: Service, **changes: object):
    case = small_case(orders=(order("O1", "C1", *services, **changes),), meal_deliveries=())
    needs, unreadable = needs_of(case)
    assert unreadable == ()
    return {need.label: need for need in needs}


@pytest.mark.parametrize(
    ("parts", "minutes"),
    [row[1:] for row in MINUTES_OF_SECOND],
    ids=[r[0] for r in MINUTES_OF_SECOND],
)
def test_when_the_second_caregiver_comes(parts, minutes):
    services = [
        service(f"S{number}", duration=length * MINUTE, double=double(part, shared))
        for number, (part, length, shared) in enumerate(parts)
    ]
    second = of(*services)["morning"].second
    assert second == (minutes and tuple(MINUTE * one for one in minutes))


def test_double_staffing_counts_only_when_the_order_says_so():
    assert of(service("S1", double=double()), double_in_text=False)["morning"].seats == 1
    cleaning = service("S1", kind=ServiceKind.CLEANING, double=double())
    assert of(cleaning)["morning"].seats == 1


def test_windows_of_one_visit_meet():
    need = of(
        service("S1", window=window("7:30", "9:00", "8:00", "8:30")),
        service("S2", window=window("8:00", "10:00", "8:15", "9:30")),
    )["morning"]
    times = (need.earliest, need.latest, need.usual)
    assert times == tuple(on_the_wall(DAY, time(*at)) for at in ((8, 0), (9, 0), (8, 15)))
    assert need.duration == 60 * MINUTE


@pytest.mark.parametrize("kind", ["check", "escort", "respite", "housing_support", "phone_visit"])
def test_what_is_never_done_together(kind: str):
    labels = of(service("S1"), service("S2", kind=ServiceKind(kind))).keys()
    assert labels == {"morning", "morning.S2"}


def test_alone_and_elsewhere():
    needs = of(service("S1", alone=True), service("S2", place="P2"), service("S3", place="P1"))
    assert {label: need.place for label, need in needs.items()} == {
        "morning.S1": "P1",
        "morning@P2": "P2",
        "morning": "P1",
    }


def test_order_that_has_ended():
    assert of(service("S1"), end=date(2026, 3, 1)) == {}
    assert of(service("S1"), start=date(2026, 3, 3)) == {}


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 28), 8), (date(2026, 3, 29), 9), (date(2026, 10, 24), 10)]
)
def test_nights_when_clocks_turn(day: date, hours: int):
    begins, ends = hours_of(day, time(22), time(7))
    assert ends - begins == hours * 3600
    assert of_shift(day, time(22), time(7), time(6)) == ends - 3600
    assert of_shift(day, time(22), time(7), time(23)) == begins + 3600
