"""Or-opt (Or, 1976): move two or three tasks in a row, in order, to another place."""

from solver.kernel.chance import below
from solver.kernel.jit import inlined, merged
from solver.kernel.layout import NONE, Memory
from solver.kernel.moves.fair import part_burden
from solver.kernel.moves.foresee import arrival, charge_at, delay, reach, relief
from solver.kernel.moves.notes import put, take
from solver.kernel.moves.where import bent, fits, pair_change, slot


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
def shared_face(w: Memory, one: int, other: int) -> int:
    """Return what face cost counted for each task alone may count too often for both."""
    if w.details[one].face and w.details[one].faces_at == w.details[other].faces_at:
        return int(2 * w.details[one].face)
    return 0


@merged
def promising_string(w: Memory, task: int, last: int, x: int, change: int, room: int) -> bool:  # noqa: PLR0913, PLR0917 (inlined)
    """Tell whether the tasks up to ``last`` may go after ``x`` at ``room``, by a look."""
    nodes = w.nodes
    cost = change
    if nodes[task].shift != nodes[x].shift:
        end = nodes[last].succ
        b = nodes[x].succ
        moment = reach(w, x, task)
        y = task
        while y != end and cost <= room:
            cost += charge_at(w, y, moment) - charge_at(w, y, nodes[y].start)
            follower = nodes[y].succ
            if follower == end:
                cost += delay(w, b, arrival(w, y, moment, nodes[y].row, b), NONE, room - cost)
            else:
                moment = arrival(w, y, moment, nodes[y].row, follower)
                moment = max(moment, nodes[follower].floor)
            y = follower
    if cost > room:
        cost -= relief(w, task) + relief(w, nodes[x].succ)
    return cost <= room


@merged
def string(w: Memory, task: int, slack: int, room: int) -> bool:
    """Propose the task and one or two that follow it after a promising node."""
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
    change += tally.travel_cost * string_seconds(w, task, last, x, shift)
    if not curved and (change > slack or not promising_string(w, task, last, x, change, room)):
        return False
    take(w, task)
    take(w, second)
    put(w, task, x)
    put(w, second, task)
    if third >= 0:
        take(w, third)
        put(w, third, second)
    return True
