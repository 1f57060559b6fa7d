"""A part of a problem: some of its shifts and tasks, as a problem of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from solver.problem import NOBODY, Int32, Problem

Rounds = Sequence[Sequence[int]]
"""Task numbers per shift, in order."""


@dataclass(frozen=True)
class Part:
    """``problem`` with the names of its rows in the whole: ``tasks`` and ``shifts``."""

    problem: Problem
    tasks: Int32
    shifts: Int32

    def local(self, rounds: Rounds) -> tuple[tuple[int, ...], ...]:
        """Return the part's rounds among those of the whole; strange tasks are left out."""
        number = {int(task): row for row, task in enumerate(self.tasks)}
        return tuple(
            tuple(number[task] for task in rounds[shift] if task in number)
            for shift in self.shifts
        )

    def merged(self, rounds: Rounds, found: Rounds) -> tuple[tuple[int, ...], ...]:
        """Return the rounds of the whole with those of the part's shifts replaced by ``found``."""
        whole = [tuple(row) for row in rounds]
        for shift, row in zip(self.shifts, found, strict=True):
            whole[shift] = tuple(int(self.tasks[task]) for task in row)
        return tuple(whole)


def part_of(problem: Problem, tasks: Sequence[int], shifts: Sequence[int]) -> Part:
    """Return the part of ``problem`` with ``tasks`` and ``shifts``, in the order of the whole.

    Pairs and gaps with a task outside are cut, so both halves of a pair belong in one part.
    """
    rows, columns = np.array(sorted(tasks), np.int32), np.array(sorted(shifts), np.int32)
    own = np.full(problem.tasks + 1, NOBODY, np.int32)
    own[rows] = np.arange(len(rows), dtype=np.int32)
    pointers, after, seconds = _gaps(problem, rows, own)
    names = ("start_location", "end_location", "mode", "caregiver", "capacity")
    by_task = (
        "location duration earliest latest soft_from soft_to soft_cost unplaced_cost is_second "
        "partner_least partner_most client load"
    ).split()
    part = replace(
        problem,
        **{name: getattr(problem, name)[rows] for name in by_task},
        **{name: getattr(problem, name)[columns] for name in (*names, "shift_start", "shift_end")},
        partner=own[problem.partner[rows]],
        gap_ptr=pointers,
        gap_after=after,
        gap_seconds=seconds,
        allowed=problem.allowed[np.ix_(rows, columns)],
        pair_cost=problem.pair_cost[np.ix_(rows, columns)],
    )
    return Part(part, rows, columns)


def _gaps(problem: Problem, rows: Int32, own: Int32) -> tuple[Int32, Int32, Int32]:
    """Return the gaps whose both tasks are in the part."""
    pointers, after, seconds = [0], [], []
    for task in rows:
        for gap in range(problem.gap_ptr[task], problem.gap_ptr[task + 1]):
            if own[problem.gap_after[gap]] != NOBODY:
                after.append(own[problem.gap_after[gap]])
                seconds.append(problem.gap_seconds[gap])
        pointers.append(len(after))
    return (
        np.array(pointers, np.int32),
        np.array(after, np.int32),
        np.array(seconds, np.int32),
    )
