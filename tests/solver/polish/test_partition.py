"""The cheapest rounds that hold every task once."""

from itertools import combinations
from time import monotonic

import numpy as np
import pytest

from solver.polish.partition import Column, Limit, partition

ENOUGH = Limit(work=5.0)


def always() -> bool:
    return True


def drawn(seed: int, *, tasks: int, columns: int, kinds: int) -> list[Column]:
    """Return random columns; the first ones, a task each, are the plan."""
    rng = np.random.default_rng(seed)
    plan = [Column(task % kinds, (task,), 100, chosen=True) for task in range(tasks)]
    others = [
        Column(
            int(rng.integers(kinds)),
            tuple(rng.permutation(tasks)[: rng.integers(1, 4)].tolist()),
            int(rng.integers(40, 260)),
            chosen=False,
        )
        for _ in range(columns)
    ]
    return plan + others


def least(columns: list[Column], shifts: list[int], tasks: int) -> int:
    """Return the least cost by trying all sets of columns."""
    best = 10**9
    for size in range(1, tasks + 1):
        for chosen in combinations(columns, size):
            held = sorted(task for column in chosen for task in column.tasks)
            used = [sum(c.kind == kind for c in chosen) for kind in range(len(shifts))]
            fits = all(u <= s for u, s in zip(used, shifts, strict=True))
            if held == list(range(tasks)) and fits:
                best = min(best, sum(column.cost for column in chosen))
    return best


@pytest.mark.parametrize("seed", range(8))
def test_it_is_the_least_of_all_choices(seed: int):
    columns, shifts = drawn(seed, tasks=5, columns=10, kinds=2), [3, 2]
    found = partition(columns, shifts, ENOUGH, 1, always)
    assert found is not None
    assert sorted(task for column in found for task in column.tasks) == list(range(5))
    assert sum(column.cost for column in found) == least(columns, shifts, 5)


def test_a_task_outside_the_plan_comes_in_only_where_it_pays():
    plan = Column(0, (0,), 10, chosen=True)
    dear = Column(0, (0, 1), 30, chosen=False)
    cheap = Column(0, (0, 2), -500, chosen=False)
    assert partition([plan, dear], [1], ENOUGH, 1, always) == [plan]
    assert partition([plan, dear, cheap], [1], ENOUGH, 1, always) == [cheap]


def test_the_same_work_gives_the_same_answer():
    columns = drawn(3, tasks=40, columns=1500, kinds=1)
    first, second = (partition(columns, [40], Limit(0.05), 7, always) for _ in range(2))
    assert first == second


def test_it_ends_when_told_to():
    columns = drawn(4, tasks=150, columns=6000, kinds=1)
    asked = []

    def going() -> bool:
        asked.append(monotonic())
        return False

    found = partition(columns, [150], Limit(work=1e6), 1, going)
    assert asked
    assert found is None or sum(len(column.tasks) for column in found) == 150


def test_an_exception_of_the_observer_passes_and_ends_it():
    columns = drawn(4, tasks=150, columns=6000, kinds=1)

    def going() -> bool:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        partition(columns, [150], Limit(work=1e6), 1, going)
