"""Carry out a proposed move, stopping as soon as it must cost more than a bound."""

from solver.kernel.jit import inlined, merged
from solver.kernel.layout import Memory
from solver.kernel.propagate import drop_queue, propagate
from solver.kernel.steps import overloaded, put_in, take_out
from solver.kernel.worst import follow_worst

HUGE = 1 << 60
"""A bound that nothing exceeds."""


@inlined
def total(w: Memory) -> int:
    """Return the penalised cost."""
    tally = w.tally[0]
    priced = tally.late_weight * tally.late + tally.worst_cost * tally.worst
    return int(tally.hard + tally.soft + tally.early + tally.cover + priced)


@merged
def put_all(w: Memory, bound: int) -> bool:
    """Put in what the move puts in; False when a shift has too much or the cost is too high."""
    tally = w.tally[0]
    fine = True
    for i in range(tally.puts):
        put_in(w, w.work[i].put, w.work[i].after)
    for i in range(tally.puts):
        fine = fine and not overloaded(w, w.nodes[w.work[i].put].shift)
    return fine and tally.hard + tally.soft + tally.late_weight * tally.late <= bound


@merged
def carry_out(w: Memory, bound: int) -> bool:
    """Take out, let starts fall, put in, let starts rise; False once surely above ``bound``.

    What a proposal already changed and queued itself moves with the first of the two stages.
    """
    tally = w.tally[0]
    for i in range(tally.takes):
        take_out(w, w.work[i].take)
    for stage in range(2):
        tally.peak = 0
        if stage == 1 and (tally.puts == 0 or not put_all(w, bound)):
            break
        if not propagate(w, bound if stage else HUGE):
            return False
    if tally.head != tally.tail:
        drop_queue(w)
        return False
    follow_worst(w)
    return True
