"""A tight working day of one group whose hidden plan surely places every visit.

Proportions as in a Swedish municipality's group: 18 clients, about 60 visits by day and evening,
about 12 of them double-staffed, 5 day and 2 evening shifts, three travel modes. The rounds are
made first; windows, skills and contacts are then laid around them.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from solver.problem import HERE, MUST, Problem
from tests.build.problems import problem_of

HOUR = 3600
SPEED = (8.0, 4.2, 1.4)
"""Metres per second by car, bike and on foot."""


@dataclass
class Day:
    """A day while it is planted."""

    rng: np.random.Generator
    shifts: list[dict[str, Any]]
    homes: np.ndarray[Any, Any]
    travel: np.ndarray[Any, np.dtype[np.int32]]
    tasks: list[dict[str, Any]] = field(default_factory=list)
    gaps: list[tuple[int, int, int]] = field(default_factory=list)
    rounds: list[list[int]] = field(default_factory=list)
    clock: list[int] = field(default_factory=list)
    place: list[int] = field(default_factory=list)
    rested: list[bool] = field(default_factory=list)
    last_seen: dict[int, int] = field(default_factory=dict)


def planted_day(
    seed: int, *, clients: int = 18, day: int = 5, evening: int = 2, idle: float = 0.08
) -> tuple[Problem, list[list[int]]]:
    """Return a group-day and its hidden rounds; ``idle`` is the share of paid time left over."""
    rng = np.random.default_rng(seed)
    homes = np.concatenate([[[0.0, 0.0]], rng.normal(0, 900, (clients, 2))])
    shifts = [shift_row(rng, v, v < day) for v in range(day + evening)]
    state = Day(rng, shifts, homes, travel_of(homes, rng))
    for shift in shifts:
        state.rounds.append([])
        state.clock.append(shift["shift_start"])
        state.place.append(0)
        state.rested.append(False)
    while plant_one(state, idle):
        pass
    for v in range(len(shifts)):
        if not state.rested[v]:
            plant_break(state, v)
    problem = problem_of(
        state.tasks,
        shifts,
        state.travel,
        gaps=state.gaps,
        face_cost=[3000] * clients,
        travel_cost=5,
    )
    return problem, state.rounds


def shift_row(rng: np.random.Generator, number: int, by_day: bool) -> dict[str, Any]:
    """Return a day or an evening shift."""
    begins, ends = (7 * HOUR, 15 * HOUR) if by_day else (15 * HOUR, 22 * HOUR)
    return {
        "shift_start": begins,
        "shift_end": ends,
        "mode": int(rng.choice([0, 0, 1, 1, 2])),
        "caregiver": number,
    }


def travel_of(homes: np.ndarray[Any, Any], rng: np.random.Generator) -> np.ndarray[Any, Any]:
    """Return whole seconds between all points for each mode, none shorter through a third."""
    metres = np.hypot(*(homes[:, None] - homes[None]).transpose(2, 0, 1)) * 1.3
    metres *= 1 + rng.uniform(0, 0.1, metres.shape)
    seconds = np.stack([metres / speed + (metres > 0) * 60 for speed in SPEED])
    for mode in seconds:
        for via in range(len(homes)):
            np.minimum(mode, mode[:, [via]] + mode[[via], :], out=mode)
    return np.asarray(np.ceil(seconds), np.int32)


def plant_one(day: Day, idle: float) -> bool:
    """Plant the next break or visit on the shift that is free first; False when all are full."""
    ends = [row["shift_end"] for row in day.shifts]
    open_shifts = [v for v in range(len(ends)) if day.clock[v] < ends[v]]
    if not open_shifts:
        return False
    v = min(open_shifts, key=lambda u: day.clock[u])
    if not day.rested[v] and day.clock[v] >= day.shifts[v]["shift_start"] + 4 * HOUR:
        plant_break(day, v)
        return True
    crew = [v]
    others = [u for u in open_shifts if u != v and day.clock[u] < day.clock[v] + 600]
    if others and day.rng.random() < 0.2:
        crew.append(int(day.rng.choice(others)))
    near = np.argsort(day.travel[0, day.place[v]] + day.rng.uniform(0, 400, len(day.homes)))
    for home in near[:4]:
        if home > 0 and plant_visit(day, crew, int(home), idle):
            return True
    for u in crew:
        day.clock[u] = ends[u]
    return True


def plant_break(day: Day, v: int) -> None:
    """Plant half an hour of rest wherever the caregiver is, or at the office."""
    at_office = day.rng.random() < 0.3
    leg = int(day.travel[day.shifts[v]["mode"], day.place[v], 0]) if at_office else 0
    home = int(day.travel[day.shifts[v]["mode"], day.place[v], 0]) if not at_office else 0
    start = min(day.clock[v] + leg, day.shifts[v]["shift_end"] - 1800 - home)
    day.rounds[v].append(len(day.tasks))
    day.tasks.append(
        {
            "location": 0 if at_office else HERE,
            "duration": 1800,
            "earliest": start - 2400,
            "latest": start + 2400,
            "unplaced_cost": MUST,
            "shifts": [v],
        }
    )
    day.clock[v] = start + 1800
    day.place[v] = 0 if at_office else day.place[v]
    day.rested[v] = True


def plant_visit(day: Day, crew: list[int], home: int, idle: float) -> bool:
    """Plant a visit by the crew; False when somebody would come back too late."""
    rng = day.rng
    duration = int(rng.choice([10, 15, 20, 30, 45, 60], p=[0.15, 0.25, 0.25, 0.2, 0.1, 0.05])) * 60
    legs = [int(day.travel[day.shifts[v]["mode"], day.place[v], home]) for v in crew]
    start = max(day.clock[v] + leg for v, leg in zip(crew, legs, strict=True))
    morning = start < 10 * HOUR
    share = min(idle, 0.05) if morning else idle
    start += int(rng.exponential(share * (duration + 300)))
    for v in crew:
        row = day.shifts[v]
        back = int(day.travel[row["mode"], home, 0])
        rest = 0 if day.rested[v] else 1800 + back
        if start + duration + rest + back > row["shift_end"]:
            return False
    spread = int(rng.choice([30, 60, 90, 120], p=[0.1, 0.3, 0.3, 0.3])) * 60
    before = int(rng.uniform(0, spread))
    first = len(day.tasks)
    client = home - 1
    contact = crew[0] if rng.random() < 0.5 else int(rng.integers(0, len(day.shifts)))
    able = [v for v in range(len(day.shifts)) if v in crew or rng.random() < 0.75]
    for number, v in enumerate(crew):
        task = {
            "location": home,
            "duration": duration,
            "earliest": start - before,
            "latest": start - before + spread,
            "client": client,
            "shifts": able,
            "pair_cost": [0 if u == contact else 1800 for u in range(len(day.shifts))],
        }
        if rng.random() < 0.5:
            task |= {"soft_from": start - before // 2, "soft_to": start + 900, "soft_cost": 1}
        if len(crew) > 1:
            task |= {"partner": first + 1 - number, "is_second": number}
        day.tasks.append(task)
        day.rounds[v].append(first + number)
        day.clock[v] = start + duration
        day.place[v] = home
    seen = day.last_seen.get(client)
    if seen is not None and rng.random() < 0.3:
        apart = start - planted_start(day, seen)
        day.gaps.append((seen, first, int(apart * rng.uniform(0.3, 0.9))))
    day.tasks[first]["planted"] = start
    day.last_seen[client] = first
    return True


def planted_start(day: Day, task: int) -> int:
    """Return when the hidden plan starts a visit."""
    return int(day.tasks[task]["planted"])
