"""What a move changes in the cost of work above fair shares, by a look."""

from solver.kernel.jit import inlined
from solver.kernel.layout import IS_SHARED, Memory


@inlined
def counted(w: Memory, task: int) -> int:
    """Return the seconds that the task adds to its caregiver's work."""
    if w.nodes[task].flags & IS_SHARED:
        return int(w.nodes[task].duration)
    return 0


@inlined
def burden(w: Memory, shift: int, seconds: int) -> int:
    """Return how cost changes when the caregiver of ``shift`` gets ``seconds`` more to do."""
    keeper = w.shifts[w.shifts[shift].keeper]
    above = keeper.work - keeper.share
    return int(w.tally[0].fair_cost * (max(0, above + seconds) - max(0, above)))


@inlined
def unburden(w: Memory, old: int, new: int, seconds: int) -> int:
    """Return how cost changes when ``seconds`` of work go from ``old`` (or NONE) to ``new``."""
    if seconds == 0:
        return 0
    if old < 0:
        return burden(w, new, seconds)
    if w.shifts[old].keeper == w.shifts[new].keeper:
        return 0
    return burden(w, old, -seconds) + burden(w, new, seconds)


@inlined
def counted_part(w: Memory, x: int, end: int) -> int:
    """Return the seconds of work in [x, end) that count."""
    seconds = 0
    while x != end:
        seconds += counted(w, x)
        x = w.nodes[x].succ
    return seconds


@inlined
def part_burden(w: Memory, x: int, end: int, new: int) -> int:
    """Return how cost changes when the work in [x, end) goes to ``new``."""
    if w.tally[0].fair_cost == 0:
        return 0
    return unburden(w, w.nodes[x].shift, new, counted_part(w, x, end))
