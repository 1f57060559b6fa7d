"""The loop of simulated annealing (Kirkpatrick, Gelatt and Vecchi, 1983)."""

from collections.abc import Callable

import numpy as np

from solver.kernel.borrow import borrowed
from solver.kernel.chance import chill, draw, part
from solver.kernel.evaluate import HUGE, carry_out, overloaded, total
from solver.kernel.jit import entry, inlined, source_stamp
from solver.kernel.layout import NONE, Memory
from solver.kernel.moves.exchange import exchange
from solver.kernel.moves.pair import relocate_pair
from solver.kernel.moves.relocate import relocate
from solver.kernel.moves.remove import remove
from solver.kernel.moves.string import string
from solver.kernel.moves.swap import swap
from solver.kernel.moves.wait import wait
from solver.kernel.propagate import drop_queue, propagate
from solver.kernel.steps import undo

RELOCATE, SWAP, EXCHANGE, STRING, PAIR, REMOVE, WAIT = range(7)
NAMES = ("relocate", "swap", "exchange", "string", "pair", "remove", "wait")
"""Of the neighbourhoods, in the order of the counts."""


@inlined
def keep_best(w: Memory, cost: int) -> None:
    """Remember the present rounds."""
    tally = w.tally[0]
    tally.best = cost
    tally.bests += 1
    for x in range(w.nodes.shape[0]):
        node = w.nodes[x]
        best = w.best[x]
        best.succ = node.succ
        best.shift = node.shift
        best.floor = node.floor
        best.start = node.start


@inlined
def choose(w: Memory, task: int, dice: int) -> int:
    """Return the neighbourhood for a task; ``dice`` lies in [0, 100)."""
    paired = w.nodes[task].partner >= 0
    if w.nodes[task].shift < 0:
        return PAIR if paired else RELOCATE
    if dice < 45:
        return RELOCATE
    if dice < 65:
        return SWAP
    if dice < 80:
        return EXCHANGE
    if dice < 88:
        return STRING
    if dice < 96:
        return PAIR if paired else RELOCATE
    if dice < 97:
        return REMOVE
    return WAIT if w.tally[0].waiters > 0 else RELOCATE


@inlined
def move(w: Memory, kind: int, task: int, bound: int) -> bool:
    """Propose and carry out one move; True when it stands and may be judged by its cost."""
    tally = w.tally[0]
    slack = bound - tally.hard
    if kind == EXCHANGE:
        here = w.nodes[task].shift
        proposed = exchange(w, task, slack)
        if tally.links == 0:
            return False
        w.counts[kind].evaluated += 1
        if not proposed or overloaded(w, here) or overloaded(w, w.nodes[task].shift):
            drop_queue(w)
            return False
        return propagate(w, HUGE)
    if kind == WAIT:
        wait(w)
        w.counts[kind].evaluated += 1
        return propagate(w, HUGE)
    if kind == RELOCATE:
        proposed = relocate(w, task, slack)
    elif kind == SWAP:
        proposed = swap(w, task, slack)
    elif kind == STRING:
        proposed = string(w, task, slack)
    elif kind == PAIR:
        proposed = relocate_pair(w, task, w.nodes[task].partner, slack)
    else:
        proposed = remove(w, task)
    if not proposed:
        return False
    w.counts[kind].evaluated += 1
    return carry_out(w, bound)


def make_anneal(stamp: int) -> Callable[[Memory, int, float, float], None]:
    """Compile the loop; ``stamp`` is part of the key of the disk cache."""

    @entry
    def anneal(owned: Memory, moves: int, hot: float, cold: float) -> None:
        """Make ``moves`` moves while the temperature falls from ``hot`` to ``cold`` (cost units)."""
        w = borrowed(owned)
        tally = w.tally[0]
        tally.stamp = stamp
        ratio = (cold / hot) ** (1.0 / moves)
        heat = hot
        cost = total(w)
        for _ in range(moves):
            heat *= ratio
            bits = draw(w)
            bound = cost + np.int64(heat * chill(w))
            task = np.int64(((bits >> np.uint64(32)) * np.uint64(tally.tasks)) >> np.uint64(32))
            kind = choose(w, task, part(bits, 0, 100))
            hard = tally.hard
            soft = tally.soft
            early = tally.early
            late = tally.late
            tally.links = 0
            tally.hands = 0
            tally.starts = 0
            tally.takes = 0
            tally.puts = 0
            tally.floor_node = NONE
            w.counts[kind].tried += 1
            if move(w, kind, task, bound):
                now = total(w)
                if now <= bound:
                    w.counts[kind].accepted += 1
                    w.counts[kind].improved += now < cost
                    cost = now
                    if tally.late == 0 and now < tally.best:
                        keep_best(w, now)
                    continue
            undo(w)
            tally.hard = hard
            tally.soft = soft
            tally.early = early
            tally.late = late

    return anneal


anneal = make_anneal(source_stamp())
