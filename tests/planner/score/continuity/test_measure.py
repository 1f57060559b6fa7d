import pytest

from planner.score.continuity import continuity_of
from tests.build.small import (
    BOXES,
    CALL,
    CHECK,
    CLEANING,
    DOUBLE,
    EVENING,
    MEDICINE,
    SECOND_MEDICINE,
    handed,
    small,
    with_client,
    without,
)


def planned(**shifts):
    """Return the small case with visits handed to given shifts."""
    instance, plan = small()
    names = {"double": DOUBLE, "first": MEDICINE, "second": SECOND_MEDICINE, "evening": EVENING}
    for name, shift in shifts.items():
        plan = handed(plan, names[name], shift)
    return instance, plan


def test_the_contact_share_counts_visits_of_clients_with_a_contact():
    instance, plan = planned(double="T1", first="T2", second="T1", evening="T3")
    result = continuity_of(instance, plan)
    assert result.contact_share == pytest.approx(3 / 4)
    assert result.personal_contact_share == 1
    assert (result.worst_contact_share, result.worst_contact_client) == (0.5, "C2")


def test_a_double_counts_for_seat_one():
    instance, plan = planned(double="T2", first="T2", second="T2", evening="T3")
    result = continuity_of(instance, plan)
    assert result.contact_share == pytest.approx(3 / 4)
    assert (result.worst_contact_share, result.worst_contact_client) == (0, "C1")


def test_boxes_and_calls_and_unplaced_visits_do_not_count():
    instance, plan = planned(evening="T3")
    instance = with_client(instance, "C3", contact="A3")
    plan = without(without(handed(handed(plan, BOXES, "T3"), CALL, "T3"), CHECK), CLEANING)
    result = continuity_of(instance, plan)
    assert result.worst_contact_client != "C3"
    assert continuity_of(instance, without(plan, EVENING)).personal_contact_share is not None


def test_faces_are_counted_per_client_who_meets_somebody():
    instance, plan = planned(double="T1", first="T2", second="T1", evening="T3")
    shift = next(r.shift for r in plan.rounds for s in r.stops if (s.id, s.seat) == (DOUBLE, 2))
    met = {"C1": len({"T1", shift}), "C2": 2, "C3": 1, "C4": 1}
    assert continuity_of(instance, plan).mean_caregivers == pytest.approx(sum(met.values()) / 4)


def test_an_empty_plan_has_no_shares():
    instance, plan = small()
    for visit in instance.visits:
        plan = without(plan, visit)
    result = continuity_of(instance, plan)
    assert (result.contact_share, result.worst_contact_share, result.mean_caregivers) == (
        None,
        None,
        0,
    )
