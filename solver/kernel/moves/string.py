"""Or-opt (Or, 1976): move two or three tasks in a row to another place, in order or backwards."""

from solver.kernel.chance import below
from solver.kernel.jit import inlined, merged
from solver.kernel.layout import NONE, Memory
from solver.kernel.moves.fair import part_burden
from solver.kernel.moves.foresee import arrival, charge_at, delay, reach, relief
from solver.kernel.moves.notes import put, take
from solver.kernel.moves.where import bent, fits, pair_change, slot

LENGTH = 3
"""Tasks that are moved at most."""


@inlined
def string_seconds(w: Memory, first: int, last: int, x: int, shift: int) -> int:
    """Return how the travel at the ends changes; legs inside change only with the mode."""
    nodes = w.nodes
    travel = w.travel
    a = nodes[first].pred
    b = nodes[last].succ
    after = nodes[x].succ
    row = w.shifts[shift].base + nodes[last].home
    return int(
        travel[nodes[a].row + nodes[b].at]
        - travel[nodes[a].row + nodes[first].at]
        - travel[nodes[last].row + nodes[b].at]
        + travel[nodes[x].row + nodes[first].at]
        + travel[row + nodes[after].at]
        - travel[nodes[x].row + nodes[after].at]
    )


@inlined
def turned(w: Memory, first: int, last: int, x: int, shift: int) -> int:
    """Return how much shorter (below 0) travel is when the tasks come in backwards.

    0 when they are to come in as they are: that is shorter, a coin says so, or a task is HERE.
    """
    nodes = w.nodes
    travel = w.travel
    base = w.shifts[shift].base
    after = nodes[x].succ
    seconds = (
        travel[nodes[x].row + nodes[last].at]
        + travel[base + nodes[first].home + nodes[after].at]
        - travel[nodes[x].row + nodes[first].at]
        - travel[base + nodes[last].home + nodes[after].at]
    )
    y = first
    while y != last:
        z = nodes[y].succ
        seconds += travel[base + nodes[z].home + nodes[y].at]
        seconds -= travel[base + nodes[y].home + nodes[z].at]
        y = z
    if seconds >= 0 or bent(w, nodes[first].succ) or below(w, 2):
        return 0
    return int(seconds)


@inlined
def shared_face(w: Memory, one: int, other: int) -> int:
    """Return what face cost counted for each task alone may count too often for both."""
    if w.details[one].face and w.details[one].faces_at == w.details[other].faces_at:
        return int(2 * w.details[one].face)
    return 0


@inlined
def next_in(w: Memory, y: int, task: int, head: int) -> int:
    """Return what follows ``y`` in the string: its head is the task, or else it is backwards."""
    return int(w.nodes[y].succ if head == task else w.nodes[y].pred)


@merged
def promising_string(  # noqa: PLR0913, PLR0917 (inlined)
    w: Memory, task: int, head: int, tail: int, x: int, change: int, room: int
) -> bool:
    """Tell whether ``head`` to ``tail`` may go after ``x`` at a cost of ``room``, by a look."""
    nodes = w.nodes
    cost = change
    if nodes[task].shift != nodes[x].shift:
        b = nodes[x].succ
        y = head
        moment = reach(w, x, y)
        while cost <= room:
            cost += charge_at(w, y, moment) - charge_at(w, y, nodes[y].start)
            if y == tail:
                cost += delay(w, b, arrival(w, y, moment, nodes[y].row, b), NONE, room - cost)
                break
            follower = next_in(w, y, task, head)
            moment = arrival(w, y, moment, nodes[y].row, follower)
            moment = max(moment, nodes[follower].floor)
            y = follower
    if cost > room:
        cost -= relief(w, task) + relief(w, nodes[x].succ)
    return cost <= room


@inlined
def note_string(w: Memory, task: int, head: int, tail: int, x: int) -> None:
    """Note that the tasks from ``head`` to ``tail`` go after ``x``."""
    y = head
    take(w, y)
    put(w, y, x)
    while y != tail:
        follower = next_in(w, y, task, head)
        take(w, follower)
        put(w, follower, y)
        y = follower


@merged
def string(w: Memory, task: int, slack: int, room: int) -> bool:
    """Propose the task and one or two that follow it after a promising node.

    They come in backwards half of the times that this is the shorter way.
    """
    nodes = w.nodes
    tally = w.tally[0]
    x = slot(w, task)
    shift = nodes[x].shift
    second = nodes[task].succ
    if shift < 0 or second >= tally.tasks:
        return False
    last = second
    third = NONE
    if nodes[second].succ < tally.tasks and below(w, 2):
        third = nodes[second].succ
        last = third
    if x == task or x == second or x == third or x == nodes[task].pred:  # noqa: PLR1714, SIM109 (numba)
        return False
    here = nodes[task].shift
    change = 0
    curved = bent(w, task) or bent(w, last) or bent(w, nodes[last].succ) or bent(w, nodes[x].succ)
    if here != shift:
        if not fits(w, task, shift) or not fits(w, second, shift):
            return False
        change = pair_change(w, task, here, shift) + pair_change(w, second, here, shift)
        change -= shared_face(w, task, second)
        if third >= 0:
            if not fits(w, third, shift):
                return False
            change += pair_change(w, third, here, shift)
            change -= shared_face(w, task, third) + shared_face(w, second, third)
        change += part_burden(w, task, nodes[last].succ, shift)
        curved = curved or w.shifts[here].base != w.shifts[shift].base
    shorter = 0 if curved else turned(w, task, last, x, shift)
    head, tail = (last, task) if shorter else (task, last)
    change += tally.travel_cost * (string_seconds(w, task, last, x, shift) + shorter)
    if not curved and (
        change > slack or not promising_string(w, task, head, tail, x, change, room)
    ):
        return False
    note_string(w, task, head, tail, x)
    return True
