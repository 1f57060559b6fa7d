"""Every plan: both caregivers at the same second, breaks in the shift, nobody works outside it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model.instance import Instance
from planner.model.plan import Plan, StopKind
from planner.ports import Budget
from solver.engine import Engine
from tests.build.cases import cases, instance_of
from tests.build.small import FixedClock, random_plan

SEEDS = st.integers(0, 1 << 16)


def drawn(instance: Instance, seed: int) -> Plan:
    """Return a plan by the search, or by chance for every third seed."""
    if seed % 3 == 0:
        return random_plan(instance, seed)
    return Engine(clock=FixedClock()).plan(instance, Budget(iterations=2_000), seed=seed)


@settings(max_examples=40)
@given(case=cases(), seed=SEEDS)
def test_the_shared_part_of_a_double_starts_at_the_same_second(case, seed):
    instance = instance_of(case, seed)
    plan = drawn(instance, seed)
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
    for row in drawn(instance, seed).rounds:
        turn = instance.turns[row.shift]
        free = float(turn.start)
        for stop in row.stops:
            assert stop.start.timestamp() >= free + stop.travel
            free = stop.end.timestamp()
        assert free + row.travel_home <= turn.end
        rests = [stop for stop in row.stops if stop.kind is StopKind.BREAK]
        assert len(rests) == len(instance.shifts[row.shift].breaks)
