from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings

from planner.calendar.clock import day_start, instant_of, wall_time
from planner.calendar.demand import expand
from planner.model.case import ClientAbsence, Horizon
from planner.model.orders import OnHoliday, ServiceKind
from planner.model.places import PlaceKind
from planner.model.units import ClientId
from planner.model.visits import VisitKind
from tests.build.cases import cases, small_case
from tests.build.parts import (
    DAY,
    HOUR,
    MINUTE,
    client,
    daily,
    double,
    gap,
    meal,
    order,
    place,
    second,
    service,
    window,
)

CHECK, ESCORT = ServiceKind.CHECK, ServiceKind.ESCORT


def demand_of(*services, first=DAY, days=1, **changes):
    horizon = Horizon(first=first, days=days)
    fields = {"orders": (order("O1", "C1", *services),), "meal_deliveries": (), "horizon": horizon}
    return expand(small_case(**(fields | changes)))


def labels(demand):
    return [visit.id.split(":", 2)[2] for visit in demand.visits]


def test_services_with_one_label_share_a_visit():
    demand = demand_of(
        service("S1", window=window("7:30", "9:30"), skills=("lift",), delegations=("insulin",)),
        service("S2", window=window("8:00", "10:00"), duration=900, delegations=("eye_drops",)),
        service("S3", "evening", personal_care=False),
    )
    evening, morning = demand.visits
    assert morning.id == "C1:2026-03-02:morning"
    assert morning.services == ("S1", "S2")
    assert morning.duration == 45 * MINUTE
    assert morning.window.earliest == instant_of(DAY, time(8))
    assert morning.window.latest == instant_of(DAY, time(9, 30))
    assert (morning.skills, morning.delegations) == ({"lift"}, {"insulin", "eye_drops"})
    assert morning.personal_care
    assert not evening.personal_care


def test_services_of_two_orders_share_a_visit():
    orders = (order("O1", "C1", service("S1")), order("O2", "C1", service("S2")))
    assert [visit.services for visit in demand_of(orders=orders).visits] == [("S1", "S2")]


@pytest.mark.parametrize("flag", ["time_critical", "uninterruptible", "personal_care"])
def test_one_service_is_enough_for_a_flag(flag):
    calm = service("S1", personal_care=False)
    marked = calm.model_copy(update={"id": "S2", flag: True})
    assert getattr(demand_of(calm, marked).visits[0], flag)
    assert not getattr(demand_of(calm).visits[0], flag)


@pytest.mark.parametrize("kind", ["check", "escort", "respite", "housing_support", "simplified"])
def test_some_kinds_never_share_a_visit(kind):
    demand = demand_of(service("S1"), service("S2", kind=ServiceKind(kind)), service("S3"))
    assert labels(demand) == ["morning", "morning.S2"]


def test_a_service_alone_never_shares_a_visit():
    demand = demand_of(service("S1", alone=True), service("S2", alone=True), service("S3"))
    assert labels(demand) == ["morning", "morning.S1", "morning.S2"]


def test_the_laundry_room_is_a_visit_elsewhere():
    places = (*small_case().places, place("LAUNDRY", 5, PlaceKind.LAUNDRY_ROOM))
    demand = demand_of(
        service("S1"),
        service("S2", place="LAUNDRY"),
        service("S3", place="LAUNDRY"),
        service("S4", place="P1"),
        places=places,
    )
    home, laundry = demand.visits
    assert (home.kind, home.place, home.services) == (VisitKind.HOME, "P1", ("S1", "S4"))
    assert (laundry.kind, laundry.place) == (VisitKind.ELSEWHERE, "LAUNDRY")
    assert laundry.services == ("S2", "S3")


def test_a_phone_visit_has_no_place():
    phone = demand_of(service("S1", kind=ServiceKind.PHONE_VISIT), service("S2")).visits[1]
    assert (phone.kind, phone.place, phone.services) == (VisitKind.PHONE, None, ("S1",))


def test_meal_boxes_are_a_visit_of_their_own():
    demand = demand_of(
        service("S1"), meal_deliveries=(meal("M1", "C1"), meal("M2", "C1", day=date(2026, 3, 3)))
    )
    boxes = demand.visits[0]
    assert boxes.id == "C1:2026-03-02:meal_box.M1"
    assert (boxes.kind, boxes.place, boxes.boxes) == (VisitKind.MEAL_BOX, "P1", 3)
    assert (boxes.services, boxes.duration) == ((), 5 * MINUTE)
    assert len(demand.visits) == 2


def test_a_double_service_gets_a_second_seat():
    demand = demand_of(service("S1"), service("S2", double=double(), duration=600))
    assert demand.visits[0].second == second(0, 600)
    assert demand.visits[0].services == ("S2", "S1")


def test_double_staffing_outside_the_order_text_is_single():
    orders = (order("O1", "C1", service("S1", double=double()), double_in_text=False),)
    assert demand_of(orders=orders).visits[0].second is None


def test_the_gap_counts_from_the_end_of_the_visit_before():
    medicine: dict[str, object] = {"kind": ServiceKind.MEDICATION, "duration": 600}
    demand = demand_of(
        service("S1", "a", window=window("18:00", "20:00"), **medicine),
        service("S2", "b", window=window("8:00", "9:00"), min_gap=4 * HOUR, **medicine),
        service("S3", "b", duration=300),
        service("S4", "c", window=window("12:30", "14:00"), min_gap=3 * HOUR, **medicine),
        service("S5", "d", window=window("10:00", "11:00"), kind=ServiceKind.MEAL),
    )
    a, b, c = (f"C1:2026-03-02:{label}" for label in "abc")
    assert demand.gaps == (
        gap(b, a, 4 * HOUR + 900),
        gap(b, c, 4 * HOUR + 900),
        gap(c, a, 3 * HOUR + 600),
    )


