from datetime import timedelta

import pytest

from planner.model.plan import StopKind
from planner.ports import Budget
from planner.score.reference import score
from solver.compile import compile_instance
from solver.decode import decode
from solver.problem import MUST
from tests.build.dense import random_solution, search, solution
from tests.build.small import CHECK, CREATED, DOUBLE, ORIGIN, small


@pytest.fixture
def made():
    instance, _ = small()
    return instance, compile_instance(instance)


def written(instance, compiled, found):
    return decode(instance, compiled, found, origin=ORIGIN, created=CREATED)


def test_every_shift_has_its_round_and_every_placed_task_its_stop(made):
    instance, compiled = made
    found = search(compiled.problem, Budget(iterations=5), seed=1)
    plan = written(instance, compiled, found)
    assert [row.shift for row in plan.rounds] == list(compiled.shifts)
    for row, tasks in zip(plan.rounds, found.rounds, strict=True):
        assert [compiled.tasks[stop.id, stop.seat] for stop in row.stops] == list(tasks)
    kinds = {stop.kind for row in plan.rounds for stop in row.stops}
    assert kinds == set(StopKind)
    assert plan.cost == found.cost


def test_moments_are_utc_and_travel_stands_before_waiting(made):
    instance, compiled = made
    plan = written(instance, compiled, random_solution(compiled.problem, 3))
    for row in plan.rounds:
        free = instance.turns[row.shift].start
        for stop in row.stops:
            assert stop.start.utcoffset() == timedelta(0)
            assert stop.arrival.timestamp() == free + stop.travel
            assert stop.arrival <= stop.start < stop.end
            free = stop.end.timestamp()


def test_a_visit_without_both_seats_is_unplaced_once_with_a_reason(made):
    instance, compiled = made
    gone = {compiled.tasks[CHECK, 1], compiled.tasks[DOUBLE, 1], compiled.tasks[DOUBLE, 2]}
    full = search(compiled.problem, Budget(iterations=20), seed=1)
    rounds = [[task for task in row if task not in gone] for row in full.rounds]
    plan = written(instance, compiled, solution(compiled.problem, rounds))
    assert [row.visit for row in plan.unplaced] == [DOUBLE, CHECK]
    assert all(row.relaxation == "search_longer" for row in plan.unplaced)
    assert plan.cost == score(instance, plan).cost


def test_a_break_that_fits_nowhere_is_a_fault_and_not_a_price(made):
    instance, compiled = made
    full = search(compiled.problem, Budget(iterations=5), seed=1)
    rest = compiled.tasks["T1:break:1", 1]
    rounds = [[task for task in row if task != rest] for row in full.rounds]
    found = solution(compiled.problem, rounds)
    assert found.cost > MUST
    plan = written(instance, compiled, found)
    judged = score(instance, plan)
    assert plan.cost == judged.cost < MUST
    assert {fault.parameters["code"] for fault in judged.faults} == {"missing", "stretch"}


def test_the_id_is_the_content_whenever_it_is_made(made):
    instance, compiled = made
    one, other = (random_solution(compiled.problem, seed) for seed in (1, 2))
    plan = written(instance, compiled, one)
    later = decode(instance, compiled, one, origin=ORIGIN, created=CREATED + timedelta(days=1))
    assert plan.id == later.id != written(instance, compiled, other).id
    reseeded = ORIGIN.model_copy(update={"seed": 2})
    assert decode(instance, compiled, one, origin=reseeded, created=CREATED).id != plan.id
