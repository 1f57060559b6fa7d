"""How single services become visits: what shares one, where it happens, what falls out."""

import pytest

from planner.calendar.demand import expand
from planner.model.case import Cancellation
from planner.model.orders import ServiceKind
from planner.model.plan import StopKind
from planner.model.units import VisitId
from planner.model.visits import VisitKind
from planner.rules.reading import instant
from solver.compile import compile_instance
from solver.encode import encode
from tests.build.cases import instance_of, small_case
from tests.build.homes import at_home, one_home, planned
from tests.build.parts import DAY, HOUR, MINUTE
from tests.build.plans import at
from tests.build.small import CALL, CHECK, CLEANING, find, small

CARE = at_home("S1", ServiceKind.MEAL)
APART = (
    ServiceKind.CHECK,
    ServiceKind.ESCORT,
    ServiceKind.RESPITE,
    ServiceKind.HOUSING_SUPPORT,
    ServiceKind.SIMPLIFIED,
)


@pytest.mark.parametrize("kind", APART)
def test_what_never_shares_a_visit_follows_at_the_door(kind):
    instance, plan = planned(one_home(CARE, at_home("S2", kind)))
    one, other = sorted(
        (stop for row in plan.rounds for stop in row.stops if stop.kind is StopKind.VISIT),
        key=lambda stop: stop.start,
    )
    assert len(instance.demand.visits) == 2
    assert {one.place, other.place} == {"P1"}


def test_a_check_shares_a_visit_when_the_order_says_so():
    (visit,) = expand(one_home(CARE, at_home("S2", ServiceKind.CHECK, combined=True))).visits
    assert visit.services == ("S1", "S2")
    escort = at_home("S2", ServiceKind.ESCORT, combined=True)
    assert len(expand(one_home(CARE, escort)).visits) == 2


def test_several_services_are_one_visit():
    (visit,) = expand(one_home(CARE, at_home("S2", ServiceKind.LAUNDRY))).visits
    assert (visit.services, visit.duration) == (("S1", "S2"), HOUR)


def test_a_menu_is_an_errand_of_the_visit_it_is_attached_to():
    menu = at_home("S2", ServiceKind.MENU, duration=5 * MINUTE)
    (visit,) = expand(one_home(CARE, menu)).visits
    assert (visit.services, visit.duration) == (("S1", "S2"), 35 * MINUTE)


def test_shopping_is_done_at_home_unless_a_place_is_named():
    (visit,) = expand(one_home(at_home("S1", ServiceKind.SHOPPING))).visits
    assert (visit.kind, visit.place) == (VisitKind.HOME, "P1")


@pytest.mark.parametrize("kind", [ServiceKind.ESCORT, ServiceKind.LAUNDRY, ServiceKind.SHOPPING])
def test_a_visit_may_start_elsewhere_and_then_shares_nothing_with_home(kind):
    instance, plan = planned(one_home(CARE, at_home("S2", kind, place="P4")))
    away = next(visit for visit in instance.demand.visits if visit.place == "P4")
    assert (away.kind, away.services) == (VisitKind.ELSEWHERE, ("S2",))
    assert find(plan, away.id)[0].place == "P4"


def test_a_call_is_made_without_travel():
    _, plan = small()
    stop, _ = find(plan, CALL)
    assert (stop.place, stop.travel) == (None, 0)


@pytest.mark.parametrize("told", ["2026-03-01 11:59", "2026-03-02 07:00"])
def test_a_visit_turned_down_frees_its_slot_and_leaves_the_rest(told):
    day, wall = told.split()
    down = Cancellation(visit=VisitId(CLEANING), told_at=at(wall, DAY.fromisoformat(day)))
    before = {visit.id for visit in expand(small_case()).visits}
    instance = instance_of(small_case(cancellations=(down,)))
    assert before - {visit.id for visit in instance.demand.visits} == {CLEANING}
    _, plan = small()
    compiled = compile_instance(instance)
    kept = {task for row in encode(instance, compiled, plan).rounds for task in row}
    assert compiled.tasks[CHECK, 1] in kept
    assert (CLEANING, 1) not in compiled.tasks
    assert instant(find(plan, CLEANING)[0].start) > 0
