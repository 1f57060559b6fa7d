"""Carry out a proposed move, stopping as soon as it must cost more than a bound."""

from solver.kernel.jit import inlined
from solver.kernel.layout import Memory
from solver.kernel.propagate import drop_queue, propagate
from solver.kernel.steps import put_in, take_out

HUGE = 1 << 60
"""A bound that nothing exceeds."""


@inlined
def total(w: Memory) -> int:
    """Return the penalised cost."""
    tally = w.tally[0]
    return tally.hard + tally.soft + tally.early + tally.late_weight * tally.late


@inlined
def overloaded(w: Memory, shift: int) -> bool:
    """Tell whether the shift carries more than it can."""
    return w.shifts[shift].load > w.shifts[shift].capacity


@inlined
def carry_out(w: Memory, bound: int) -> bool:
    """Take out, let starts fall, put in, let starts rise; False once surely above ``bound``."""
    tally = w.tally[0]
    for i in range(tally.takes):
        take_out(w, w.take[i])
    if tally.takes > 0 and not propagate(w, HUGE):
        return False
    refused = False
    for i in range(tally.puts):
        put_in(w, w.put[i].task, w.put[i].after)
    for i in range(tally.puts):
        refused = refused or overloaded(w, w.nodes[w.put[i].task].shift)
    if refused or tally.hard + tally.soft + tally.late_weight * tally.late > bound:
        drop_queue(w)
        return False
    return propagate(w, bound)
