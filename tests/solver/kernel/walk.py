"""The kernel's memory after some moves, and what the slow evaluation says about it."""

from dataclasses import replace

import numpy as np

from solver.exact import Evaluation, evaluate
from solver.kernel.layout import Memory
from solver.kernel.pack import pack, read_rounds, write_rounds
from solver.kernel.recount import recount
from solver.problem import Problem
from solver.validate import obligatory_rounds


def fresh(problem: Problem, seed: int, late_weight: int = 50) -> Memory:
    memory = pack(problem, seed)
    memory.tally[0]["late_weight"] = late_weight
    write_rounds(memory, obligatory_rounds(problem))
    assert recount(memory)
    return memory


def slow_view(problem: Problem, memory: Memory) -> Evaluation:
    """Evaluate the present rounds with the present floors as earliest starts."""
    floors = memory.nodes["floor"][: problem.tasks].copy()
    rounds = read_rounds(memory.nodes["succ"], problem.tasks, problem.shifts)
    return evaluate(replace(problem, earliest=floors), rounds)


def lateness(problem: Problem, memory: Memory) -> int:
    """Count late seconds from the starts in memory, ends of shifts included."""
    placed = memory.nodes["shift"] >= 0
    late = np.maximum(0, memory.nodes["start"].astype(np.int64) - memory.nodes["latest"])
    return int(late[placed].sum())


def snapshot(memory: Memory) -> dict[str, bytes]:
    """Return all that a refused move must leave as it was."""
    parts = {name: memory.nodes[name].copy() for name in memory.nodes.dtype.names or ()}
    tasks = int(memory.tally[0]["tasks"])
    unplaced = np.flatnonzero(memory.nodes["shift"][:tasks] < 0)
    for name in ("start", "row", "succ", "pred"):
        parts[name][unplaced] = 0
    state = {name: part.tobytes() for name, part in parts.items()}
    state |= {"faces": memory.faces.tobytes(), "shifts": memory.shifts.tobytes()}
    state |= {name: memory.cover.cells[name].tobytes() for name in ("sure", "maybe", "node")}
    state |= {name: memory.cover.slices[name].tobytes() for name in ("cost", "safe")}
    for name in ("cover", "hard", "soft", "early", "late", "worst"):
        state[name] = memory.tally[0][name].tobytes()
    return state
