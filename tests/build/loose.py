"""Dense problems whose rounds stand apart: windows, loads, skills, own breaks, nothing linked."""

from dataclasses import replace
from typing import Any

import numpy as np

from solver.problem import HERE, MUST, NOBODY, Problem
from tests.build.problems import problem_of, wild_problem


def loose_day(seed: int, *, tasks: int = 60, shifts: int = 10, alike: bool = True) -> Problem:
    """Return a day of visits with windows of an hour or two, and rounds that have a price.

    Unless the shifts are ``alike`` each has a break of its own, and everyone suits somebody.
    """
    rng = np.random.default_rng(seed)
    place = rng.uniform(0, 3000, (tasks + 1, 2))
    apart = np.hypot(*(place[:, None] - place[None]).transpose(2, 0, 1))
    opens = rng.integers(0, 18_000, tasks)
    rows: list[dict[str, Any]] = [
        {
            "location": 1 + i,
            "earliest": int(opens[i]),
            "latest": int(opens[i] + rng.integers(1800, 7200)),
            "duration": int(rng.integers(600, 2400)),
            "load": int(rng.integers(1, 5)),
            "unplaced_cost": 2_000_000,
        }
        for i in range(tasks)
    ]
    crew = [{"capacity": 40, "shift_end": 28_800} for _ in range(shifts)]
    if not alike:
        for row in rows:
            row["pair_cost"] = rng.integers(0, 400, shifts)
        rest: dict[str, Any] = {"location": HERE, "unplaced_cost": MUST, "duration": 1800}
        rows += [{**rest, "earliest": 9000, "latest": 16_000, "shifts": [v]} for v in range(shifts)]
    return problem_of(rows, crew, np.ceil(apart)[None].astype(np.int32), round_cost=50_000)


def unlinked(seed: int) -> Problem:
    """Return a wild problem with everything taken out that ties rounds together."""
    wild = wild_problem(seed, tasks=9, shifts=4)
    nobody = np.full(wild.tasks, NOBODY, np.int32)
    return replace(
        wild,
        partner=nobody,
        is_second=np.zeros(wild.tasks, np.uint8),
        gap_ptr=np.zeros(wild.tasks + 1, np.int32),
        gap_after=np.zeros(0, np.int32),
        gap_seconds=np.zeros(0, np.int32),
        soft_cost=np.zeros(wild.tasks, np.int32),
        face_cost=np.zeros_like(wild.face_cost),
        fair=None,
    )
