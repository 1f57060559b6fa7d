"""Different caregivers: Lund's count and the national measure."""

import pytest

from planner.model.staff import Role
from planner.model.units import ClientId
from planner.score.continuity import continuity_of
from planner.score.continuity.encounters import earlier, rolling
from planner.score.continuity.faces import kolada_faces, lund_faces
from solver.continuity.limits import ContinuityLimits
from tests.build.history import past
from tests.build.parts import DAY, caregiver
from tests.build.small import EVENING, find, small, with_visit


def fortnight(*, skip=(), hours=(8, 17), client="C1", by="A1"):
    """Return visits at ``hours`` UTC on each of 14 days but those in ``skip``."""
    rows = [
        past(client, by, day, hour) for day in range(1, 15) if day not in skip for hour in hours
    ]
    return list(earlier(rows, DAY))


def more(*rows):
    return [*fortnight(), *earlier(rows, DAY)]


def test_both_seats_of_a_double_are_faces():
    rows = earlier([past("C1", "A1"), past("C1", "A2", seat=2), past("C1", "A1", 2)], DAY)
    assert lund_faces(rows) == {"C1": 2}


def test_two_visits_a_day_for_fourteen_days_are_held_by_the_national_measure():
    assert kolada_faces(fortnight(), {}) == {"C1": 1}


def test_who_misses_a_visit_on_one_day_is_not():
    assert kolada_faces(fortnight(skip=(5,)), {}) == {}
    assert kolada_faces(fortnight(hours=(8,)), {}) == {}


def test_a_double_staffed_visit_is_one_visit():
    seconds = [past("C1", "A2", day, 8, seat=2) for day in range(1, 15)]
    assert kolada_faces([*fortnight(hours=(8,)), *earlier(seconds, DAY)], {}) == {}


@pytest.mark.parametrize(("hour", "faces"), [(5, 1), (6, 2), (20, 2), (21, 1)])
def test_only_seven_to_ten_in_the_evening_counts(hour, faces):
    assert kolada_faces(more(past("C1", "A2", 1, hour)), {}) == {"C1": faces}


def test_health_care_staff_are_not_counted():
    nurse = caregiver("A2", role=Role.NURSE)
    rows = more(past("C1", "A2"), past("C1", "A3"))
    assert kolada_faces(rows, {nurse.id: nurse}) == {"C1": 2}
    assert lund_faces(rows) == {"C1": 3}


def test_a_visit_to_a_household_together_is_a_meeting_of_each():
    instance, plan = small()
    joint = with_visit(instance, EVENING, guests=(ClientId("C3"),))
    before, after = continuity_of(instance, plan), continuity_of(joint, plan)
    who = find(plan, EVENING)[1].caregiver
    guest = [row for row in rolling(joint, plan) if row.guest]
    assert [(row.client, row.caregiver) for row in guest] == [("C3", who)]
    met = {row.caregiver for row in rolling(instance, plan) if row.client == "C3"}
    assert after.faces[ClientId("C3")] == len(met | {who})
    assert after.shares == before.shares, "the visit is one of the first client's"


def test_the_fewest_possible_count_the_visits_of_the_household_too():
    instance, plan = small()
    joint = with_visit(instance, EVENING, guests=(ClientId("C1"),))
    limits = ContinuityLimits().find(joint)
    assert limits.clients[ClientId("C1")].caregivers == 3
    assert limits.clients[ClientId("C1")].visits == 1
    assert continuity_of(joint, plan).faces[ClientId("C1")] >= 3
