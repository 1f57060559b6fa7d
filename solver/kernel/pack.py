"""From a problem to the memory of a search, and back to a solution."""

from collections.abc import Sequence

import numpy as np

from solver.kernel import layout
from solver.kernel.chooser import MIX, MIX_OF_PRICED_ROUNDS
from solver.kernel.covering.pack import pack_cover
from solver.kernel.fitting import Fits, fitting
from solver.kernel.layout import Array, Memory, Records
from solver.kernel.near import due_times, near_tasks
from solver.problem import HERE, MUST, NOBODY, Problem

QUANTILES = 4096
"""Size of the table of exponential quantiles."""


def pack(problem: Problem, seed: int | Sequence[int]) -> Memory:
    """Return fresh memory for ``problem`` with only the obligatory tasks in their rounds."""
    n, m = problem.tasks, problem.shifts
    size = n + 2 * m
    fits = fitting(problem)
    near, near_count = near_tasks(problem, fits)
    memory = Memory(
        nodes=pack_nodes(problem),
        details=pack_details(problem, near_count, fits),
        shifts=pack_shifts(problem),
        travel=padded_travel(problem),
        choices=pack_choices(problem, fits),
        faces=pack_faces(problem),
        near=near.ravel(),
        gaps=pack_gaps(problem),
        work=np.zeros(10 * size + 64, layout.WORK),
        tally=np.zeros(1, layout.TALLY),
        chill=-np.log((np.arange(QUANTILES) + 0.5) / QUANTILES),
        best=np.zeros(size, layout.BEST),
        counts=np.zeros(len(MIX), layout.COUNTS),
        cover=pack_cover(problem),
    )
    mix = MIX_OF_PRICED_ROUNDS if problem.round_cost > 0 else MIX
    memory.counts["until"] = np.ceil(np.cumsum(mix) * 65536)
    tally = memory.tally[0]
    tally["travel_cost"] = problem.travel_cost
    tally["round_cost"], tally["worst_cost"] = problem.round_cost, problem.worst_cost
    tally["best"] = np.iinfo(np.int64).max
    tally["tasks"], tally["shifts"] = n, m
    tally["caregivers"] = caregivers(problem)
    tally["near_width"] = near.shape[1]
    tally["waiters"] = waits(problem).sum()
    tally["random_a"], tally["random_b"] = seeded(seed)
    tally["late_weight"] = 1
    if problem.fair is not None:
        tally["fair_cost"] = problem.fair.cost
    if problem.cover is not None:
        tally["rows"], tally["uncoverable"] = problem.cover.rows, problem.cover.least
    return memory


def caregivers(problem: Problem) -> int:
    """Return how many caregiver numbers are in use."""
    return int(problem.caregiver.max(initial=-1)) + 1


