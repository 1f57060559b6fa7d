"""Leave a visit unplaced, with its other half."""

from solver.kernel.jit import inlined, merged
from solver.kernel.layout import IS_MUST, Memory
from solver.kernel.moves.fair import burden, counted
from solver.kernel.moves.notes import take
from solver.kernel.moves.where import bent, seconds_without

UNKNOWN = -(1 << 60)
"""A change of cost that rules nothing out."""


@inlined
def loss(w: Memory, task: int) -> int:
    """Return how the certain cost grows, at least, when the task becomes unplaced."""
    detail = w.details[task]
    shift = w.nodes[task].shift
    if bent(w, task) or bent(w, w.nodes[task].succ):
        return UNKNOWN
    change = detail.unplaced - detail.face - w.choices[task * w.tally[0].shifts + shift].cost
    seconds = counted(w, task)
    if seconds:
        change += burden(w, shift, -seconds)
    return int(change + w.tally[0].travel_cost * seconds_without(w, task))


@merged
def remove(w: Memory, task: int, slack: int) -> bool:
    """Propose to take the task and its partner out, unless that surely costs too much."""
    nodes = w.nodes
    if nodes[task].flags & IS_MUST:
        return False
    partner = nodes[task].partner
    change = loss(w, task)
    if partner >= 0:
        change += loss(w, partner)
    if change > slack:
        return False
    take(w, task)
    if partner >= 0:
        take(w, partner)
    return True
