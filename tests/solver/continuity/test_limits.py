"""Limits: no plan goes beyond them, and what they count is what roster and skills say."""

from datetime import timedelta

import pytest
from hypothesis import given, settings

from planner.model.case import Horizon, Pin
from planner.model.units import CaregiverId, ClientId, VisitId
from planner.score.continuity import continuity_of
from planner.score.continuity.against import goal_of, reached
from planner.score.continuity.limits import ClientLimits, Limits
from solver.continuity.limits import ContinuityLimits
from tests.build.cases import DAY, cases, instance_of, small_case
from tests.build.parts import shift
from tests.build.small import DOUBLE, random_plan, small, with_client

FIND = ContinuityLimits()
C1, C2, C3, C4 = (ClientId(f"C{number}") for number in range(1, 5))


@settings(max_examples=15, deadline=None)
@given(cases(max_days=2))
def test_no_plan_goes_beyond_the_limits(case):
    instance = instance_of(case.model_copy(update={"pins": ()}))
    limits = FIND.find(instance)
    for seed in range(3):
        plan = random_plan(instance, seed)
        found = continuity_of(instance, plan)
        for client, row in found.shares.items():
            assert row.visits_by_contact <= limits.clients[client].by_contact
            assert limits.clients[client].by_contact <= limits.clients[client].other_roster
        if not plan.unplaced:
            assert found.total.visits_by_contact <= limits.by_contact
            assert all(limits.clients[c].caregivers <= n for c, n in found.faces.items())


def test_the_small_case_as_one_counts_it_by_hand():
    limits = FIND.find(small()[0])
    assert limits.clients[C1] == ClientLimits(C1, CaregiverId("A1"), 1, 1, 1, 2)
    assert limits.clients[C2] == ClientLimits(C2, CaregiverId("A2"), 2, 2, 2, 1)
    assert limits.clients[C3] == ClientLimits(C3, None, 2, 0, 0, 1)
    assert limits.clients[C4] == ClientLimits(C4, CaregiverId("A3"), 1, 1, 1, 1)
    assert [(row.groups, row.visits, row.by_contact) for row in limits.groups] == [
        (("G1", "G1E"), 4, 4)
    ]


def test_a_contact_who_works_at_other_hours_can_do_nothing_but_another_roster_could_help():
    instance = with_client(small()[0], "C4", contact="A1")
    row = FIND.find(instance).clients[C4]
    assert (row.by_contact, row.share, row.other_roster) == (0, 0, 1)


def test_skills_and_delegation_bind():
    instance = with_client(small()[0], "C2", contact="A3")
    row = FIND.find(instance).clients[C2]
    assert (row.by_contact, row.other_roster) == (0, 0)


def test_a_contact_off_duty_reaches_nothing():
    days = tuple(
        row.model_copy(update={"id": f"{row.id}-{n}", "day": DAY + timedelta(days=n)})
        for row in small_case().shifts
        for n in (0, 1)
        if (row.caregiver, n) != ("A2", 1)
    )
    case = small_case(horizon=Horizon(first=DAY, days=2), shifts=days)
    row = FIND.find(instance_of(case)).clients[C2]
    assert (row.visits, row.by_contact, row.other_roster, row.caregivers) == (4, 2, 2, 1)


def test_pins_are_decisions_and_no_limits():
    pin = Pin(visit=VisitId(DOUBLE), caregiver=CaregiverId("A2"))
    assert FIND.find(instance_of(small_case(pins=(pin,)))) == FIND.find(small()[0])


def test_nobody_is_in_two_places_at_once():
    short = tuple(shift("T1", "A1") if row.id == "T1" else row for row in small_case().shifts)
    instance = instance_of(small_case(shifts=short))
    instance = with_client(with_client(instance, "C2", contact="A1"), "C3", contact="A1")
    limits = FIND.find(instance)
    alone = sum(limits.clients[client].by_contact for client in (C1, C2, C3, C4))
    assert limits.by_contact <= alone
    assert limits.clients[C2].by_contact == 2


def test_a_plan_is_held_against_the_limits():
    instance, plan = small()
    found = continuity_of(instance, plan)
    near = reached(found, FIND.find(instance))
    assert near.of_joint == found.total.visits_by_contact / 4
    assert near.caregivers is not None
    assert near.caregivers >= 1
    assert reached(continuity_of(instance, plan), Limits({}, ())).of_joint is None


@pytest.mark.parametrize(("possible", "goal"), [(10, 0.25), (2, 0.17), (0, 0)])
def test_the_goal_is_a_quarter_or_most_of_what_is_possible(possible, goal):
    row = ClientLimits(C1, CaregiverId("A1"), 10, possible, 10, 1)
    assert goal_of(Limits({C1: row}, ()), C1) == pytest.approx(goal)
