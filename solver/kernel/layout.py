"""The memory of a search: record layouts and the tuple that every step receives.

Nodes are numbered: tasks 0..n-1, then the start of each shift (n+v), then its end (n+m+v).
A node record is 64 bytes, one cache line. ``row`` and ``at`` make the travel time between two
neighbours one lookup: ``travel[row of the first + at of the second]``; the row holds the travel
mode of the shift and the point the caregiver stands at afterwards, which for a task that happens
HERE is the row of its predecessor, and the column of such a task is a point at distance zero.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

NONE = -1
"""No node, no shift."""

KNOWN = 1 << 24
"""In ``faces``: the client has met the caregiver before; more visits than anybody makes."""

FORBIDDEN = np.iinfo(np.int32).max
"""In ``choices``: the shift may not have the task."""

HAS_GAPS, IS_HERE, IS_SECOND, IS_MUST, IS_HELD, IS_SHARED = 1, 2, 4, 8, 16, 32
"""Bits of ``flags``."""

NODE = np.dtype(
    [
        ("start", "i4"),  # seconds
        ("floor", "i4"),  # not before this second: earliest, or later when it pays to wait
        ("latest", "i4"),
        ("duration", "i4"),
        ("row", "i4"),  # of travel, while placed
        ("home", "i4"),  # the row without the travel mode
        ("at", "i4"),  # column of travel
        ("succ", "i4"),
        ("pred", "i4"),
        ("shift", "i4"),
        ("partner", "i4"),
        ("soft_from", "i4"),
        ("soft_to", "i4"),
        ("soft_cost", "i4"),
        ("flags", "i4"),
        ("queued", "i4"),
    ],
    align=True,
)

DETAIL = np.dtype(
    [
        ("unplaced", "i8"),  # cost
        ("face", "i8"),  # cost of one more caregiver for the client
        ("faces_at", "i4"),  # where the client's counts begin in faces
        ("load", "i4"),
        ("earliest", "i4"),
        ("least", "i4"),
        ("most", "i4"),
        ("near_count", "i4"),
        ("open_count", "i4"),
        ("out_from", "i4"),
        ("out_to", "i4"),
        ("in_from", "i4"),
        ("in_to", "i4"),
        ("patience", "i4"),  # the latest floor that can pay
        ("waiter", "i4"),  # in row i: the i-th task for which waiting can pay
        ("due", "i4"),  # until when it should start
    ],
    align=True,
)

SHIFT = np.dtype(
    [
        ("base", "i4"),
        ("caregiver", "i4"),
        ("load", "i4"),
        ("capacity", "i4"),
        ("free", "i4"),  # tasks that are not obligatory
        ("keeper", "i4"),  # the first shift of the caregiver: it keeps count of the work
        ("work", "i4"),  # seconds of all shifts of the caregiver that count
        ("share", "i4"),  # of them cost nothing
    ],
    align=True,
)

GAP = np.dtype([("node", "i4"), ("seconds", "i4")], align=True)

CHOICE = np.dtype([("cost", "i4"), ("open", "i4")], align=True)

WORK = np.dtype(
    [
        ("a", "i4"),  # what was linked: two nodes, what followed the first, what came before
        ("succ", "i4"),  # the second
        ("b", "i4"),
        ("pred", "i4"),
        ("handed", "i4"),  # what was handed over: a task, its shift and row before
        ("shift", "i4"),
        ("row", "i4"),
        ("retimed", "i4"),  # what was retimed: a node, its start before
        ("start", "i4"),
        ("queued", "i4"),  # the ring of nodes whose start may have changed
        ("take", "i4"),  # what the proposed move takes out
        ("put", "i4"),  # what it puts in, in order, and after which node
        ("after", "i4"),
    ],
    align=True,
)

TALLY = np.dtype(
    [
        ("hard", "i8"),  # travel, pair, unplaced and face cost
        ("soft", "i8"),  # cost of starting after soft_to
        ("early", "i8"),  # cost of starting before soft_from
        ("late", "i8"),  # seconds after latest or after the end of a shift
        ("worst", "i8"),  # the largest lateness behind soft_to, seconds
        ("cover", "i8"),  # cost of the seconds that nobody covers
        ("uncoverable", "i8"),  # what of that no plan can save
        ("peak", "i8"),  # the same among what the move has made later
        ("worst_cost", "i8"),  # per second of it
        ("round_cost", "i8"),  # per round with a free task
        ("fair_cost", "i8"),  # per second of work above a share
        ("late_weight", "i8"),  # penalty per such second
        ("travel_cost", "i8"),
        ("best", "i8"),  # cost of the best plan without lateness
        ("tasks", "i8"),
        ("shifts", "i8"),
        ("caregivers", "i8"),
        ("near_width", "i8"),
        ("links", "i8"),  # lengths of the three logs
        ("hands", "i8"),
        ("starts", "i8"),
        ("head", "i8"),  # of the queue
        ("tail", "i8"),
        ("takes", "i8"),  # the proposed move: tasks to take out, tasks to put in
        ("puts", "i8"),
        ("floor_node", "i8"),
        ("floor_old", "i8"),
        ("random_a", "u8"),  # state of the generator
        ("random_b", "u8"),
        ("waiters", "i8"),  # tasks for which waiting can pay
        ("bests", "i8"),  # times a new best was found
        ("stamp", "i8"),  # of the compiled code
        ("rows", "i8"),  # of cover
        ("looks", "i8"),  # places that a ruin has looked at during the move
    ],
    align=True,
)

BEST = np.dtype([("succ", "i4"), ("shift", "i4"), ("floor", "i4"), ("start", "i4")], align=True)

COUNTS = np.dtype(
    [
        ("until", "i8"),
        ("tried", "i8"),
        ("evaluated", "i8"),
        ("accepted", "i8"),
        ("improved", "i8"),
        ("gained", "i8"),  # cost, by the accepted moves that improved
        ("worked", "i8"),  # nodes relinked, handed over or retimed, refused moves too
    ],
    align=True,
)

Array = npt.NDArray[np.int32]
Records = npt.NDArray[np.void]


class CoverMemory(NamedTuple):
    """What one search thread knows of cover over time."""

    head: Records  # (1,) HEAD
    watchers: Records  # (m,) WATCHER
    seen: Records  # (n + 2 m,) SEEN: the rounds that the cells were made of
    cells: Records  # (slots * blocks * words,) CELL
    slices: Records  # (blocks,) SLICE
    rows: Records  # (q,) ROW
    bits: npt.NDArray[np.uint64]  # lanes that ask in a block; that a shift answers; near places
    numbers: Array  # row by block and lane; seconds by way and place; moments by duty and shift


class Memory(NamedTuple):
    """Everything one search thread reads and writes.

    Few arrays on purpose: each costs compile time in every step that receives them.
    """

    nodes: Records  # (n + 2 m,) NODE
    details: Records  # (n,) DETAIL
    shifts: Records  # (m,) SHIFT
    travel: Array  # (k * p * (p + 1),) seconds
    choices: Records  # (n * m,) CHOICE: pair cost or FORBIDDEN; i-th shift that may have a task
    faces: Array  # (c * caregivers,) visits of a client by a caregiver, KNOWN more where known
    near: Array  # (n * near_width,) tasks that go well before a task
    gaps: Records  # GAP: what must wait for each task, then what each must wait for
    work: Records  # WORK: the logs, the queue and the proposed move, side by side
    tally: Records  # (1,) TALLY
    chill: npt.NDArray[np.float64]  # quantiles of the exponential distribution
    best: Records  # (n + 2 m,) BEST
    counts: Records  # (neighbourhoods,) COUNTS and cumulated chances out of 65536
    cover: CoverMemory  # the steps do not receive it: it would cost compile time in each