def seeded(seed: int | Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Return the state of the generator for a seed."""
    return np.random.SeedSequence(seed).generate_state(2, np.uint64) | np.uint64(1)


def waits(problem: Problem) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell for each task whether starting later than necessary can pay."""
    return (problem.soft_cost > 0) & (
        np.minimum(problem.soft_from, problem.latest) > problem.earliest
    )


def pack_nodes(problem: Problem) -> Records:
    """Return the node records, all rounds empty."""
    n, m = problem.tasks, problem.shifts
    stride = problem.travel.shape[1] + 1
    nodes = np.zeros(n + 2 * m, layout.NODE)
    nodes["succ"] = nodes["pred"] = nodes["shift"] = nodes["partner"] = layout.NONE
    task, start, end = nodes[:n], nodes[n : n + m], nodes[n + m :]
    here = problem.location == HERE
    for name in ("latest", "duration", "partner", "soft_from", "soft_to", "soft_cost"):
        task[name] = getattr(problem, name)
    task["floor"] = task["start"] = problem.earliest
    task["at"] = np.where(here, stride - 1, problem.location)
    task["home"] = np.where(here, 0, problem.location * stride)
    gaps = np.zeros(n, bool)
    gaps[problem.gap_after] = True
    gaps |= np.diff(problem.gap_ptr) > 0
    task["flags"] = (
        layout.HAS_GAPS * gaps
        + layout.IS_HERE * here
        + layout.IS_SECOND * (problem.is_second > 0)
        + layout.IS_MUST * (problem.unplaced_cost >= MUST)
        + layout.IS_SHARED * (0 if problem.fair is None else problem.fair.counts)
        + layout.IS_HELD * (0 if problem.cover is None else problem.cover.held)
    )
    numbers = np.arange(m)
    start["start"] = start["floor"] = problem.shift_start
    start["latest"] = np.iinfo(np.int32).max
    start["at"] = stride - 1
    start["row"] = shift_base(problem) + problem.start_location * stride
    end["floor"] = np.iinfo(np.int32).min
    end["latest"] = problem.shift_end
    end["at"] = problem.end_location
    start["shift"] = end["shift"] = numbers
    start["succ"], end["pred"] = n + m + numbers, n + numbers
    return nodes


def pack_details(problem: Problem, near_count: Array, fits: Fits) -> Records:
    """Return the cold part of the task records."""
    details = np.zeros(problem.tasks, layout.DETAIL)
    named = problem.client != NOBODY
    details["unplaced"] = problem.unplaced_cost
    if len(problem.face_cost):
        details["face"] = np.where(named, problem.face_cost[np.where(named, problem.client, 0)], 0)
    details["faces_at"] = np.where(named, problem.client, 0) * caregivers(problem)
    details["load"] = problem.load
    details["earliest"] = problem.earliest
    details["due"] = due_times(problem)
    details["least"], details["most"] = problem.partner_least, problem.partner_most
    details["patience"] = np.minimum(problem.soft_from, problem.latest)
    waiters = np.flatnonzero(waits(problem))
    details["waiter"][: len(waiters)] = waiters
    details["near_count"] = near_count
    details["open_count"] = fits.sum(axis=1)
    details["out_from"], details["out_to"] = problem.gap_ptr[:-1], problem.gap_ptr[1:]
    waited = np.bincount(problem.gap_after, minlength=problem.tasks)
    ends = len(problem.gap_after) + np.cumsum(waited)
    details["in_from"], details["in_to"] = ends - waited, ends
    return details


def pack_faces(problem: Problem) -> Array:
    """Return the counts of visits by client and caregiver before any visit."""
    people = caregivers(problem)
    faces = np.zeros((max(1, len(problem.face_cost)), max(1, people)), np.int32)
    known = problem.known[problem.known[:, 1] < people]
    faces[known[:, 0], known[:, 1]] = layout.KNOWN
    return faces.ravel()


def shift_base(problem: Problem) -> Array:
    """Return where the travel times of each shift's mode begin."""
    points = problem.travel.shape[1]
    return problem.mode * np.int32(points * (points + 1))


def pack_shifts(problem: Problem) -> Records:
    """Return the shift records."""
    shifts = np.zeros(problem.shifts, layout.SHIFT)
    shifts["base"] = shift_base(problem)
    shifts["caregiver"] = problem.caregiver
    shifts["capacity"] = problem.capacity
    _, first, own = np.unique(problem.caregiver, return_index=True, return_inverse=True)
    shifts["keeper"] = first[own]
    if problem.fair is not None:
        shifts["share"] = problem.fair.share[problem.caregiver]
    return shifts


def padded_travel(problem: Problem) -> Array:
    """Return travel seconds with one more column: the point HERE, at distance zero."""
    modes, points, _ = problem.travel.shape
    travel = np.zeros((modes, points, points + 1), np.int32)
    travel[:, :, :points] = problem.travel
    return travel.ravel()


def pack_choices(problem: Problem, fits: Fits) -> Records:
    """Return the pair costs and, for each task, the shifts it fits, unused places last."""
    choices = np.zeros(problem.allowed.shape, layout.CHOICE)
    choices["cost"] = np.where(problem.allowed, problem.pair_cost, layout.FORBIDDEN)
    choices["open"] = np.argsort(~fits, axis=1, kind="stable")
    return choices.ravel()


def pack_gaps(problem: Problem) -> Records:
    """Return the gaps ordered by their first task, then ordered by their second."""
    count = len(problem.gap_after)
    gaps = np.zeros(2 * count + 1, layout.GAP)
    gaps["node"][:count], gaps["seconds"][:count] = problem.gap_after, problem.gap_seconds
    first = np.repeat(np.arange(problem.tasks), np.diff(problem.gap_ptr))
    order = np.argsort(problem.gap_after, kind="stable")
    gaps["node"][count:-1], gaps["seconds"][count:-1] = first[order], problem.gap_seconds[order]
    return gaps


def write_rounds(memory: Memory, rounds: Sequence[Sequence[int]]) -> None:
    """Put the tasks of ``rounds`` in memory; ``recount`` must follow."""
    n, m = int(memory.tally[0]["tasks"]), int(memory.tally[0]["shifts"])
    succ = memory.nodes["succ"]
    for shift, tasks in enumerate(rounds):
        chain = [n + shift, *tasks, n + m + shift]
        succ[chain[:-1]] = chain[1:]


def read_rounds(succ: Array, tasks: int, shifts: int) -> tuple[tuple[int, ...], ...]:
    """Return the rounds that ``succ`` describes."""
    rounds, following = [], succ.tolist()
    for shift in range(shifts):
        tasks_here = []
        x = following[tasks + shift]
        while x < tasks:
            tasks_here.append(x)
            x = following[x]
        rounds.append(tuple(tasks_here))
    return tuple(rounds)
