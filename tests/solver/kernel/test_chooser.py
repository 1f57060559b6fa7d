"""A move that empties a round is worth the price of the round, whichever neighbourhood it is of."""

from typing import Any

import numpy as np
import pytest

from solver.kernel.anneal import anneal
from solver.kernel.chooser import EXCHANGE, MIX, MIX_OF_PRICED_ROUNDS, NAMES, PAIR, RELOCATE, STRING
from solver.kernel.pack import write_rounds
from solver.kernel.recount import recount
from tests.build.problems import line, problem_of
from tests.solver.kernel.test_anneal import assert_exact
from tests.solver.kernel.walk import fresh

DEAR = 1_000_000


@pytest.mark.parametrize("mix", [MIX, MIX_OF_PRICED_ROUNDS])
def test_there_is_one_chance_for_each_name_and_they_are_all(mix: tuple[float, ...]) -> None:
    assert len(mix) == len(NAMES)
    assert sum(mix) == pytest.approx(1)


@pytest.mark.parametrize(
    ("kind", "leaving"), [(RELOCATE, 1), (STRING, 2), (STRING, 3), (EXCHANGE, 5)]
)
def test_the_last_tasks_leave_a_round_at_the_cost_of_a_detour(kind: int, leaving: int) -> None:
    rows = [{"location": 1}] * leaving + [{"location": 3}]
    problem = problem_of(rows, [{}, {}], line(4), round_cost=DEAR)
    memory = fresh(problem, 1)
    write_rounds(memory, [list(range(leaving)), [leaving]])
    assert recount(memory)
    memory.counts["until"] = np.where(np.arange(len(NAMES)) >= kind, 65536, 0)
    anneal(memory, 2000, 1.0, 1.0)
    assert_exact(problem, memory)
    assert sorted(memory.shifts["free"]) == [0, leaving + 1]


def test_the_halves_of_a_pair_leave_their_rounds_at_once() -> None:
    rows: list[dict[str, Any]] = [
        {"location": 1, "partner": 1},
        {"location": 1, "partner": 0, "is_second": 1},
        *({"location": 3, "shifts": [v]} for v in (2, 3)),
    ]
    problem = problem_of(rows, [{}] * 4, line(4), round_cost=DEAR)
    memory = fresh(problem, 1)
    write_rounds(memory, [[0], [1], [2], [3]])
    assert recount(memory)
    memory.counts["until"] = np.where(np.arange(len(NAMES)) >= PAIR, 65536, 0)
    anneal(memory, 2000, 1.0, 1.0)
    assert_exact(problem, memory)
    assert list(memory.shifts["free"]) == [0, 0, 2, 2]
