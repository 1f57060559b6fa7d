"""The cheapest place of a task that is out of all rounds, found by reading alone.

Every place costs what travel, pair, face and round cost would change, and what starts would cost:
the task's own, and those of whoever it pushes along, its partner and who must wait for it. Places
are skipped at random now and then (blinks of Christiaens and Vanden Berghe, 2020), so that the
same tasks do not always come back to the same places.
"""

from solver.kernel.chance import below
from solver.kernel.jit import inlined
from solver.kernel.layout import HAS_GAPS, IS_HERE, IS_SECOND, NONE, Memory
from solver.kernel.moves.fair import counted, unburden
from solver.kernel.moves.foresee import arrival, charge_at, delay
from solver.kernel.moves.where import fits, pair_change

BLINK = 64
"""About one place in so many is overlooked."""

FEW = 12
"""Up to so many shifts are all looked through; of more, so many at random and the neighbours."""

NOWHERE = 1 << 60
"""More than any place costs."""


@inlined
def hold(w: Memory, task: int) -> int:
    """Return when the task could start if only its floor, its gaps and its partner counted."""
    nodes = w.nodes
    moment = nodes[task].floor
    if nodes[task].flags & HAS_GAPS:
        for j in range(w.details[task].in_from, w.details[task].in_to):
            before = w.gaps[j].node
            if nodes[before].shift >= 0:
                moment = max(moment, nodes[before].start + w.gaps[j].seconds)
    other = nodes[task].partner
    if other >= 0 and nodes[other].shift >= 0:
        if nodes[task].flags & IS_SECOND:
            moment = max(moment, nodes[other].start + w.details[task].least)
        else:
            moment = max(moment, nodes[other].start - w.details[task].most)
    return int(moment)


@inlined
def hold_up(w: Memory, task: int, moment: int, most: int) -> int:
    """Return what it costs others, linked to the task, that it starts at ``moment``."""
    nodes = w.nodes
    cost = 0
    other = nodes[task].partner
    if other >= 0 and nodes[other].shift >= 0:
        if nodes[task].flags & IS_SECOND:
            wanted = moment - w.details[task].most
        else:
            wanted = moment + w.details[task].least
        if wanted > nodes[other].start:
            cost += delay(w, other, wanted, NONE, most)
    if nodes[task].flags & HAS_GAPS:
        for j in range(w.details[task].out_from, w.details[task].out_to):
            after = w.gaps[j].node
            wanted = moment + w.gaps[j].seconds
            if nodes[after].shift >= 0 and wanted > nodes[after].start:
                cost += delay(w, after, wanted, NONE, most - cost)
    return int(cost)


@inlined
def detour(w: Memory, x: int, task: int, shift: int) -> int:
    """Return the seconds that the task after ``x`` adds; stops made anywhere are looked through."""
    nodes = w.nodes
    if nodes[task].flags & IS_HERE:
        return 0
    b = nodes[x].succ
    while nodes[b].flags & IS_HERE:
        b = nodes[b].succ
    row = nodes[x].row
    home = w.shifts[shift].base + nodes[task].home
    return int(
        w.travel[row + nodes[task].at] + w.travel[home + nodes[b].at] - w.travel[row + nodes[b].at]
    )


@inlined
def place_cost(w: Memory, x: int, task: int, fixed: int, held: int, most: int) -> int:  # noqa: PLR0913, PLR0917 (inlined)
    """Return the cost of the task after ``x``, or something above ``most``.

    ``fixed`` is what its shift costs anyway, ``held`` when it may start at the earliest.
    """
    nodes = w.nodes
    shift = nodes[x].shift
    cost = fixed + w.tally[0].travel_cost * detour(w, x, task, shift)
    if cost > most:
        return int(cost)
    moment = max(held, arrival(w, x, nodes[x].start, nodes[x].row, task))
    cost += charge_at(w, task, moment)
    if cost > most:
        return int(cost)
    row = w.shifts[shift].base + nodes[task].home
    if nodes[task].flags & IS_HERE:
        row = nodes[x].row
    b = nodes[x].succ
    cost += delay(w, b, arrival(w, task, moment, row, b), NONE, most - cost)
    if cost > most:
        return int(cost)
    return int(cost + hold_up(w, task, moment, most - cost))


@inlined
def shift_cost(w: Memory, task: int, shift: int) -> int:
    """Return what the shift costs the task wherever it comes in; NOWHERE when it cannot."""
    detail = w.details[task]
    row = w.shifts[shift]
    if row.load + detail.load > row.capacity or not fits(w, task, shift):
        return NOWHERE
    cost = pair_change(w, task, NONE, shift) + detail.unplaced
    cost += unburden(w, NONE, shift, counted(w, task))
    if row.free == 0:
        cost += w.tally[0].round_cost
    return int(cost)


@inlined
def candidate(w: Memory, task: int, number: int, rounds: int, turn: int) -> int:
    """Return where to begin looking: the start of a shift, or before a granular neighbour.

    The first ``rounds`` numbers are shifts, from number ``turn`` of the task's own on.
    """
    tally = w.tally[0]
    if number >= rounds:
        return int(w.near[task * tally.near_width + number - rounds])
    open_shift = turn + number
    if open_shift >= w.details[task].open_count:
        open_shift -= w.details[task].open_count
    return int(tally.tasks + w.choices[task * tally.shifts + open_shift].open)


@inlined
def find_place(w: Memory, task: int) -> int:
    """Return the node after which the task costs least, or NONE.

    Few shifts are all looked through, from a random one on; of many, some and the places beside
    the granular neighbours.
    """
    nodes = w.nodes
    tally = w.tally[0]
    detail = w.details[task]
    held = hold(w, task)
    rounds = min(FEW, detail.open_count)
    numbers = rounds
    if detail.open_count > FEW:
        numbers += detail.near_count
    turn = below(w, detail.open_count)
    blink = below(w, 2 * BLINK)
    best = NOWHERE - 1
    place = NONE
    for number in range(numbers):
        x = candidate(w, task, number, rounds, turn)
        steps = tally.tasks
        if number >= rounds:
            steps = 2
            if nodes[x].shift < 0:
                continue
            x = nodes[x].pred
        fixed = shift_cost(w, task, nodes[x].shift)
        while steps > 0 and fixed < best:
            steps -= 1
            tally.looks += 1
            blink -= 1
            if blink < 0:
                blink = below(w, 2 * BLINK)
            else:
                cost = place_cost(w, x, task, fixed, held, best)
                if cost < best:
                    best = cost
                    place = x
            x = nodes[x].succ
            if x >= tally.tasks or nodes[x].start > nodes[task].latest:
                break
    return place
