"""Dense problems for tests and benchmarks: by hand, small and wild, or a tight planted day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from solver.problem import HERE, MUST, NEVER, NOBODY, Cover, Fair, Problem

FOREVER = 10**6

TASK: dict[str, Any] = {
    "location": 0,
    "duration": 600,
    "earliest": 0,
    "latest": FOREVER,
    "soft_from": 0,
    "soft_to": FOREVER,
    "soft_cost": 0,
    "unplaced_cost": 1_000_000,
    "partner": NOBODY,
    "is_second": 0,
    "partner_least": 0,
    "partner_most": 0,
    "client": NOBODY,
    "load": 0,
}
SHIFT: dict[str, Any] = {
    "shift_start": 0,
    "shift_end": FOREVER,
    "start_location": 0,
    "end_location": 0,
    "mode": 0,
    "capacity": 1000,
}
WIDE = {"unplaced_cost": np.int64}
SMALL = {"is_second": np.uint8}


def line(points: int, step: int = 300) -> np.ndarray[Any, np.dtype[np.int32]]:
    """Return travel between points on a line, one mode, ``step`` seconds apart."""
    place = np.arange(points)
    return np.asarray(np.abs(place[:, None] - place[None])[None] * step, np.int32)


def problem_of(
    tasks: Sequence[Mapping[str, Any]],
    shifts: Sequence[Mapping[str, Any]],
    travel: np.ndarray[Any, np.dtype[np.int32]],
    *,
    gaps: Sequence[tuple[int, int, int]] = (),
    face_cost: Sequence[int] = (),
    known: Sequence[tuple[int, int]] = (),
    travel_cost: int = 1,
    round_cost: int = 0,
    worst_cost: int = 0,
    cover: Cover | None = None,
    fair: Fair | None = None,
) -> Problem:
    """Build a problem from rows; a row gives what differs from ``TASK`` and ``SHIFT``.

    A task row may hold ``shifts`` (those that may have it; all when absent) and ``pair_cost``
    (one per shift); a shift row may hold ``caregiver`` (its own number when absent). ``gaps``
    are (task, after, seconds), ``known`` (client, caregiver).
    """
    n, m = len(tasks), len(shifts)
    columns: dict[str, Any] = {
        name: np.array([row.get(name, default) for row in tasks]).astype(
            WIDE.get(name, SMALL.get(name, np.int32))
        )
        for name, default in TASK.items()
    }
    columns |= {
        name: np.array([row.get(name, default) for row in shifts], np.int32)
        for name, default in SHIFT.items()
    }
    allowed = np.zeros((n, m), np.uint8)
    pair_cost = np.zeros((n, m), np.int32)
    for task, row in enumerate(tasks):
        allowed[task, list(row.get("shifts", range(m)))] = 1
        pair_cost[task] = row.get("pair_cost", 0)
    ordered = sorted(gaps)
    counts = np.bincount([task for task, _, _ in ordered], minlength=n) if ordered else [0] * n
    return Problem(
        **columns,
        cover=cover,
        fair=fair,
        caregiver=np.array([row.get("caregiver", v) for v, row in enumerate(shifts)], np.int32),
        gap_ptr=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        gap_after=np.array([after for _, after, _ in ordered], np.int32),
        gap_seconds=np.array([seconds for _, _, seconds in ordered], np.int32),
        allowed=allowed,
        pair_cost=pair_cost,
        travel=travel,
        travel_cost=travel_cost,
        face_cost=np.array(face_cost, np.int64),
        known=np.array(known, np.int32).reshape(-1, 2),
        round_cost=round_cost,
        worst_cost=worst_cost,
    )


@st.composite
def tiny_problems(draw: st.DrawFn, *, tasks: int = 7, shifts: int = 3) -> Problem:
    """Draw a problem with every feature and few tasks."""
    return wild_problem(draw(st.integers(0, 2**32 - 1)), tasks=tasks, shifts=shifts)


def wild_problem(seed: int, *, tasks: int = 7, shifts: int = 3) -> Problem:
    """Return a small problem that uses every array, tight enough to leave tasks unplaced."""
    rng = np.random.default_rng(seed)
    m = int(rng.integers(2, shifts + 1))
    points = int(rng.integers(2, 5))
    travel = rng.integers(60, 1200, (2, points, points)).astype(np.int32)
    travel[:, range(points), range(points)] = rng.choice([0, 0, 30])
    rows = [wild_task(rng, points, m) for _ in range(int(rng.integers(2, tasks + 1)))]
    duty = {"unplaced_cost": MUST, "duration": 900, "earliest": 0, "latest": 7200, "load": 0}
    for shift in range(m):
        if len(rows) < tasks and rng.random() < 0.4:
            where = HERE if rng.random() < 0.6 else 0
            rows.append({**duty, "shifts": [shift], "location": where})
    free = [i for i, row in enumerate(rows) if "unplaced_cost" not in row]
    for a, b in zip(free[0::2], free[1::2], strict=False):
        if rng.random() < 0.5:
            least = int(rng.choice([0, 0, 0, -600, 300]))
            most = least + int(rng.choice([0, 0, 600]))
            span = {"partner_least": least, "partner_most": most}
            rows[a] |= {"partner": b, **span}
            rows[b] |= {"partner": a, "is_second": 1, **span}
    for row in rows:
        row.setdefault("unplaced_cost", int(rng.integers(20_000, 60_000)))
    gaps = []
    if len(free) > 2 and rng.random() < 0.5:
        gaps.append((free[0], free[2], int(rng.integers(0, 4000))))
    crew = [{"caregiver": 0 if v == m - 1 and rng.random() < 0.3 else v} for v in range(m)]
    day = [
        {**who, "shift_end": int(rng.integers(9000, 16000)), "mode": int(rng.integers(0, 2))}
        | {"capacity": int(rng.integers(2, 6)), "end_location": int(rng.integers(0, points))}
        for who in crew
    ]
    faces = [int(cost) for cost in rng.choice([0, 500, 3000], 3)]
    return problem_of(
        rows,
        day,
        travel,
        gaps=gaps,
        face_cost=faces,
        travel_cost=3,
        round_cost=int(rng.choice([0, 0, 6000])),
        worst_cost=int(rng.choice([0, 0, 5])),
        known=[(c, v) for c in range(3) for v in range(m) if rng.random() < 0.2],
        fair=wild_shares(rng, len(rows), crew),
    )


def wild_shares(
    rng: np.random.Generator, tasks: int, crew: Sequence[Mapping[str, int]]
) -> Fair | None:
    """Return shares of work of which some are too small, or none in one case of three."""
    people = 1 + max(row["caregiver"] for row in crew)
    share = rng.integers(0, 5000, people).astype(np.int64)
    counts = (rng.random(tasks) < 0.8).astype(np.uint8)
    cost = int(rng.choice([0, 1, 4]))
    return Fair(counts, share, cost) if cost else None


def wild_task(rng: np.random.Generator, points: int, shifts: int) -> dict[str, Any]:
    """Return one random task of ``wild_problem``."""
    earliest = int(rng.integers(0, 6000))
    latest = earliest + int(rng.integers(0, 5000))
    soft_from = earliest + int(rng.integers(-600, 2000))
    able = [v for v in range(shifts) if rng.random() < 0.8] or [0]
    return {
        "location": HERE if rng.random() < 0.15 else int(rng.integers(0, points)),
        "duration": int(rng.integers(300, 2400)),
        "earliest": earliest,
        "latest": latest,
        "soft_from": soft_from,
        "soft_to": soft_from + int(rng.integers(0, 1500)),
        "soft_cost": int(rng.choice([0, 1, 5])),
        "client": int(rng.integers(-1, 3)),
        "load": int(rng.integers(0, 2)),
        "shifts": able,
        "pair_cost": rng.integers(-200, 2000, shifts),
    }


def watched_problem(seed: int, *, tasks: int = 14, shifts: int = 4, rows: int = 5) -> Problem:
    """Return a wild problem in which up to ``rows`` places are to be reached all the time."""
    problem = wild_problem(seed, tasks=tasks, shifts=shifts)
    return replace(problem, cover=wild_cover(problem, seed, rows))


def wild_cover(problem: Problem, seed: int, rows: int) -> Cover:
    """Return cover rows of every kind: short limits, keys on the way, who answers until when."""
    rng = np.random.default_rng([seed, rows])
    m, size = problem.shifts, int(rng.integers(1, rows + 1))
    opens = rng.integers(-500, 9000, size)
    ways, duties = int(rng.integers(1, 4)), int(rng.integers(1, 3))
    until = problem.shift_end + rng.integers(-900, 1900, (duties, 1))
    until[rng.random((duties, m)) < 0.2] = NEVER
    shape = (ways, *problem.travel.shape[:2])
    return Cover(
        held=(rng.random(problem.tasks) < 0.4).astype(np.uint8),
        opens=opens.astype(np.int32),
        closes=(opens + rng.integers(1, 9000, size)).astype(np.int32),
        limit=rng.choice([0, 50, 64, 300, 700, 1800], size).astype(np.int32),
        cost=rng.choice([0, 1, 7], size).astype(np.int64),
        way=rng.integers(0, ways, size).astype(np.int32),
        duty=rng.integers(0, duties, size).astype(np.int32),
        to_place=rng.choice([0, 60, 300, 500, 900, 1700], shape).astype(np.int32),
        until=until.astype(np.int32),
    )
