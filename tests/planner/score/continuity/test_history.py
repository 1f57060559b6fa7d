"""The rolling 14 days: performed and published visits before the horizon count too."""

from datetime import timedelta

import pytest

from planner.model.units import ClientId
from planner.model.visits import VisitKind
from planner.score.continuity import continuity_of
from planner.score.continuity.encounters import rolling
from planner.usecases.figures import figures_before
from tests.build.history import past
from tests.build.parts import DAY
from tests.build.small import small, with_case


def with_history(*rows):
    instance, plan = small()
    return with_case(instance, history=rows), plan


def met(instance, plan, client, last=None):
    return [row for row in rolling(instance, plan, last) if row.client == client]


def test_earlier_visits_count_with_those_of_the_plan():
    before = continuity_of(*small()).shares[ClientId("C2")]
    instance, plan = with_history(past("C2", "A2", 1), past("C2", "A1", 2), past("C2", "A2", 3))
    after = continuity_of(instance, plan).shares[ClientId("C2")]
    assert after.visits == before.visits + 3
    assert after.visits_by_contact == before.visits_by_contact + 2
    assert after.seconds_by_contact == before.seconds_by_contact + 2 * 1800


@pytest.mark.parametrize(
    ("days_ago", "counts"),
    [(13, True), (14, False), (1, True), (0, False), (-1, False)],
)
def test_only_the_days_up_to_the_horizon_within_fourteen_count(days_ago, counts):
    instance, plan = with_history(past("C4", "A9", days_ago))
    assert ("A9" in {row.caregiver for row in met(instance, plan, "C4")}) is counts


def test_the_day_is_the_swedish_one():
    late = past("C4", "A9", 1, hour=23)  # after midnight in Stockholm: a day of the horizon
    instance, plan = with_history(late)
    assert "A9" not in {row.caregiver for row in met(instance, plan, "C4")}


def test_the_period_may_end_before_the_horizon_does():
    instance, plan = with_history(past("C4", "A9", 13))
    assert met(instance, plan, "C4", DAY - timedelta(days=1))[0].caregiver == "A9"
    assert len(met(instance, plan, "C4", DAY - timedelta(days=1))) == 1


@pytest.mark.parametrize("kind", [VisitKind.PHONE, VisitKind.MEAL_BOX])
def test_calls_and_boxes_are_no_meetings(kind):
    instance, plan = with_history(past("C4", "A9", kind=kind))
    assert continuity_of(instance, plan).faces == continuity_of(*small()).faces


def test_former_staff_are_faces_and_former_clients_are_not_counted():
    instance, plan = with_history(past("C4", "GONE"), past("NOBODY", "A1"))
    faces = continuity_of(instance, plan).faces
    assert faces[ClientId("C4")] == continuity_of(*small()).faces[ClientId("C4")] + 1
    assert "NOBODY" not in faces


def test_the_days_before_have_figures_of_their_own():
    instance, plan = with_history(past("C2", "A2", 1), past("C2", "A1", 2), past("C4", "A9", 14))
    found = figures_before(instance, plan)
    assert found == {"past_contact_share": pytest.approx(1 / 3), "past_caregivers": 1.5}
    assert figures_before(*small()) == {}
