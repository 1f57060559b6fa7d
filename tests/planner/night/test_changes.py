"""What differs between two plans."""

from datetime import timedelta

from planner.model.plan import Plan, StopKind, Unplaced
from planner.model.units import CaregiverId, VisitId
from planner.night.changes import Changes, changes
from tests.build.morning import morning_plan


def visits(plan: Plan) -> int:
    return sum(stop.kind is StopKind.VISIT for row in plan.rounds for stop in row.stops)


def test_a_plan_does_not_differ_from_itself() -> None:
    plan = morning_plan("p")
    assert changes(plan, plan) == Changes(visits(plan), 0, 0, 0, 0)


def test_another_caregiver_counts_once_even_when_the_time_changes_too() -> None:
    plan = morning_plan("p")
    moved = tuple(
        row.model_copy(
            update={
                "caregiver": CaregiverId("SOMEBODY"),
                "stops": tuple(
                    stop.model_copy(update={"start": stop.start + timedelta(minutes=5)})
                    for stop in row.stops
                ),
            }
        )
        for row in plan.rounds
    )
    after = plan.model_copy(update={"rounds": moved})
    assert changes(plan, after) == Changes(0, visits(plan), 0, 0, 0)


def test_another_time_is_told_apart() -> None:
    plan = morning_plan("p")
    first, *others = plan.rounds
    stops = tuple(
        stop.model_copy(update={"start": stop.start + timedelta(minutes=5)}) for stop in first.stops
    )
    after = plan.model_copy(update={"rounds": (first.model_copy(update={"stops": stops}), *others)})
    late = sum(stop.kind is StopKind.VISIT for stop in first.stops)
    assert changes(plan, after) == Changes(visits(plan) - late, 0, late, 0, 0)


def test_visits_that_lost_or_found_their_place_are_counted() -> None:
    plan = morning_plan("p")
    gone = next(s.id for row in plan.rounds for s in row.stops if s.kind is StopKind.VISIT)
    rounds = tuple(
        row.model_copy(update={"stops": tuple(s for s in row.stops if s.id != gone)})
        for row in plan.rounds
    )
    without = plan.model_copy(
        update={"rounds": rounds, "unplaced": (Unplaced(visit=VisitId(gone)),)}
    )
    assert changes(plan, without).dropped >= 1
    assert changes(without, plan).placed >= 1
