from planner.checks.subject import Subject
from planner.model.rows import Rows
from planner.model.units import ClientId
from tests.build.cases import instance_of, small_case
from tests.build.parts import client


def test_rows_are_found_by_their_identifiers_and_made_once():
    case = small_case()
    rows = Rows(case)
    for name in ("clients", "caregivers", "groups", "places", "providers", "shifts"):
        found = getattr(rows, name)
        assert list(found.values()) == list(getattr(case, name))
        assert all(row.id == key for key, row in found.items())
        assert getattr(rows, name) is found


def test_of_two_rows_with_one_identifier_the_last_counts():
    twice = (client("C1", "P1"), client("C1", "P2"))
    assert Rows(small_case(clients=twice)).clients[ClientId("C1")].place == "P2"


def test_an_instance_and_a_case_under_examination_look_up_in_the_same_way():
    instance = instance_of(small_case())
    subject = Subject(instance.case)
    assert instance.clients == subject.rows.clients
    assert instance.visits == subject.demand.by_id
    assert list(instance.visits.values()) == list(instance.demand.visits)
