"""The dense problem: what the kernels see. Integers only, arrays indexed by task and shift.

A *task* is one caregiver's part of a visit (a seat) or an activity of a shift (break, duty).
A *shift* is one row of the roster; its tasks in order are its round. All moments are whole
seconds after the instance's origin, all costs are integers, so that the score of a solution is
exact and equals the reference scorer's to the last unit.

How the written rules of class P map to arrays, so that a later rule is data and not a redesign:

=====================================================  =========================================
rule                                                   arrays
=====================================================  =========================================
skills, delegation, avoid, allergy, pins, own duties   ``allowed``
contact, deputy, preferences, floaters, calm           ``pair_cost``
hard windows, breaks, meetings, deadlines              ``earliest``, ``latest``
preferred windows, steady clock times, lateness        ``soft_from``, ``soft_to``, ``soft_cost``
double staffing in full, first or last part            ``partner``, ``partner_least/most``
order in a household, minimum gap, laundry, shower     ``gap_*`` (sparse)
phone visits, breaks taken on the road                 ``location`` = ``HERE``
visits that may stay unplaced, optional visits         ``unplaced_cost``
distinct caregivers over the horizon                   ``client``, ``face_cost``, ``caregiver``
caregivers met in the days before the horizon          ``known``
work shared out as paid time is                        ``fair``
meal boxes against carrying capacity                   ``load``, ``capacity``
alarms reached in time                                 ``cover``
travel mode, shared cars, depots                       ``mode``, ``start_location``, ...
=====================================================  =========================================
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

HERE = -1
"""The location of a task that happens wherever the caregiver is: no travel to it."""

NOBODY = -1
"""No client, no partner."""

MUST = 1 << 40
"""The ``unplaced_cost`` of a task that may not stay unplaced (breaks and duties)."""

Int32 = npt.NDArray[np.int32]
Int64 = npt.NDArray[np.int64]
Flags = npt.NDArray[np.uint8]


LONGEST = 1 << 29
"""No moment, span or way may be as large, in seconds: 32-bit sums must not overflow."""

NEVER = -(1 << 28)
"""The ``until`` of a shift that does not answer."""


def _no_pairs() -> Int32:
    return np.zeros((0, 2), np.int32)


def _freeze(value: object) -> None:
    for array in vars(value).values():
        if isinstance(array, np.ndarray):
            array.setflags(write=False)


@dataclass(frozen=True)
class Cover:
    """``q`` rows: a place that somebody reaches in time at every second of a span.

    Row ``r`` asks from ``opens[r]`` to before ``closes[r]`` for somebody ``limit[r]`` seconds away
    at most, and costs ``cost[r]`` for each second without. It takes
    ``to_place[way[r], mode, point]`` seconds to get there, a key fetched on the way included.
    Shift ``s`` answers when it is there at ``until[duty[r], s]`` at the latest. Tasks that are
    ``held`` are left only when they are done. Moments are seconds after the problem's origin.
    """

    held: Flags  # (n,)
    opens: Int32  # (q,)
    closes: Int32  # (q,)
    limit: Int32  # (q,)
    cost: Int64  # (q,) per second
    way: Int32  # (q,) row of to_place
    duty: Int32  # (q,) row of until
    to_place: Int32  # (w, k, p) seconds
    until: Int32  # (d, m) moments or NEVER
    least: int = 0  # what every plan pays for uncovered seconds, at least

    def __post_init__(self) -> None:
        """Make every array read-only: a cover is a value."""
        _freeze(self)

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.opens)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The different spans of the rows."""
        pairs = zip(self.opens.tolist(), self.closes.tolist(), strict=True)
        return tuple(dict.fromkeys(pairs))


@dataclass(frozen=True)
class Fair:
    """Each second of counted tasks that caregiver ``v`` does above ``share[v]`` costs ``cost``."""

    counts: Flags  # (n,) tasks whose duration is work
    share: Int64  # (caregivers,) seconds
    cost: int

    def __post_init__(self) -> None:
        """Make every array read-only: shares are a value."""
        _freeze(self)


