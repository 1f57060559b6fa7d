"""Uncovered seconds: the kernel counts what the slow reference counts, and leaves no trace."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.ports import Budget
from solver.anneal import Search
from solver.cover import cover_cost, uncovered_seconds
from solver.exact import evaluate
from solver.kernel.anneal import anneal
from solver.kernel.chooser import NAMES
from solver.kernel.recount import recount
from solver.problem import MUST, Cover
from solver.uncoverable import uncoverable_cost
from tests.build.problems import line, problem_of, watched_problem, wild_cover
from tests.solver.kernel.test_anneal import assert_exact
from tests.solver.kernel.walk import fresh, snapshot

SEEDS = st.integers(0, 1 << 20)


@settings(max_examples=80, deadline=None)
@given(seed=SEEDS, rows=st.sampled_from([1, 5, 90, 200]))
def test_the_running_cost_equals_the_reference_all_along(seed: int, rows: int):
    problem = watched_problem(seed, rows=rows)
    memory = fresh(problem, seed)
    assert_exact(problem, memory)
    for heat in (3000.0, 300.0, 30.0) * 3:
        anneal(memory, 40, heat, heat)
        assert_exact(problem, memory)
    before = snapshot(memory)
    assert recount(memory)
    assert snapshot(memory) == before


@pytest.mark.parametrize("kind", range(len(NAMES)), ids=NAMES)
def test_every_neighbourhood_is_exact_and_a_refused_move_leaves_no_trace(kind: int):
    accepted = refused = 0
    for seed in range(15):
        problem = watched_problem(seed, rows=70)
        memory = fresh(problem, seed)
        anneal(memory, 300, 1000.0, 1000.0)
        memory.counts["until"] = np.where(np.arange(len(NAMES)) >= kind, 65536, 0)
        for _ in range(60):
            before = snapshot(memory)
            count = memory.counts["accepted"].sum()
            anneal(memory, 1, 100.0, 100.0)
            if memory.counts["accepted"].sum() == count:
                refused += 1
                assert snapshot(memory) == before
            else:
                accepted += 1
                assert_exact(problem, memory)
    assert accepted > 0
    assert refused > 0


@pytest.mark.parametrize("seed", range(10))
def test_the_plan_returned_costs_what_the_slow_evaluation_says(seed: int):
    problem = watched_problem(seed)
    search = Search(problem, seed=seed)
    search.run(Budget(iterations=3000))
    found = search.best()
    assert evaluate(problem, found.rounds, found.start).cost == found.cost
    assert evaluate(problem, found.rounds, found.start).violations == ()


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS)
def test_no_plan_is_below_what_cannot_be_avoided(seed: int):
    problem = watched_problem(seed, rows=9)
    assert problem.cover is not None
    least = uncoverable_cost(problem, problem.cover)
    search = Search(replace(problem, cover=replace(problem.cover, least=least)), seed=seed)
    search.run(Budget(iterations=2000))
    found = search.best()
    assert cover_cost(problem, found.rounds, found.start) >= least


def watched_road(limit: int, **changes: object) -> Cover:
    """Return a cover of the far end of a line of five points, asked for all day."""
    rows: dict[str, object] = {
        "held": np.zeros(3, np.uint8),
        "opens": np.array([0], np.int32),
        "closes": np.array([7200], np.int32),
        "limit": np.array([limit], np.int32),
        "cost": np.array([100], np.int64),
        "way": np.zeros(1, np.int32),
        "duty": np.zeros(1, np.int32),
        "to_place": np.asarray(line(5)[:, 4][None], np.int32),
        "until": np.full((1, 2), 9000, np.int32),
    }
    return Cover(**(rows | changes))  # type: ignore[arg-type]


def test_a_search_that_sees_alarms_covers_what_one_that_does_not_leaves():
    tasks = [
        {"location": 4, "duration": 3000, "earliest": 3600, "latest": 4000, "pair_cost": [0, 10]},
        {"location": 0, "soft_from": 5000, "soft_to": 6600, "soft_cost": 1, "pair_cost": [10, 0]},
    ]
    crew = [{"shift_end": 9000, "start_location": 4, "end_location": 4}] * 2
    blind = problem_of(tasks, crew, line(5))
    held = np.array([1, 0], np.uint8)
    seeing = replace(blind, cover=watched_road(600, held=held))
    left = []
    for problem in (blind, seeing):
        search = Search(problem, seed=1)
        search.run(Budget(iterations=5000))
        found = search.best()
        left.append(int(uncovered_seconds(seeing, watched_road(600, held=held), *told(found))[0]))
    assert left[0] > left[1] == 0


def test_the_break_of_whoever_is_alone_is_proven_unavoidable():
    rest = {"unplaced_cost": MUST, "duration": 1800, "latest": 5000, "location": 2, "shifts": [0]}
    alone = problem_of(
        [rest, {"location": 3}, {"location": 4}],
        [{"shift_end": 7200, "start_location": 4, "end_location": 4}],
        line(5),
    )
    until = np.full((1, 1), 9000, np.int32)
    cover = watched_road(900, held=np.array([1, 0, 0], np.uint8), until=until)
    least = uncoverable_cost(alone, cover)
    assert least == 100 * (1800 + 600 - 900)
    search = Search(replace(alone, cover=replace(cover, least=least)), seed=1)
    search.run(Budget(iterations=3000))
    assert cover_cost(replace(alone, cover=cover), *told(search.best())) == least


def test_rows_by_the_hundred_share_lanes_only_where_they_never_meet():
    problem = watched_problem(3)
    cover = wild_cover(problem, 3, 300)
    memory = fresh(replace(problem, cover=cover), 3)
    head = memory.cover.head[0]
    assert head["words"] == -(-head["lanes"] // 64)
    assert head["lanes"] <= cover.rows


def told(found):
    return found.rounds, found.start
