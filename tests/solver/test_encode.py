from dataclasses import replace

import pytest

from planner.model.instance import Instance
from planner.model.visits import Seat
from solver.compile import compile_instance
from solver.decode import decode
from solver.encode import encode
from tests.build.dense import random_solution
from tests.build.small import CHECK, CREATED, ORIGIN, small, with_rounds


@pytest.mark.parametrize("seed", range(5))
def test_a_plan_goes_back_to_its_rounds(seed):
    instance, _ = small()
    compiled = compile_instance(instance)
    found = random_solution(compiled.problem, seed)
    plan = decode(instance, compiled, found, origin=ORIGIN, created=CREATED)
    start = encode(instance, compiled, plan)
    assert start.rounds == found.rounds
    assert start.moments is not None
    assert (start.moments == found.start).all()


def kept(instance, plan):
    """Return the stops of ``plan`` that the problem of ``instance`` still has."""
    compiled = compile_instance(instance)
    rows = [compiled.row(task) for row in encode(instance, compiled, plan).rounds for task in row]
    return {row.visit if isinstance(row, Seat) else row.id for row in rows}


def test_visits_and_shifts_that_are_gone_are_left_out():
    instance, plan = small()
    stops = {stop.id for row in plan.rounds for stop in row.stops}
    visits = tuple(row for row in instance.demand.visits if row.id != CHECK)
    fewer = Instance(instance.case, replace(instance.demand, visits=visits), instance.travel)
    assert kept(fewer, plan) == stops - {CHECK}
    own = tuple(row for row in instance.demand.activities if row.shift != "T3")
    demand = replace(instance.demand, turns=instance.demand.turns[:2], activities=own)
    shorter = Instance(instance.case, demand, instance.travel)
    assert kept(shorter, plan) == stops - {stop.id for stop in plan.rounds[2].stops}


def test_a_stop_counts_once_and_a_missing_round_is_empty():
    instance, plan = small()
    compiled = compile_instance(instance)
    first = plan.rounds[0]
    twice = with_rounds(plan, lambda row: row.model_copy(update={"stops": first.stops}))
    rounds = encode(instance, compiled, twice).rounds
    assert (len(rounds[0]), rounds[1], rounds[2]) == (len(first.stops), (), ())
    only = with_rounds(plan, lambda row: row if row.shift == "T3" else None)
    assert encode(instance, compiled, only).rounds[:2] == ((), ())
