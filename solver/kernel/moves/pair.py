"""Move both halves of a double-staffed visit at once, or place both."""

from solver.kernel.jit import inlined, merged
from solver.kernel.layout import FORBIDDEN, Memory
from solver.kernel.moves.fair import counted, unburden
from solver.kernel.moves.foresee import reach, relief, seat_from, together
from solver.kernel.moves.notes import put, take
from solver.kernel.moves.where import bent, pair_change, seconds_between, seconds_without, slot


@inlined
def one_of(x: int, a: int, b: int) -> bool:
    """Tell whether ``x`` is ``a`` or ``b``."""
    return x == a or x == b  # noqa: PLR1714 (numba has no tuples of unlike integers)


@inlined
def half_cost(w: Memory, task: int, x: int, shift: int) -> int:
    """Return the change of travel and pair cost when one half goes after ``x``.

    The halves serve one client: their two face costs together are at most the true change.
    """
    old = w.nodes[task].shift
    seconds = seconds_between(w, x, task, w.nodes[x].succ, shift)
    if old >= 0:
        seconds += seconds_without(w, task)
    change = pair_change(w, task, old, shift) + unburden(w, old, shift, counted(w, task))
    return int(w.tally[0].travel_cost * seconds) + change


@inlined
def curved_half(w: Memory, task: int, x: int) -> bool:
    """Tell whether the quick cost of one half may be wrong."""
    nodes = w.nodes
    if bent(w, task) or bent(w, nodes[x].succ):
        return True
    return nodes[task].shift >= 0 and bent(w, nodes[task].succ)


@merged
def promising_pair(w: Memory, task: int, partner: int, x: int, y: int, room: int) -> bool:  # noqa: PLR0913, PLR0917 (inlined)
    """Tell whether the halves may go after ``x`` and ``y`` at a cost of at most ``room``."""
    nodes = w.nodes
    moment = reach(w, x, task)
    other = reach(w, y, partner)
    first = together(w, task, moment, other)
    second = together(w, partner, other, moment)
    cost = seat_from(w, task, first, nodes[x].succ, nodes[x].shift, room)
    if cost <= room:
        cost += seat_from(w, partner, second, nodes[y].succ, nodes[y].shift, room - cost)
    if cost > room and nodes[task].shift >= 0:
        cost -= relief(w, task) + relief(w, partner)
    return cost <= room


@merged
def relocate_pair(w: Memory, task: int, partner: int, slack: int, room: int) -> bool:
    """Propose new places for both halves, on the shifts of two caregivers."""
    nodes = w.nodes
    tally = w.tally[0]
    x = slot(w, task)
    y = slot(w, partner)
    shift = nodes[x].shift
    other = nodes[y].shift
    if shift < 0 or other < 0 or w.shifts[shift].caregiver == w.shifts[other].caregiver:
        return False
    if one_of(x, task, partner) or one_of(y, task, partner):
        return False
    width = tally.shifts
    if (
        w.choices[task * width + shift].cost == FORBIDDEN
        or w.choices[partner * width + other].cost == FORBIDDEN
    ):
        return False
    beside = one_of(nodes[x].succ, task, partner) or one_of(nodes[y].succ, task, partner)
    if not (beside or curved_half(w, task, x) or curved_half(w, partner, y)):
        change = half_cost(w, task, x, shift) + half_cost(w, partner, y, other)
        if change > slack or not promising_pair(w, task, partner, x, y, room - change):
            return False
    if nodes[task].shift >= 0:
        take(w, task)
        take(w, partner)
    put(w, task, x)
    put(w, partner, y)
    return True
