"""Every plan: both caregivers at the same second, breaks in the shift, nobody works outside it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model.plan import StopKind
from tests.build.cases import cases, instance_of
from tests.build.random_plans import random_plan

SEEDS = st.integers(0, 1 << 16)


@settings(max_examples=40)
@given(case=cases(), seed=SEEDS)
def test_the_shared_part_of_a_double_starts_at_the_same_second(case, seed):
    instance = instance_of(case, seed)
    plan = random_plan(instance, seed)
    stops = [(stop, row) for row in plan.rounds for stop in row.stops]
    for visit in instance.demand.visits:
        seats = {stop.seat: (stop, row) for stop, row in stops if stop.id == visit.id}
        if visit.second is not None and seats:
            (first, one), (second, other) = seats[1], seats[2]
            shared = first.start.timestamp() + visit.second.offset
            assert second.start.timestamp() == shared
            assert one.caregiver != other.caregiver


@settings(max_examples=40)
@given(case=cases(), seed=SEEDS)
def test_everything_lies_in_the_shift_with_the_road_and_the_break(case, seed):
    instance = instance_of(case, seed)
    for row in random_plan(instance, seed).rounds:
        turn = instance.turns[row.shift]
        free = float(turn.start)
        for stop in row.stops:
            assert stop.start.timestamp() >= free + stop.travel
            free = stop.end.timestamp()
        assert free + row.travel_home <= turn.end
        rests = [stop for stop in row.stops if stop.kind is StopKind.BREAK]
        assert len(rests) == len(instance.shifts[row.shift].breaks)
