"""The memory of cover over time: record layouts of ``solver.kernel.layout.CoverMemory``."""

import numpy as np

BLOCK = 64
"""Seconds of a block: one bit each."""

BLOCK_BITS = 6
"""Two to this power is ``BLOCK``."""

WATCHER = np.dtype(
    [
        ("slot", "i4"),  # of the cells of a block, or NONE: answers nobody
        ("home", "i4"),  # place where it ends
        ("opens", "i4"),  # from when to before when it answers
        ("closes", "i4"),
        ("sure_until", "i4"),  # every row that it answers is reached in time before this second
        ("listed", "i4"),  # in row i: the i-th shift that the move touches
        ("touched", "i4"),  # 1 while it is listed
        ("left", "i4"),  # the last node before all changes of its round
        ("right", "i4"),  # the first node after them, or NONE
        ("low", "i4"),  # the first block that may change
        ("high", "i4"),  # the last one, below the first when nothing changes
    ],
    align=True,
)

SEEN = np.dtype([("start", "i4"), ("succ", "i4"), ("pred", "i4"), ("row", "i4")], align=True)

CELL = np.dtype(
    [
        ("sure", "u8"),
        ("maybe", "u8"),
        ("sure_before", "u8"),
        ("maybe_before", "u8"),
        ("node", "i4"),  # the last of the round that starts before the block does, or NONE
        ("node_before", "i4"),
    ],
    align=True,
)

SLICE = np.dtype(
    [
        ("cost", "i8"),  # of the uncovered seconds in the block
        ("before", "i8"),
        ("safe", "i4"),  # 1 when every row that asks has a sure shift
        ("safe_before", "i4"),
        ("dirty", "i4"),  # 1 while it is listed
        ("listed", "i4"),  # in row i: the i-th block that may change
    ],
    align=True,
)

ROW = np.dtype(
    [
        ("cost", "i8"),  # per second
        ("opens", "i4"),
        ("closes", "i4"),
        ("limit", "i4"),
        ("way", "i4"),  # where its seconds by place begin in numbers
        ("duty", "i4"),  # where its moments by shift begin in numbers
    ],
    align=True,
)

HEAD = np.dtype(
    [
        ("origin", "i8"),  # when the first block begins
        ("blocks", "i8"),
        ("slots", "i8"),  # cells of a block and word
        ("words", "i8"),  # of 64 lanes
        ("lanes", "i8"),  # of rows whose blocks do not meet
        ("places", "i8"),  # points by travel mode
        ("stride", "i8"),  # what a row of travel is divided by to give a place
        ("deepest", "i8"),  # the last mask, in blocks of delay
        ("answers", "i8"),  # where the lanes that a shift answers begin in bits
        ("masks", "i8"),  # where the lanes near a place after a delay begin in bits
    ],
    align=True,
)
