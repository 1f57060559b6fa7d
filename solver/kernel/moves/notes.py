"""Write down what a move takes out and puts in."""

from solver.kernel.jit import inlined
from solver.kernel.layout import Memory


@inlined
def take(w: Memory, task: int) -> None:
    """Note that the move takes the task out of its round."""
    tally = w.tally[0]
    w.work[tally.takes].take = task
    tally.takes += 1


@inlined
def put(w: Memory, task: int, after: int) -> None:
    """Note that the move then puts the task after a node, which an earlier note may put in."""
    tally = w.tally[0]
    w.work[tally.puts].put = task
    w.work[tally.puts].after = after
    tally.puts += 1
