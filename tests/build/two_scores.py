"""One case judged twice, by the kernel's running sums and by the rules: law 1 along a search."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from planner.model.instance import Instance
from planner.model.plan import Plan
from planner.ports import Budget
from planner.rules.ids import RuleId
from planner.score.reference import Score, score
from solver.anneal import solve
from solver.compile import Compiled, compile_instance
from solver.decode import bare_plan
from solver.kernel.anneal import anneal
from solver.kernel.layout import Memory
from solver.kernel.pack import pack, read_rounds, write_rounds
from solver.kernel.recount import recount
from solver.parts import cost_parts
from solver.problem import Problem, Solution
from solver.validate import obligatory_rounds
from tests.build.dense import random_solution
from tests.build.small import CREATED, ORIGIN

HOT = 20_000.0
"""A temperature at which nearly every move is made."""

BURSTS, MOVES = 3, 60
"""How often the kernel is looked at between random moves, and how many there are."""

SHORT = Budget(iterations=2_000)


class Moment(StrEnum):
    """When in a search the scores are compared."""

    START = "start"
    MOVED = "moved"
    FOUND = "found"


@dataclass(frozen=True)
class Compared:
    """What one solution costs by the kernel, by the arrays counted anew, and by the rules.

    ``late`` are the seconds that the kernel says are late; only then may a law be broken.
    """

    moment: Moment
    kernel: int
    arrays: int
    late: int
    plan: Plan
    judged: Score

    @property
    def agree(self) -> bool:
        """Whether all say the same of the cost, and of whether a law is broken."""
        broken = {row.rule for row in self.judged.faults} - {RuleId.REST}
        return self.kernel == self.arrays == self.judged.cost and bool(broken) == (self.late > 0)


def compared(instance: Instance, seed: int) -> Iterator[Compared]:
    """Yield the scores of a start, of random rounds, after random moves, and after a search.

    What breaks rest is the roster's: no solution can mend it, and the kernel does not know it.
    """
    compiled = compile_instance(instance)
    problem = compiled.problem
    if not compiled.shifts:
        return
    memory = pack(problem, seed)
    write_rounds(memory, obligatory_rounds(problem))
    recount(memory)
    yield _looked(instance, compiled, memory, Moment.START)
    begin = random_solution(problem, seed)
    memory = _loaded(problem, begin, seed)
    yield _looked(instance, compiled, memory, Moment.START)
    for _ in range(BURSTS if problem.tasks else 0):
        anneal(memory, MOVES, HOT, HOT)
        yield _looked(instance, compiled, memory, Moment.MOVED)
    found = solve(problem, SHORT, seed=seed, start=begin.again)
    yield _judged(instance, compiled, found, (Moment.FOUND, found.cost, 0))


def _loaded(problem: Problem, solution: Solution, seed: int) -> Memory:
    """Return memory with the rounds of ``solution``, each task at its start."""
    memory = pack(problem, seed)
    write_rounds(memory, solution.rounds)
    floors = np.where(solution.start >= 0, solution.start, problem.earliest)
    memory.nodes["floor"][: problem.tasks] = floors
    recount(memory)
    return memory


def _looked(instance: Instance, compiled: Compiled, memory: Memory, moment: Moment) -> Compared:
    """Compare what stands in ``memory`` now, lawful or not."""
    problem, tally = compiled.problem, memory.tally[0]
    nodes = memory.nodes[: problem.tasks]
    start = np.where(nodes["shift"] >= 0, nodes["start"], -1).astype(np.int32)
    rounds = read_rounds(memory.nodes["succ"], problem.tasks, problem.shifts)
    solution = Solution(rounds, start, cost=0, iterations=0)
    cost = int(tally["hard"] + tally["soft"] + tally["early"] + tally["cover"])
    return _judged(instance, compiled, solution, (moment, cost, int(tally["late"])))


def _judged(
    instance: Instance, compiled: Compiled, solution: Solution, said: tuple[Moment, int, int]
) -> Compared:
    plan = bare_plan(instance, compiled, solution, origin=ORIGIN, created=CREATED)
    arrays = cost_parts(compiled.problem, solution).total
    moment, kernel, late = said
    return Compared(moment, kernel, arrays, late, plan, score(instance, plan))
