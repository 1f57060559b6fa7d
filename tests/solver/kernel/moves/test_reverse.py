"""2-opt in a round: one move undoes a crossing; exact, and traceless when refused."""

import numpy as np
import pytest

from solver.kernel.anneal import anneal
from solver.kernel.chooser import NAMES, REVERSE, RUIN, STRING
from solver.kernel.layout import Memory
from solver.kernel.moves.reverse import LONGEST
from solver.kernel.pack import read_rounds, write_rounds
from solver.kernel.recount import recount
from solver.problem import HERE, Problem
from tests.build.planted import planted_day
from tests.build.problems import line, problem_of, wild_problem
from tests.solver.kernel.test_anneal import assert_exact
from tests.solver.kernel.walk import fresh, snapshot

COLD = 1e-6


def only(kind: int, memory: Memory) -> Memory:
    memory.counts["until"] = np.where(np.arange(len(NAMES)) >= kind, 65536, 0)
    return memory


def crossing() -> Problem:
    """Return a round of which only the whole middle, 1 to 5, done backwards is shorter."""
    far, near = 1000, 10
    travel = np.full((1, 8, 8), far, np.int32)
    for a, b in ((1, 2), (2, 3), (3, 4), (4, 5), (0, 5), (1, 6)):
        travel[0, a, b] = travel[0, b, a] = near
    travel[0, 0, 1] = travel[0, 5, 6] = 2 * near
    travel[0, 7, 0] = travel[0, 6, 7] = near
    travel[0, range(8), range(8)] = 0
    rows = [{"location": place} for place in range(7)]
    return problem_of(rows, [{"start_location": 7, "end_location": 7}], travel)


def held(problem: Problem, rounds: list[list[int]], seed: int, kind: int) -> Memory:
    memory = only(kind, fresh(problem, seed))
    write_rounds(memory, rounds)
    assert recount(memory)
    return memory


def test_one_move_undoes_a_crossing() -> None:
    problem = crossing()
    found = 0
    for seed in range(40):
        memory = held(problem, [[0, 1, 2, 3, 4, 5, 6]], seed, REVERSE)
        anneal(memory, 1, COLD, COLD)
        if memory.counts["accepted"][REVERSE]:
            found += 1
            assert read_rounds(memory.nodes["succ"], 7, 1) == ((0, 5, 4, 3, 2, 1, 6),)
            assert_exact(problem, memory)
    assert found > 0


@pytest.mark.parametrize("kind", [k for k in range(RUIN) if k != REVERSE])
def test_no_other_small_move_undoes_it(kind: int) -> None:
    memory = held(crossing(), [[0, 1, 2, 3, 4, 5, 6]], 1, kind)
    cost = memory.tally[0]["hard"]
    anneal(memory, 5000, COLD, COLD)
    assert memory.tally[0]["hard"] == cost
    assert memory.counts["improved"].sum() == 0


def test_a_string_comes_in_backwards_where_that_is_shorter() -> None:
    memory = held(one_way(), [[0, 1, 2, 3]], 1, STRING)
    anneal(memory, 3000, COLD, COLD)
    assert read_rounds(memory.nodes["succ"], 4, 1) == ((2, 3, 1, 0),)
    assert memory.counts["improved"][STRING] == 1
    assert_exact(one_way(), memory)


def one_way() -> Problem:
    """Return a round by one-way streets, shorter when 0 and 1 come last, backwards."""
    far, near = 1000, 10
    travel = np.full((1, 5, 5), far, np.int32)
    for a, b in ((4, 2), (2, 3), (3, 1), (1, 0), (0, 1), (0, 4)):
        travel[0, a, b] = near
    travel[0, 4, 0] = travel[0, 1, 2] = travel[0, 3, 4] = 2 * near
    travel[0, range(5), range(5)] = 0
    rows = [{"location": place} for place in range(4)]
    return problem_of(rows, [{"start_location": 4, "end_location": 4}], travel)


def test_a_longer_stretch_than_allowed_stays() -> None:
    count = LONGEST + 4
    rows = [{"location": place} for place in range(count)]
    problem = problem_of(rows, [{}], line(count))
    before = list(range(count))
    for seed in range(200):
        memory = held(problem, [before], seed, REVERSE)
        anneal(memory, 1, 1e7, 1e7)
        (after,) = read_rounds(memory.nodes["succ"], count, 1)
        moved = [i for i in before if after[i] != i]
        if moved:
            first, last = moved[0], moved[-1]
            assert list(after[first : last + 1]) == before[first : last + 1][::-1]
            assert last - first < LONGEST
            assert_exact(problem, memory)


@pytest.mark.parametrize("seed", range(12))
def test_reversals_are_exact_and_a_refused_one_leaves_everything_as_it_was(seed: int) -> None:
    problem = wild_problem(seed, tasks=16, shifts=2 + seed % 2)
    memory = fresh(problem, seed)
    anneal(memory, 300, 3000.0, 3000.0)
    only(REVERSE, memory)
    for _ in range(300):
        before = snapshot(memory)
        accepted = memory.counts["accepted"].sum()
        anneal(memory, 1, 2000.0, 2000.0)
        if memory.counts["accepted"].sum() == accepted:
            assert snapshot(memory) == before
        else:
            assert_exact(problem, memory)
    assert memory.counts["tried"][REVERSE] > 0


@pytest.mark.parametrize("seed", range(4))
def test_breaks_taken_anywhere_and_pairs_may_turn_with_the_rest(seed: int) -> None:
    problem, rounds = planted_day(seed)
    assert (problem.location == HERE).any()
    memory = only(REVERSE, fresh(problem, seed))
    write_rounds(memory, rounds)
    assert recount(memory)
    for heat in (1e6, 1e5, 20_000.0, 500.0):
        anneal(memory, 2000, heat, heat)
        assert_exact(problem, memory)
    assert memory.counts["accepted"][REVERSE] > 20
    assert (memory.nodes["shift"][: problem.tasks] >= 0).all()
