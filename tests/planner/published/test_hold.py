"""The freeze horizon: near published visits stay, unless they have become impossible."""

from datetime import timedelta

import pytest

from planner.model.case import Pin, StaffAbsence
from planner.model.instance import Instance
from planner.model.units import CaregiverId, VisitId
from planner.model.visits import Seat
from planner.published.hold import ABSENT, NO_ROOM, NOTHING_HELD, hold
from planner.published.kept import repaired
from tests.build.cases import instance_of, small_case
from tests.build.parts import DAY, MINUTE, window
from tests.build.plans import at, change_stop, moved, small_plan
from tests.build.small import CALL, CHECK, CLEANING, DOUBLE, EVENING, MEDICINE

TOMORROW = DAY + timedelta(days=1)


def published():
    instance = instance_of(small_case())
    return instance, small_plan(instance.case, instance.travel)


def today(**changes) -> Instance:
    """Return the small case as it has become since it was published."""
    return instance_of(small_case(**changes))


def held_today(**changes):
    return hold(today(**changes), published()[1].rounds, TOMORROW)


def with_caregiver(person: str, **changes):
    case = small_case()
    people = tuple(
        row.model_copy(update=changes) if row.id == person else row for row in case.caregivers
    )
    return {"caregivers": people}


def with_service(name: str, **changes):
    case = small_case()
    orders = tuple(
        order.model_copy(
            update={
                "services": tuple(
                    row.model_copy(update=changes) if row.id == name else row
                    for row in order.services
                )
            }
        )
        for order in case.orders
    )
    return {"orders": orders}


def test_what_is_still_possible_is_pinned_with_person_and_start():
    instance, plan = published()
    held = hold(instance, plan.rounds, TOMORROW)
    pins = held.pins(instance.case)
    assert held.reasons == {}
    assert {Seat(pin.visit, pin.seat) for pin in pins} == set(instance.seats)
    stops = {
        (stop.id, stop.seat): (row.caregiver, stop.start)
        for row in plan.rounds
        for stop in row.stops
    }
    assert all(stops[pin.visit, pin.seat] == (pin.caregiver, pin.start) for pin in pins)
    assert repaired(held, plan) == ()


def test_nothing_is_held_beyond_the_frozen_days():
    instance, plan = published()
    assert hold(instance, plan.rounds, DAY) is NOTHING_HELD
    assert hold(instance, (), TOMORROW) is NOTHING_HELD


def test_a_sick_caregivers_visits_are_let_go_and_no_others():
    away = StaffAbsence(caregiver=CaregiverId("A2"), start=at("0:00"), end=at("23:59"))
    held = held_today(staff_absences=(away,))
    mine = {seat for seat, why in held.reasons.items() if why == ABSENT}
    assert mine == held.reasons.keys()
    assert {seat.visit for seat in mine} == {DOUBLE, MEDICINE, "C2:2026-03-02:afternoon"}
    pinned = {(pin.visit, pin.seat) for pin in held.pins(small_case())}
    assert (DOUBLE, 1) in pinned
    assert (DOUBLE, 2) not in pinned


def test_who_has_lost_a_delegation_is_let_go_and_the_fault_is_named():
    held = held_today(**with_caregiver("A2", delegations=()))
    assert set(held.reasons.values()) == {"delegation_missing"}
    assert {seat.visit for seat in held.reasons} == {MEDICINE, "C2:2026-03-02:afternoon"}
    assert held.persons == frozenset()


def test_a_window_that_moved_frees_the_time_and_not_the_person():
    held = held_today(**with_service("S8", window=window("20:00", "20:30")))
    assert held.reasons == {Seat(EVENING): "outside_window"}
    pin = next(pin for pin in held.pins(small_case()) if pin.visit == EVENING)
    assert (pin.caregiver, pin.start) == ("A3", None)


def test_a_visit_that_has_grown_pushes_only_the_next_one():
    held = held_today(**with_service("S6", duration=50 * MINUTE))
    assert list(held.reasons) == [Seat(CALL)]
    assert held.reasons[Seat(CALL)] in {"start_before_arrival", "stops_overlap"}
    assert Seat(CLEANING) not in held.reasons


def test_a_visit_that_fell_out_is_no_repair():
    held = held_today(orders=tuple(row for row in small_case().orders if row.id != "O3"))
    assert held.reasons == {}
    assert CHECK not in {row.seat.visit for row in held.seats}


def test_the_planners_own_pin_comes_first():
    pin = Pin(visit=CHECK, caregiver=CaregiverId("A2"))
    instance = today(pins=(pin,))
    held = hold(instance, published()[1].rounds, TOMORROW)
    assert held.reasons[Seat(CHECK)] == "pin_other_caregiver"
    assert [row for row in held.pins(instance.case) if row.visit == CHECK] == [pin]


def test_a_shift_that_ends_earlier_lets_its_last_visit_go():
    case = small_case()
    shifts = tuple(
        row.model_copy(update={"end": at("19:20").time().replace(hour=19, minute=20)})
        if row.id == "T3"
        else row
        for row in case.shifts
    )
    held = held_today(shifts=shifts)
    assert held.reasons == {Seat(EVENING): "ends_after_shift"}


def test_what_found_no_room_is_let_go_with_its_person():
    held = held_today().without([VisitId(CHECK)])
    assert held.reasons == {Seat(CHECK): NO_ROOM}
    assert CHECK not in {pin.visit for pin in held.pins(small_case())}


def test_a_repair_tells_what_came_in_its_place():
    instance, plan = published()
    held = hold(instance, plan.rounds, TOMORROW)
    later = change_stop(plan, EVENING, moved(20))
    gone = change_stop(later, CHECK, lambda _: None)
    first, second = repaired(held, gone)
    assert (first.was.seat, first.caregiver, first.start) == (Seat(CHECK), None, None)
    assert (second.was.seat, second.caregiver) == (Seat(EVENING), "A3")
    assert second.start == second.was.start + timedelta(minutes=20)


@pytest.mark.parametrize("lacking", [CHECK, EVENING])
def test_a_search_begins_from_the_held_rounds(lacking):
    instance, plan = published()
    held = hold(instance, plan.rounds, TOMORROW)
    found = held.start(change_stop(plan, lacking, lambda _: None).rounds)
    assert {(stop.id, stop.seat) for row in found for stop in row.stops} == {
        (stop.id, stop.seat) for row in plan.rounds for stop in row.stops
    }
