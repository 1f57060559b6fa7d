"""The loop of simulated annealing (Kirkpatrick, Gelatt and Vecchi, 1983)."""

from collections.abc import Callable

from solver.kernel.borrow import borrowed
from solver.kernel.chance import chill, draw, part, scaled
from solver.kernel.chooser import RUIN, choose, propose, spared
from solver.kernel.covering.borrow import borrowed_cover
from solver.kernel.covering.weigh import weigh
from solver.kernel.evaluate import carry_out, total
from solver.kernel.jit import entry, merged, source_stamp
from solver.kernel.keep import keep_best
from solver.kernel.layout import NONE, CoverMemory, Memory
from solver.kernel.moves.ruin import recreate
from solver.kernel.propagate import drop_queue
from solver.kernel.steps import undo

RARELY = 8
"""One of so many moves may cost more elsewhere because it might cover what nobody does."""


@merged
def move(w: Memory, kind: int, task: int, bound: int, room: int) -> bool:
    """Propose and carry out one move; True when it stands and may be judged by its cost."""
    if kind == RUIN:
        w.counts[kind].evaluated += 1
        return recreate(w, task, bound)
    saved = spared(w, kind, task)
    slack = bound - w.tally[0].hard + saved
    proposed = propose(w, kind, task, slack, room + saved)
    if proposed:
        w.counts[kind].evaluated += 1
        return carry_out(w, bound)
    if w.tally[0].links > 0:
        drop_queue(w)
    return False


@merged
def rescue(w: Memory, dice: int) -> int:
    """Return what a move may cost more than its bound before it is seen what it covers.

    Nothing but for dice 0: as long as anything is uncovered every move might cover it, few do,
    and each must be carried out to be seen through.
    """
    tally = w.tally[0]
    if dice == 0 and tally.cover > tally.uncoverable:
        return int(tally.cover - tally.uncoverable)
    return 0


@merged
def forget_move(w: Memory) -> None:
    """Empty the logs and the notes of the move before."""
    tally = w.tally[0]
    tally.links = 0
    tally.hands = 0
    tally.starts = 0
    tally.takes = 0
    tally.puts = 0
    tally.looks = 0
    tally.floor_node = NONE


@merged
def judged(w: Memory, c: CoverMemory, bound: int, spare: int) -> int:
    """Return what a move that stands costs; cover is weighed last, where the rest may do."""
    now = total(w)
    if w.tally[0].rows > 0 and now <= bound + spare:
        return weigh(w, c, bound)
    return now


def make_anneal(stamp: int) -> Callable[[Memory, int, float, float], None]:
    """Compile the loop; ``stamp`` is part of the key of the disk cache."""

    @entry
    def anneal(owned: Memory, moves: int, hot: float, cold: float) -> None:
        """Make ``moves`` moves while the temperature falls from ``hot`` to ``cold``, in cost."""
        w = borrowed(owned)
        tally = w.tally[0]
        tally.stamp = stamp
        ratio = (cold / hot) ** (1.0 / moves)
        heat = hot
        cost = total(w)
        c = borrowed_cover(owned.cover)
        for _ in range(moves):
            heat *= ratio
            bits = draw(w)
            bound = cost + int(heat * chill(w))
            task = scaled(bits, tally.tasks)
            kind = choose(w, task, part(bits, 0, 65536))
            hard = tally.hard
            soft = tally.soft
            early = tally.early
            late = tally.late
            worst = tally.worst
            forget_move(w)
            w.counts[kind].tried += 1
            spare = rescue(w, part(bits, 16, RARELY))
            most = bound - tally.cover + spare
            fine = move(w, kind, task, most, bound - cost + spare)
            w.counts[kind].worked += tally.links + tally.hands + tally.starts + tally.looks
            if fine:
                now = judged(w, c, bound, spare)
                if now <= bound:
                    w.counts[kind].accepted += 1
                    w.counts[kind].improved += now < cost
                    w.counts[kind].gained += max(0, cost - now)
                    cost = now
                    if tally.late == 0 and now < tally.best:
                        keep_best(w, now)
                    continue
            undo(w)
            tally.hard = hard
            tally.soft = soft
            tally.early = early
            tally.late = late
            tally.worst = worst

    return anneal


anneal = make_anneal(source_stamp())
