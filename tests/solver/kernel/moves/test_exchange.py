"""Exchanged parts of rounds: everybody after them starts as early as possible again."""

import pytest

from solver.kernel.anneal import anneal
from tests.build.problems import watched_problem
from tests.solver.kernel.test_anneal import assert_exact
from tests.solver.kernel.walk import fresh


@pytest.mark.parametrize("seed", [235, 389])
def test_who_follows_a_task_that_happens_here_is_timed_anew(seed: int) -> None:
    """A task HERE that keeps its start, in a part that begins somewhere else now."""
    problem = watched_problem(seed, rows=1)
    memory = fresh(problem, seed)
    for heat in (3000.0, 300.0, 30.0) * 3:
        anneal(memory, 40, heat, heat)
        assert_exact(problem, memory)
