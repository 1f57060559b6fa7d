"""Planning several days together around what is published."""

from datetime import timedelta

from planner.model.case import Horizon, StaffAbsence
from planner.model.plan import StopKind
from planner.model.units import CaregiverId
from planner.ports import Budget
from planner.published.kept import repaired
from planner.usecases.plan_horizon import Ports, plan_horizon
from solver.engine import Engine
from tests.build.cases import instance_of, small_case
from tests.build.parts import DAY
from tests.build.plans import at, small_plan
from tests.build.ports import Register, StraightLines
from tests.build.published import Shelf
from tests.build.small import DOUBLE, FixedClock


class Drawer:
    """A store that keeps nothing."""

    def save(self, *_: object) -> bool:
        return True


def planned(shelf, case, until):
    ports = Ports(Engine(), StraightLines(), Register(), Drawer(), FixedClock(), published=shelf)
    return plan_horizon(case, ports, Budget(iterations=30_000), seed=1, frozen_until=until)


def two_days(**changes):
    """Return Monday and Tuesday with the Monday's shifts on both."""
    case = small_case()
    shifts = [
        row.model_copy(update={"id": f"{row.id}-2", "day": DAY + timedelta(days=1)})
        for row in case.shifts
    ]
    horizon = Horizon(first=DAY, days=2)
    return small_case(shifts=(*case.shifts, *shifts), horizon=horizon, **changes)


def seats(plan):
    return {
        (stop.id, stop.seat): (row.caregiver, stop.start)
        for row in plan.rounds
        for stop in row.stops
        if stop.kind is StopKind.VISIT
    }


def monday():
    case = small_case()
    plan = small_plan(case, instance_of(case).travel)
    shelf = Shelf()
    shelf.publish(plan, case)
    return shelf, seats(plan)


def test_the_frozen_day_stays_and_the_other_is_planned():
    shelf, published = monday()
    outcome = planned(shelf, two_days(), DAY + timedelta(days=1))
    found = seats(outcome.plan)
    assert published.items() <= found.items()
    assert len(outcome.held.seats) == len(published)
    assert not outcome.hard


def test_without_a_freeze_nothing_is_held():
    shelf, _ = monday()
    assert planned(shelf, two_days(), None).held.seats == ()


def test_a_sick_caregivers_part_is_taken_over_at_the_same_time():
    shelf, published = monday()
    away = StaffAbsence(caregiver=CaregiverId("A1"), start=at("0:00"), end=at("23:59"))
    outcome = planned(shelf, two_days(staff_absences=(away,)), DAY + timedelta(days=1))
    found = seats(outcome.plan)
    changed = repaired(outcome.held, outcome.plan)
    assert {row.was.caregiver for row in changed if row.reason == "absent"} == {"A1"}
    kept = {seat for seat, (who, _) in published.items() if who != "A1"} - {(DOUBLE, 2)}
    assert {seat: found.get(seat) for seat in kept} == {seat: published[seat] for seat in kept}
    assert not outcome.hard
