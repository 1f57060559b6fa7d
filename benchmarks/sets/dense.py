"""Builds a dense problem from what a literature set states, with neutral values for the rest."""

from typing import Any

import numpy as np

from solver.problem import HERE, MUST, NOBODY, Problem

FAR = 1 << 29
"""A moment after everything, in the scaled seconds of a literature set."""


def neutral(tasks: int, shifts: int, points: int) -> dict[str, Any]:
    """Return the arrays of a problem without any rule: ``Problem(**neutral(...) | {...})``."""
    return {
        "location": np.full(tasks, HERE, np.int32),
        "duration": np.zeros(tasks, np.int32),
        "earliest": np.zeros(tasks, np.int32),
        "latest": np.full(tasks, FAR, np.int32),
        "soft_from": np.zeros(tasks, np.int32),
        "soft_to": np.full(tasks, FAR, np.int32),
        "soft_cost": np.zeros(tasks, np.int32),
        "unplaced_cost": np.full(tasks, MUST >> 12, np.int64),
        "partner": np.full(tasks, NOBODY, np.int32),
        "is_second": np.zeros(tasks, np.uint8),
        "partner_least": np.zeros(tasks, np.int32),
        "partner_most": np.zeros(tasks, np.int32),
        "client": np.full(tasks, NOBODY, np.int32),
        "load": np.zeros(tasks, np.int32),
        "gap_ptr": np.zeros(tasks + 1, np.int32),
        "gap_after": np.zeros(0, np.int32),
        "gap_seconds": np.zeros(0, np.int32),
        "shift_start": np.zeros(shifts, np.int32),
        "shift_end": np.full(shifts, FAR, np.int32),
        "start_location": np.zeros(shifts, np.int32),
        "end_location": np.zeros(shifts, np.int32),
        "mode": np.zeros(shifts, np.int32),
        "caregiver": np.arange(shifts, dtype=np.int32),
        "capacity": np.full(shifts, FAR, np.int32),
        "allowed": np.ones((tasks, shifts), np.uint8),
        "pair_cost": np.zeros((tasks, shifts), np.int32),
        "travel": np.zeros((1, points, points), np.int32),
        "travel_cost": 1,
        "face_cost": np.zeros(0, np.int64),
    }


def pair(arrays: dict[str, Any], first: int, second: int, least: int, most: int) -> None:
    """Couple two tasks: start(second) - start(first) in [``least``, ``most``] scaled seconds."""
    arrays["partner"][first], arrays["partner"][second] = second, first
    arrays["is_second"][second] = 1
    for task in (first, second):
        arrays["partner_least"][task], arrays["partner_most"][task] = least, most


def with_arrays(arrays: dict[str, Any], **changes: object) -> Problem:
    """Return the problem of ``arrays`` with ``changes`` put in their place."""
    return Problem(**(arrays | changes))
