"""Which neighbourhood a move comes from."""

from solver.kernel.jit import inlined, merged
from solver.kernel.layout import Memory
from solver.kernel.moves.exchange import exchange
from solver.kernel.moves.pair import relocate_pair
from solver.kernel.moves.relocate import relocate
from solver.kernel.moves.remove import remove
from solver.kernel.moves.reverse import reverse
from solver.kernel.moves.string import LENGTH, string
from solver.kernel.moves.swap import swap
from solver.kernel.moves.trade import trade
from solver.kernel.moves.wait import wait

RELOCATE, SWAP, EXCHANGE, STRING, PAIR, REMOVE, WAIT, REVERSE, TRADE, RUIN = range(10)
NAMES = (
    *("relocate", "swap", "exchange", "string", "pair", "remove", "wait"),
    *("reverse", "trade", "ruin"),
)
"""Of the neighbourhoods, in the order of the counts."""

MIX = (0.442, 0.2, 0.15, 0.08, 0.08, 0.01, 0.03, 0.005, 0.001, 0.002)
"""Chances of the neighbourhoods, in the same order."""

MIX_OF_PRICED_ROUNDS = (0.41, 0.2, 0.15, 0.08, 0.08, 0.01, 0.03, 0.03, 0.0, 0.01)
"""The same where a used round has a price: ruins and reversals pay, and rounds are all alike."""


@merged
def choose(w: Memory, task: int, dice: int) -> int:
    """Return a neighbourhood that can do something with the task; ``dice`` has 16 bits."""
    paired = w.nodes[task].partner >= 0
    kind = 0
    while dice >= w.counts[kind].until:
        kind += 1
    if kind == RUIN:
        return kind
    if w.nodes[task].shift < 0:
        return PAIR if paired else RELOCATE
    if (kind == PAIR and not paired) or (kind == WAIT and w.tally[0].waiters == 0):
        return RELOCATE
    return kind


@inlined
def empties(w: Memory, shift: int, leaving: int) -> bool:
    """Tell whether ``leaving`` tasks may be all that the round of ``shift`` (or NONE) has."""
    return bool(shift >= 0 and w.shifts[shift].free <= leaving)


@inlined
def spared(w: Memory, kind: int, task: int) -> int:
    """Return what the move may save at most because a round with a price becomes empty."""
    cost = int(w.tally[0].round_cost)
    if cost == 0 or kind == EXCHANGE:
        return cost
    shift = w.nodes[task].shift
    if empties(w, shift, LENGTH if kind == STRING else 1):
        return cost
    other = w.nodes[task].partner
    both = kind == PAIR or kind == REMOVE  # noqa: PLR1714 (numba)
    if both and other >= 0 and empties(w, w.nodes[other].shift, 1):
        return cost
    return 0


@merged
def propose(  # noqa: PLR0911 (one return each)
    w: Memory, kind: int, task: int, slack: int, room: int
) -> bool:
    """Fill in one move of a neighbourhood; False when there is none or it must cost too much."""
    if kind == RELOCATE:
        return relocate(w, task, slack, room)
    if kind == SWAP:
        return swap(w, task, slack, room)
    if kind == EXCHANGE:
        return exchange(w, task, slack, room)
    if kind == STRING:
        return string(w, task, slack, room)
    if kind == PAIR:
        return relocate_pair(w, task, w.nodes[task].partner, slack, room)
    if kind == REMOVE:
        return remove(w, task, slack)
    if kind == REVERSE:
        return reverse(w, task, slack, room)
    if kind == TRADE:
        return trade(w, task, slack)
    return wait(w)