@dataclass(frozen=True)
class Problem:
    """``n`` tasks, ``m`` shifts, ``p`` points, ``k`` travel modes, ``c`` clients, ``g`` gaps.

    ``start(task)`` lies in [``earliest``, ``latest``] and costs ``soft_cost`` per second outside
    [``soft_from``, ``soft_to``]. A pair is two tasks that name each other as ``partner``: both
    are placed, on shifts of two different caregivers, or neither; for the one with
    ``is_second`` the value start(second) - start(first) lies in [``partner_least``,
    ``partner_most``] (both tasks hold the same two numbers). Gap ``j`` of task ``i``
    (``gap_ptr[i] <= j < gap_ptr[i + 1]``) says: start(``gap_after[j]``) >= start(i) +
    ``gap_seconds[j]`` when both are placed. ``client`` counts faces: each different caregiver of a
    client costs ``face_cost[client]``, unless a row of ``known`` names the two. A round that holds
    a task which is not obligatory costs ``round_cost``; the largest lateness behind ``soft_to`` of
    any placed task with a ``soft_cost`` costs ``worst_cost`` per second, beside its own. A round's
    ``load`` sums to at most the shift's ``capacity``.
    """

    location: Int32  # (n,) point or HERE
    duration: Int32  # (n,) seconds
    earliest: Int32  # (n,)
    latest: Int32  # (n,)
    soft_from: Int32  # (n,)
    soft_to: Int32  # (n,)
    soft_cost: Int32  # (n,) per second
    unplaced_cost: Int64  # (n,)
    partner: Int32  # (n,) task or NOBODY
    is_second: Flags  # (n,)
    partner_least: Int32  # (n,)
    partner_most: Int32  # (n,)
    client: Int32  # (n,) or NOBODY
    load: Int32  # (n,)
    gap_ptr: Int32  # (n + 1,)
    gap_after: Int32  # (g,)
    gap_seconds: Int32  # (g,)
    shift_start: Int32  # (m,)
    shift_end: Int32  # (m,)
    start_location: Int32  # (m,)
    end_location: Int32  # (m,)
    mode: Int32  # (m,)
    caregiver: Int32  # (m,)
    capacity: Int32  # (m,)
    allowed: Flags  # (n, m)
    pair_cost: Int32  # (n, m)
    travel: Int32  # (k, p, p) seconds
    travel_cost: int  # per second
    face_cost: Int64  # (c,)
    round_cost: int = 0  # per round with a task that is not obligatory
    worst_cost: int = 0  # per second of the largest start after soft_to among soft tasks
    cover: Cover | None = None  # what costs while nobody is near enough
    known: Int32 = field(default_factory=_no_pairs)  # (f, 2) client, caregiver: no new face
    fair: Fair | None = None  # what work above fair shares costs

    @property
    def tasks(self) -> int:
        """Number of tasks."""
        return len(self.location)

    @property
    def shifts(self) -> int:
        """Number of shifts."""
        return len(self.shift_start)

    def __post_init__(self) -> None:
        """Make every array read-only: a problem is a value."""
        _freeze(self)


@dataclass(frozen=True)
class Solution:
    """Rounds of a problem: task numbers per shift, in order, and when each task starts.

    ``start`` is (n,) int32, -1 for an unplaced task. ``cost`` is the exact objective.
    """

    rounds: tuple[tuple[int, ...], ...]
    start: Int32
    cost: int
    iterations: int

    @property
    def again(self) -> "Start":
        """Where a search begins that goes on from here."""
        return Start(self.rounds, self.start)


@dataclass(frozen=True)
class Start:
    """Where a search begins: task numbers per shift, in order, and when tasks start, if known.

    ``moments`` is (n,) int32, -1 for a task whose start is not known. Without them a search finds
    starts of its own, which may cover less than those of the plan did.
    """

    rounds: Sequence[Sequence[int]]
    moments: Int32 | None = None
