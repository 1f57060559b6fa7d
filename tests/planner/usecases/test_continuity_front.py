"""The front: weights from none to double, valid plans, and the price of a point."""

import pytest

from planner.ports import Budget
from planner.usecases.continuity_front import (
    EIGHTHS,
    Point,
    continuity_front,
    efficient,
    minutes_per_point,
    scaled,
)
from solver.engine import Engine
from tests.build.cases import small_case
from tests.build.ports import Register, StraightLines
from tests.build.small import small


def point(travel, share, **changes):
    fields = {"factor": 1, "worst": 0, "caregivers": 1, "unplaced": 0, "faults": 0}
    return Point(travel=travel, share=share, plan=small()[1], **fields | changes)


def test_there_are_at_least_eight_plans_from_no_continuity_to_much():
    assert len(EIGHTHS) >= 8
    assert (EIGHTHS[0], max(EIGHTHS)) == (0, EIGHTHS[-1])


def test_only_the_weights_of_continuity_are_scaled():
    weights = small_case().weights
    changed = scaled(weights, 4)
    assert (changed.not_contact, changed.new_face) == (900, 1500)
    assert (
        changed.model_copy(
            update={
                "not_contact": weights.not_contact,
                "not_deputy": weights.not_deputy,
                "new_face": weights.new_face,
                "evening_face": weights.evening_face,
            }
        )
        == weights
    )


def test_each_plan_is_judged_and_more_weight_brings_more_continuity():
    none, much = continuity_front(
        small_case(),
        solver=Engine(),
        travel=StraightLines(),
        addresses=Register(),
        budget=Budget(iterations=20_000),
        seed=1,
        eighths=(0, 128),
    )
    assert none.valid
    assert much.valid
    assert none.share <= much.share == 1
    assert none.travel <= much.travel


@pytest.mark.parametrize("wrong", [{"unplaced": 1}, {"faults": 1}])
def test_a_plan_with_something_wrong_is_not_valid(wrong):
    assert not point(1, 1, **wrong).valid


def test_beaten_plans_are_not_efficient():
    points = [point(10, 0.1), point(14, 0.2), point(15, 0.15), point(14, 0.12), point(30, 0.3)]
    assert [row.travel for row in efficient(points)] == [10, 14, 30]


def test_a_point_costs_the_minutes_between_the_ends_of_the_front():
    assert minutes_per_point([point(10, 0.1), point(30, 0.3)]) == pytest.approx(1)
    assert minutes_per_point([point(10, 0.1)]) is None
