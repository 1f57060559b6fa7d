"""Is a dense problem sound? Every fault at once, before any compiled code sees it."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.exact import evaluate
from solver.fair import fair_faults
from solver.problem import HERE, LONGEST, MUST, NOBODY, Problem
from solver.validate_cover import cover_faults

PER_TASK = [
    "location",
    "duration",
    "earliest",
    "latest",
    "soft_from",
    "soft_to",
    "soft_cost",
    "unplaced_cost",
    "partner",
    "is_second",
    "partner_least",
    "partner_most",
    "client",
    "load",
]
PER_SHIFT = [
    "shift_start",
    "shift_end",
    "start_location",
    "end_location",
    "mode",
    "caregiver",
    "capacity",
]


class UnsoundProblemError(ValueError):
    """The problem cannot be searched; ``faults`` lists why."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Join the faults to one message."""
        self.faults = faults
        super().__init__("unsound problem: " + "; ".join(faults))


def check_problem(problem: Problem) -> None:
    """Raise ``UnsoundProblemError`` with every fault of ``problem``; return when it is sound.

    Checked in turn, the later only when the earlier hold: shapes; numbers and windows; cover;
    fair shares; pairs; that the obligatory tasks alone, in order of time, make rounds that break
    nothing.
    """
    for stage in (
        shape_faults,
        number_faults,
        cover_faults,
        fair_faults,
        pair_faults,
        obligatory_faults,
    ):
        faults = tuple(stage(problem))
        if faults:
            raise UnsoundProblemError(faults)


def shape_faults(problem: Problem) -> Iterator[str]:
    """Yield arrays whose shape does not follow from tasks, shifts, points and gaps."""
    n, m = problem.tasks, problem.shifts
    wanted: dict[str, tuple[int, ...]] = {}
    wanted |= dict.fromkeys(PER_TASK, (n,)) | dict.fromkeys(PER_SHIFT, (m,))
    wanted |= {"allowed": (n, m), "pair_cost": (n, m), "gap_ptr": (n + 1,)}
    wanted["gap_seconds"] = problem.gap_after.shape
    for name, shape in wanted.items():
        found = getattr(problem, name).shape
        if found != shape:
            yield f"{name} has shape {found}, must be {shape}"
    if problem.known.shape[1:] != (2,):
        yield f"known has shape {problem.known.shape}, must be (rows, 2)"
    travel = problem.travel.shape
    if len(travel) != 3 or travel[1] != travel[2]:  # noqa: PLR2004 (modes, points, points)
        yield f"travel has shape {travel}, must be (modes, points, points)"
    if m == 0:
        yield "no shift at all: add at least one row of the roster"


def number_faults(problem: Problem) -> Iterator[str]:
    """Yield numbers outside their range and windows that close before they open."""
    modes, points = problem.travel.shape[:2]
    n = problem.tasks
    yield from outside("location", problem.location, HERE, points - 1)
    yield from outside("client", problem.client, NOBODY, len(problem.face_cost) - 1)
    yield from outside("known clients", problem.known[:, 0], 0, len(problem.face_cost) - 1)
    yield from outside("known caregivers", problem.known[:, 1], 0, LONGEST)
    yield from outside("partner", problem.partner, NOBODY, n - 1)
    yield from outside("gap_after", problem.gap_after, 0, n - 1)
    yield from outside("gap_seconds", problem.gap_seconds, -LONGEST, LONGEST)
    yield from outside("mode", problem.mode, 0, modes - 1)
    for name in ("start_location", "end_location"):
        yield from outside(name, getattr(problem, name), 0, points - 1)
    for name in ("earliest", "latest", "soft_from", "soft_to", "shift_start", "shift_end"):
        yield from outside(name, getattr(problem, name), -LONGEST, LONGEST)
    for name in ("duration", "travel", "load", "soft_cost", "caregiver", "unplaced_cost"):
        most = 2 * MUST if name == "unplaced_cost" else LONGEST
        yield from outside(name, getattr(problem, name), 0, most)
    yield from outside("face_cost", problem.face_cost, 0, MUST)
    for first, last in (("earliest", "latest"), ("soft_from", "soft_to")):
        for task in np.flatnonzero(getattr(problem, first) > getattr(problem, last)):
            yield f"task {task}: {first} is after {last}; widen the window"
    for shift in np.flatnonzero(problem.shift_start > problem.shift_end):
        yield f"shift {shift} ends before it starts"
    if problem.travel_cost < 0:
        yield f"travel_cost is {problem.travel_cost}, must not be negative"
    steps = np.diff(problem.gap_ptr)
    if (
        problem.gap_ptr[0] != 0
        or (steps < 0).any()
        or problem.gap_ptr[-1] != len(problem.gap_after)
    ):
        yield f"gap_ptr must rise from 0 to {len(problem.gap_after)}, the number of gaps"


def outside(name: str, values: npt.NDArray[Any], least: int, most: int) -> Iterator[str]:
    """Yield the first value of an array outside [least, most]."""
    bad = np.argwhere((values < least) | (values > most))
    if len(bad):
        place = tuple(int(i) for i in bad[0])
        yield f"{name}{list(place)} is {values[place]}, must be in {least}..{most}"


def pair_faults(problem: Problem) -> Iterator[str]:
    """Yield pairs that do not name each other or disagree, and homeless obligatory tasks."""
    for task in range(problem.tasks):
        partner = int(problem.partner[task])
        if problem.unplaced_cost[task] >= MUST and problem.allowed[task].sum() != 1:
            yield f"task {task} must be placed: exactly one shift may be allowed for it"
        if partner == NOBODY:
            continue
        if partner == task or problem.partner[partner] != task:
            yield f"task {task} names partner {partner}, which names {problem.partner[partner]}"
            continue
        if bool(problem.is_second[task]) == bool(problem.is_second[partner]):
            yield f"tasks {task} and {partner}: exactly one of a pair is second"
        for name in ("partner_least", "partner_most"):
            values = getattr(problem, name)
            if values[task] != values[partner]:
                yield f"tasks {task} and {partner} of a pair differ in {name}"
        if problem.partner_least[task] > problem.partner_most[task]:
            yield f"task {task}: partner_least is greater than partner_most"
        if (problem.unplaced_cost[task] >= MUST) != (problem.unplaced_cost[partner] >= MUST):
            yield f"tasks {task} and {partner}: both halves of a pair must be placed, or neither"


def obligatory_faults(problem: Problem) -> Iterator[str]:
    """Yield what the rounds break that have only the obligatory tasks."""
    for fault in evaluate(problem, obligatory_rounds(problem)).violations:
        yield f"obligatory tasks alone: {fault}"


def obligatory_rounds(problem: Problem) -> list[list[int]]:
    """Return for each shift the tasks that must be placed, in order of time."""
    rounds: list[list[int]] = [[] for _ in range(problem.shifts)]
    must = np.flatnonzero(problem.unplaced_cost >= MUST)
    order = np.lexsort((must, problem.latest[must], problem.earliest[must]))
    for task in must[order]:
        rounds[int(problem.allowed[task].argmax())].append(int(task))
    return rounds
