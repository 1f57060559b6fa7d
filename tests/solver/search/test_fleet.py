"""As few rounds as possible, where each has a price far above any detour."""

import numpy as np
import pytest

from planner.ports import Budget
from solver.anneal import Search, solve
from solver.exact import evaluate
from solver.search import fleet
from solver.search.cooling import cooling_for
from tests.build.problems import line, problem_of


def errands(round_cost: int, *, tasks: int = 24, shifts: int = 12):
    """Return errands of load 1 on a line; a shift carries six, so four rounds must do."""
    rows = [
        {"location": 1 + i % 8, "load": 1, "latest": 20_000, "unplaced_cost": 10**9}
        for i in range(tasks)
    ]
    return problem_of(rows, [{"capacity": 6}] * shifts, line(9), round_cost=round_cost)


def used(rounds) -> int:
    return sum(1 for tasks in rounds if tasks)


@pytest.mark.parametrize("threads", [1, 2])
def test_a_dear_round_is_given_up_down_to_the_fewest(threads: int):
    problem = errands(10_000_000)
    found = solve(problem, Budget(iterations=120_000), seed=2, threads=threads)
    assert used(found.rounds) == 4
    assert evaluate(problem, found.rounds, found.start).violations == ()


def test_cheap_rounds_are_left_to_the_annealing():
    assert fleet.matters(errands(10_000_000), cooling_for(errands(10_000_000), warm=False))
    assert not fleet.matters(errands(100), cooling_for(errands(100), warm=False))


def test_closed_shifts_open_again_when_a_visit_is_left():
    problem = errands(10_000_000, tasks=9, shifts=1)
    search = Search(problem, seed=1)
    search.run(Budget(iterations=20_000))
    assert search.unplaced() == 3
    memory = search._strands[0].memory
    assert (memory.shifts["capacity"] == problem.capacity).all()


def test_shifts_that_the_best_plan_does_without_stay_closed():
    problem = errands(10_000_000)
    search = Search(problem, seed=3)
    search.run(Budget(iterations=120_000))
    closed = search._strands[0].memory.shifts["capacity"] < 0
    assert closed.sum() == 8
    assert not any(search.best().rounds[shift] for shift in np.flatnonzero(closed))


def test_the_temperature_falls_in_every_slot_and_rises_between():
    cooling = cooling_for(errands(10_000_000), warm=False)
    edges = [slot * fleet.SHARE / fleet.SLOTS for slot in range(fleet.SLOTS)]
    for edge in edges:
        early = fleet.heat_at(cooling, edge + 0.001)
        late = fleet.heat_at(cooling, edge + fleet.SHARE / fleet.SLOTS - 0.001)
        assert cooling.hot > early > late >= cooling.cold
