"""The joint optimum of a day: all visits are done, and as many as possible by their contacts.

Who works when, as a linear program: every visit goes to shifts that it reaches, and in every
stretch of the day no shift holds more work than the stretch is long (what must lie in it wherever
the visits are put in their windows). No shift holds more visits of its caregiver's own clients than
it can with all roads. So the result is proven to bound every plan in which these shifts do all
these visits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from solver.continuity.reach import Reach
from solver.problem import MUST, NOBODY, Int32, Problem

GRID = 1800
"""Seconds between the ends of the stretches that are looked at."""

_TIGHT = 1e-6

Row = tuple[list[int], list[float], float]
"""Columns, their factors, and what they add up to at most (or exactly, where each is done once)."""


@dataclass(frozen=True)
class Day:
    """The tasks and shifts of a day; ``own`` holds pairs of a task and a shift of its contact.

    ``most`` bounds how many own tasks each shift can hold.
    """

    problem: Problem
    reach: Reach
    tasks: Sequence[int]
    shifts: Sequence[int]
    own: frozenset[tuple[int, int]]
    most: Mapping[int, int]

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The columns: a task and a shift that it reaches."""
        return [(t, s) for t in self.tasks for s in self.shifts if self.reach.fits[t, s]]

    @cached_property
    def columns(self) -> Mapping[int, list[int]]:
        """The columns of each task."""
        found: dict[int, list[int]] = {task: [] for task in self.tasks}
        for column, (task, _) in enumerate(self.pairs):
            found[task].append(column)
        return found


def most_on(day: Day) -> int:
    """Return a proven bound of the tasks that their contacts can do on ``day``."""
    ceiling = sum(day.most.values())
    if ceiling == 0 or not day.pairs:
        return ceiling
    width, count = len(day.pairs), len(day.tasks)
    once = [(*row, 1.0) for row in _once(day, width)]
    limited = [(*row, 0.0) for row in (*_ceilings(day), *_pairs(day), *_stretches(day))]
    value = np.array([float(pair in day.own) for pair in day.pairs] + [-width - 1.0] * count)
    answer = milp(
        -value, bounds=Bounds(0, 1), constraints=_constraint([*once, *limited], width + count)
    )
    if answer.x is None or answer.x[width:].sum() > _TIGHT:
        return ceiling  # these shifts cannot do it all, so others help, and nothing is proven
    return min(ceiling, int(-answer.fun + _TIGHT))


def _once(day: Day, width: int) -> Iterator[Row]:
    """Every task is done once, or left."""
    for number, task in enumerate(day.tasks):
        columns = [*day.columns[task], width + number]
        yield columns, [1.0] * len(columns), 1.0


def _ceilings(day: Day) -> Iterator[Row]:
    for shift, most in day.most.items():
        columns = [n for n, pair in enumerate(day.pairs) if pair[1] == shift and pair in day.own]
        yield columns, [1.0] * len(columns), float(most)


def _pairs(day: Day) -> Iterator[Row]:
    """Nobody takes both seats of a double-staffed visit."""
    for task in day.tasks:
        other = int(day.problem.partner[task])
        if other == NOBODY or not day.problem.is_second[task] or other not in day.columns:
            continue
        both = day.columns[task] + day.columns[other]
        for person in {int(day.problem.caregiver[day.pairs[column][1]]) for column in both}:
            columns = [c for c in both if day.problem.caregiver[day.pairs[c][1]] == person]
            yield columns, [1.0] * len(columns), 1.0


def _stretches(day: Day) -> Iterator[Row]:
    """In no stretch of its time has a shift more to do than the stretch is long."""
    for shift in day.shifts:
        columns = [n for n, (_, number) in enumerate(day.pairs) if number == shift]
        tasks = np.array([day.pairs[n][0] for n in columns], np.int32)
        first, last = day.reach.first[tasks, shift], day.reach.last[tasks, shift]
        seconds = day.problem.duration[tasks]
        must = _duties(day.problem, shift)
        ends = np.arange(day.problem.shift_start[shift], day.problem.shift_end[shift] + 1, GRID)
        for number, begin in enumerate(ends):
            for end in ends[number + 1 :]:
                work = within(first, last, seconds, begin, end)
                fixed = within(*must, begin, end).sum()
                busy = np.flatnonzero(work)
                if work.sum() > end - begin - fixed:
                    yield (
                        [columns[n] for n in busy],
                        [float(work[n]) for n in busy],
                        float(end - begin - fixed),
                    )


def within(first: Int32, last: Int32, seconds: Int32, begin: int, end: int) -> Int32:
    """Return how much of each task lies between ``begin`` and ``end`` wherever it is put."""
    early = np.minimum(first + seconds, end) - np.maximum(first, begin)
    late = np.minimum(last + seconds, end) - np.maximum(last, begin)
    return np.asarray(np.maximum(0, np.minimum(early, late)), np.int32)


def _duties(problem: Problem, shift: int) -> tuple[Int32, Int32, Int32]:
    own = np.flatnonzero((problem.unplaced_cost >= MUST) & (problem.allowed[:, shift] == 1))
    return problem.earliest[own], problem.latest[own], problem.duration[own]


def _constraint(
    rows: Sequence[tuple[list[int], list[float], float, float]], width: int
) -> LinearConstraint:
    line = np.repeat(np.arange(len(rows)), [len(row[0]) for row in rows])
    column = np.concatenate([np.array(row[0], np.int64) for row in rows])
    value = np.concatenate([np.array(row[1]) for row in rows])
    matrix = csr_array((value, (line, column)), shape=(len(rows), width))
    return LinearConstraint(matrix, [row[3] for row in rows], [row[2] for row in rows])
