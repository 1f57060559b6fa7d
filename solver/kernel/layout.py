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

FORBIDDEN = np.iinfo(np.int32).max
"""In ``fit``: the shift may not have the task."""

HAS_GAPS, IS_HERE, IS_SECOND, IS_MUST = 1, 2, 4, 8
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
    ],
    align=True,
)

SHIFT = np.dtype(
    [("base", "i4"), ("caregiver", "i4"), ("load", "i4"), ("capacity", "i4")], align=True
)

GAP = np.dtype([("node", "i4"), ("seconds", "i4")], align=True)

LINK_LOG = np.dtype([("a", "i4"), ("succ", "i4"), ("b", "i4"), ("pred", "i4")], align=True)
HAND_LOG = np.dtype([("node", "i4"), ("shift", "i4"), ("row", "i4"), ("spare", "i4")], align=True)
START_LOG = np.dtype([("node", "i4"), ("start", "i4")], align=True)
PUT = np.dtype([("task", "i4"), ("after", "i4")], align=True)

TALLY = np.dtype(
    [
        ("hard", "i8"),  # travel, pair, unplaced and face cost
        ("soft", "i8"),  # cost of starting after soft_to
        ("early", "i8"),  # cost of starting before soft_from
        ("late", "i8"),  # seconds after latest or after the end of a shift
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
        ("waiters", "i8"),  # tasks for which waiting can pay
        ("bests", "i8"),  # times a new best was found
        ("stamp", "i8"),  # of the compiled code
    ],
    align=True,
)

BEST = np.dtype([("succ", "i4"), ("shift", "i4"), ("floor", "i4"), ("start", "i4")], align=True)

COUNTS = np.dtype(
    [("tried", "i8"), ("evaluated", "i8"), ("accepted", "i8"), ("improved", "i8")], align=True
)

Array = npt.NDArray[np.int32]
Records = npt.NDArray[np.void]


class Memory(NamedTuple):
    """Everything one search thread reads and writes; arrays only, so that it goes by reference."""

    nodes: Records  # (n + 2 m,) NODE
    details: Records  # (n,) DETAIL
    shifts: Records  # (m,) SHIFT
    travel: Array  # (k * p * (p + 1),) seconds
    fit: Array  # (n * m,) pair cost or FORBIDDEN
    faces: Array  # (c * caregivers,) visits of a client by a caregiver
    near: Array  # (n * near_width,) tasks that go well before a task
    open: Array  # (n * m,) shifts that may have a task
    outgoing: Records  # GAP: tasks that must wait for a task
    incoming: Records  # GAP: tasks that a task must wait for
    links: Records  # LINK_LOG
    hands: Records  # HAND_LOG
    starts: Records  # START_LOG
    queue: Array  # ring of nodes whose start may have changed
    take: Array  # tasks that the proposed move takes out
    put: Records  # PUT: what it puts in, in order
    tally: Records  # (1,) TALLY
    random: npt.NDArray[np.uint64]  # (2,) state of the generator
    chill: npt.NDArray[np.float64]  # quantiles of the exponential distribution
    best: Records  # (n + 2 m,) BEST
    waiting: Array  # tasks for which waiting can pay
    counts: Records  # (neighbourhoods,) COUNTS
    mix: Array  # (neighbourhoods,) cumulated chances out of 65536