def test_gaps_stay_within_a_day_and_a_client():
    orders = tuple(
        order(f"O{name}", name, service(f"S{name}", min_gap=4 * HOUR)) for name in ("C1", "C2")
    )
    assert demand_of(orders=orders, days=3).gaps == ()


def test_the_evening_group_is_on_duty_from_three():
    def group_at(*times):
        return demand_of(service("S1", window=window(*times))).visits[0].group

    assert group_at("14:30", "16:00") == "G1"
    assert group_at("15:00", "16:00") == "G1E"
    assert group_at("14:00", "18:00", "15:30", "17:00") == "G1E"


def test_without_an_evening_group_the_day_group_is_on_duty():
    clients = (client("C1", "P1", evening_group=None),)
    late = service("S1", window=window("19:00", "20:00"))
    assert demand_of(late, clients=clients).visits[0].group == "G1"


def test_an_order_holds_from_its_first_to_its_last_day():
    orders = (order("O1", "C1", service("S1"), start=date(2026, 3, 3), end=date(2026, 3, 4)),)
    demand = demand_of(orders=orders, days=5)
    assert [visit.day.day for visit in demand.visits] == [3, 4]


def test_visits_that_would_start_in_an_absence_fall_out():
    away = ClientAbsence(
        client=ClientId("C1"),
        start=datetime(2026, 3, 2, 7, 30, tzinfo=UTC),
        end=datetime(2026, 3, 2, 17, tzinfo=UTC),
    )
    demand = demand_of(
        service("S1", "early", window=window("8:00", "11:00")),
        service("S2", "wished", window=window("8:00", "11:00", "9:00", "10:00")),
        service("S3", "first", window=window("8:30", "11:00")),
        service("S4", "back", window=window("18:00", "20:00")),
        client_absences=(away,),
    )
    assert labels(demand) == ["back", "early"]


def test_what_cannot_be_understood_breaks_nothing():
    unread = daily(rule="FREQ=SOMETIMES")
    demand = demand_of(
        service("S1", window=window("7:00", "8:00")),
        service("S2", window=window("12:00", "13:00")),
        service("S3", "never", recurrence=unread),
        orders=(
            order("O1", "C1", service("S1"), service("S3", "never", recurrence=unread)),
            order("O2", "NOBODY", service("S4")),
        ),
        meal_deliveries=(meal("M1", "NOBODY"),),
    )
    assert labels(demand) == ["morning"]


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_daylight_saving_changes_neither_clock_times_nor_lengths(day):
    plain = demand_of(service("S1"), first=day + timedelta(days=7))
    demand = demand_of(service("S1"), first=day - timedelta(days=1), days=3)
    assert [wall_time(visit.window.earliest) for visit in demand.visits] == [time(7, 30)] * 3
    widths = {visit.window.latest - visit.window.earliest for visit in demand.visits}
    assert widths == {visit.window.latest - visit.window.earliest for visit in plain.visits}
    assert {visit.duration for visit in demand.visits} == {30 * MINUTE}
    night = demand.visits[1].window.earliest - demand.visits[0].window.earliest
    assert night == (23 if day.month == 3 else 25) * HOUR


def test_over_easter_and_a_month_end():
    weekly = daily(rule="FREQ=WEEKLY;BYDAY=MO,FR", on_holiday=OnHoliday.PREVIOUS_WORKING_DAY)
    demand = demand_of(service("S1", recurrence=weekly), first=date(2026, 3, 28), days=14)
    assert [f"{visit.day:%m-%d}" for visit in demand.visits] == ["03-30", "04-02", "04-10"]


def test_the_small_case():
    demand = expand(small_case())
    assert len(demand.visits) == 8
    assert [visit.id for visit in demand.visits if visit.second] == ["C1:2026-03-02:morning"]
    assert demand.origin == day_start(DAY)
    assert [turn.shift for turn in demand.turns] == ["T1", "T2", "T3"]
    assert len(demand.activities) == 5
    assert len(demand.gaps) == 1


@settings(max_examples=40)
@given(cases(max_days=4))
def test_a_horizon_is_the_sum_of_its_days(case):
    whole = expand(case)
    days = [
        expand(
            case.model_copy(
                update={
                    "horizon": Horizon(first=case.horizon.first + timedelta(days=number), days=1)
                }
            )
        )
        for number in range(case.horizon.days)
    ]
    assert set(whole.visits) == {visit for day in days for visit in day.visits}
    assert len(whole.visits) == sum(len(day.visits) for day in days)
    assert sorted(whole.gaps, key=str) == sorted((gap for day in days for gap in day.gaps), key=str)
    assert set(whole.turns) == {turn for day in days for turn in day.turns}


@settings(max_examples=40)
@given(cases(max_days=2))
def test_demand_is_sorted_and_does_not_depend_on_the_order_of_the_document(case):
    turned = case.model_copy(
        update={
            name: getattr(case, name)[::-1]
            for name in ("orders", "clients", "shifts", "caregivers", "meal_deliveries")
        }
    )
    demand = expand(case)
    assert expand(turned) == demand
    assert list(demand.visits) == sorted(demand.visits, key=lambda visit: visit.id)
    assert len({visit.id for visit in demand.visits}) == len(demand.visits)
    for visit in demand.visits:
        assert visit.window.earliest <= visit.window.latest
        assert visit.duration > 0
        if visit.second:
            assert visit.second.offset >= 0
            assert visit.second.offset + visit.second.duration <= visit.duration
