"""Contacts: who is named for whom, and when an existing contact must change."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings

from planner.contacts.assignment import Why, Wish, named
from planner.model.staff import Role
from planner.model.units import CaregiverId, ClientId
from solver.continuity.contacts import ContactAssigner
from solver.continuity.naming import Naming, name
from tests.build.cases import cases, instance_of, small_case
from tests.build.parts import DAY
from tests.build.small import small, with_case, with_client, with_person


def assigned(instance, **wish):
    return {
        row.client: row for row in ContactAssigner().assign(instance, Wish(**wish), seed=1).choices
    }


def test_existing_contacts_stay_and_missing_ones_are_named():
    found = assigned(small()[0])
    assert (found["C1"].contact, found["C1"].why) == ("A1", Why.KEPT)
    assert (found["C2"].contact, found["C2"].why) == ("A2", Why.KEPT)
    assert found["C3"].why is Why.NEW
    assert found["C3"].contact in {"A1", "A2"}  # the third one is to be avoided


def test_a_deputy_is_somebody_else():
    for row in assigned(small()[0]).values():
        assert row.deputy is not None
        assert row.deputy != row.contact


def test_delegation_comes_before_working_hours():
    # A2 has every hour of the client's visits but lacks the delegation; A1 has it.
    instance = with_person(with_client(small()[0], "C2", contact=None), "A2", delegations=())
    choice = assigned(instance)["C2"]
    assert (choice.contact, choice.fit.lacking) == ("A1", 0)
    assert choice.others[CaregiverId("A2")].lacking == 2


def test_working_hours_come_before_place():
    choice = assigned(with_client(small()[0], "C4", contact=None))["C4"]
    assert (choice.contact, choice.fit.reached) == ("A3", 1)  # the evening's only visit


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda i: with_client(i, "C2", contact="GONE"), Why.GONE),
        (lambda i: with_person(i, "A2", role=Role.VARDBITRADE), Why.ROLE),
        (lambda i: with_person(i, "A2", delegations=()), Why.SKILLS),
        (
            lambda i: with_client(
                i,
                "C2",
                preferences=i.clients["C2"].preferences.model_copy(update={"avoid": ("A2",)}),
            ),
            Why.AVOIDED,
        ),
    ],
)
def test_a_contact_changes_when_it_cannot_stay(change, why):
    choice = assigned(change(small()[0]))["C2"]
    assert choice.why is why
    assert choice.contact == ("A2" if why is Why.GONE else "A1")


def test_a_contact_on_long_leave_is_changed():
    case = small_case()
    instance = instance_of(
        small_case(shifts=tuple(row for row in case.shifts if row.caregiver != "A2"))
    )
    assert (assigned(instance)["C2"].contact, assigned(instance)["C2"].why) == ("A1", Why.LEAVE)


def test_who_asks_for_another_gets_another():
    choice = assigned(small()[0], change=frozenset({ClientId("C2")}))["C2"]
    assert (choice.before, choice.contact, choice.why) == ("A2", "A1", Why.WISH)


def test_only_an_underskoterska_may_be_contact_and_no_floater():
    instance = with_client(small()[0], "C3", contact=None)
    for person, changes in (("A1", {"role": Role.VARDBITRADE}), ("A2", {"floater": True})):
        instance = with_person(instance, person, **changes)
    choice = assigned(instance)["C3"]
    assert (choice.contact, choice.why, choice.fit) == (None, Why.NOBODY, None)


def test_a_contact_is_due_fourteen_days_after_the_start():
    instance = small()[0]
    assert assigned(instance)["C3"].due == date(2026, 1, 19)
    assert assigned(instance)["C3"].late
    assert not assigned(instance)["C1"].late
    orders = tuple(
        row.model_copy(update={"start": DAY - timedelta(days=3)}) for row in instance.case.orders
    )
    assert not assigned(with_case(instance, orders=orders))["C3"].late


def test_the_proposal_becomes_part_of_the_case():
    instance = small()[0]
    assignment = ContactAssigner().assign(instance, Wish(), seed=1)
    case = named(instance.case, assignment)
    assert all(client.contact for client in case.clients)
    again = ContactAssigner().assign(instance_of(case), Wish(), seed=1)
    assert {row.why for row in again.choices} == {Why.KEPT}


@settings(max_examples=10, deadline=None)
@given(cases(max_days=2))
def test_the_same_seed_gives_the_same_answer_and_it_may_be_used(case):
    instance = instance_of(case)
    first = ContactAssigner().assign(instance, Wish(free=True), seed=3)
    assert first == ContactAssigner().assign(instance, Wish(free=True), seed=3)
    for row in first.choices:
        if row.contact is not None:
            person = instance.caregivers[row.contact]
            assert person.role is Role.UNDERSKOTERSKA
            assert person.id not in instance.clients[row.client].preferences.avoid


CLIENTS = [ClientId(f"C{number}") for number in range(6)]
PEOPLE = [CaregiverId("A"), CaregiverId("B")]
EVEN = Naming(
    clients=CLIENTS,
    lacking={(client, person): 0 for client in CLIENTS for person in PEOPLE},
    gain={(client, person): 5 for client in CLIENTS for person in PEOPLE},
    locked={},
    roads=np.abs(np.subtract.outer(np.arange(6), np.arange(6))).astype(np.int32) * 100,
    usual=3,
)


def test_nobody_gets_more_than_the_usual_number_if_it_can_be():
    keen = {**EVEN.gain, **{(client, PEOPLE[0]): 9 for client in CLIENTS}}
    found = name(replace(EVEN, gain=keen), 1)
    assert sorted(found.values()).count(PEOPLE[0]) == 3


def test_among_equals_clients_of_one_contact_live_near_each_other():
    found = name(EVEN, 1)
    assert [found[client] for client in CLIENTS] in (list("AAABBB"), list("BBBAAA"))


def test_what_is_locked_stays():
    locked = {CLIENTS[0]: PEOPLE[0], CLIENTS[1]: PEOPLE[1]}
    found = name(replace(EVEN, locked=locked), 1)
    assert (found[CLIENTS[0]], found[CLIENTS[1]]) == ("A", "B")
