from dataclasses import replace

import pytest

from planner.calendar.clock import moment
from planner.calendar.demand import expand
from planner.model.case import Cancellation, ClientAbsence
from planner.model.clients import HouseholdMode, Preferences
from planner.model.orders import ServiceKind
from planner.model.units import CaregiverId, ClientId, Instant, VisitId
from planner.model.weights import Weights
from planner.rules.ids import RuleId
from planner.score.reference import score
from tests.build.cases import instance_of
from tests.build.homes import WIDE, at_home, couple, planned
from tests.build.judging import codes, cost
from tests.build.parts import DAY, HOUR, client, double, order, service
from tests.build.plans import at
from tests.build.small import find, handed, random_plan

JOINT, OTHER = f"C1:{DAY.isoformat()}:morning", f"C2:{DAY.isoformat()}:morning"
TOGETHER = HouseholdMode.TOGETHER


def test_one_visit_helps_both_and_takes_the_time_of_both():
    (visit,) = expand(couple(TOGETHER)).visits
    assert (visit.id, visit.clients, visit.duration) == (JOINT, ("C1", "C2"), HOUR)
    assert visit.services == ("S1", "S2")


def test_what_is_done_alone_stays_a_visit_of_its_own():
    check = at_home("S3", ServiceKind.CHECK)
    orders = (
        order("O1", "C1", service("S1", window=WIDE)),
        order("O2", "C2", service("S2", window=WIDE), check),
    )
    visits = expand(couple(TOGETHER, orders=orders)).visits
    assert [visit.clients for visit in visits] == [("C1", "C2"), ("C2",)]


@pytest.mark.parametrize(
    "changes",
    [
        {"cancellations": (Cancellation(visit=VisitId(OTHER), told_at=at("6:00")),)},
        {
            "client_absences": (
                ClientAbsence(client=ClientId("C2"), start=at("7:00"), end=at("14:00")),
            )
        },
    ],
)
def test_who_is_left_has_a_visit_alone(changes):
    (visit,) = expand(couple(TOGETHER, **changes)).visits
    assert (visit.id, visit.clients, visit.duration) == (JOINT, ("C1",), HOUR // 2)


def test_neither_is_helped_by_whom_one_of_them_avoids():
    people = (
        client("C1", "P1"),
        client("C2", "P1", preferences=Preferences(avoid=(CaregiverId("A1"),)), pets=("cat",)),
    )
    instance, plan = planned(couple(TOGETHER, clients=people))
    assert find(plan, JOINT)[1].caregiver != "A1"
    assert codes(RuleId.AVOID, instance, handed(plan, JOINT, "T1")) == ["finding"]


def test_contact_counts_for_each_of_them():
    people = (client("C1", "P1", contact="A1"), client("C2", "P1", contact="A2"))
    case = couple(TOGETHER, clients=people, weights=Weights(not_contact=90))
    instance = instance_of(case)
    plan = random_plan(instance, 1)
    by = {shift: handed(plan, JOINT, shift) for shift in ("T1", "T3")}
    assert cost(RuleId.CONTACT, instance, by["T1"]) == 90
    assert cost(RuleId.CONTACT, instance, by["T3"]) == 180
    assert score(instance, plan).by_rule[RuleId.CONTACT] == 90


def test_two_caregivers_come_to_both_when_one_of_them_needs_two():
    orders = (
        order("O1", "C1", service("S1", window=WIDE)),
        order("O2", "C2", service("S2", window=WIDE, double=double())),
    )
    (visit,) = expand(couple(TOGETHER, orders=orders)).visits
    assert visit.second is not None
    assert (visit.second.duration, visit.duration) == (HOUR // 2, HOUR)
    assert replace(visit, second=None).clients == ("C1", "C2")
    assert moment(Instant(visit.window.earliest)).date() == DAY
