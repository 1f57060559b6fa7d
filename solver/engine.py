"""The engine: compile, search, decode, and have the reference scorer judge the result."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol

from planner.model.instance import Instance
from planner.model.plan import Origin, Plan
from planner.ports import Budget, Clock, Observer
from planner.rules.registry import RULES
from planner.rules.rule import Rule
from planner.score.reference import score
from solver.anneal import solve
from solver.compile import compile_instance
from solver.decode import decode
from solver.encode import encode
from solver.identity import case_hash
from solver.mismatch import refuse_mismatch
from solver.parts import nothing
from solver.problem import Problem, Solution, Start
from solver.roster import check_roster


class Search(Protocol):
    """Searches one problem."""

    def __call__(
        self,
        problem: Problem,
        budget: Budget,
        *,
        seed: int,
        observer: Observer | None = None,
        start: Start | None = None,
    ) -> Solution:
        """Return the best solution found, from ``start`` where it is given.

        The same problem, seed, start and number of iterations give the same solution.
        """
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)


def code_version() -> str:
    """Return the version of the installed program; ``unreleased`` in a bare checkout."""
    try:
        return version("hemrunda")
    except PackageNotFoundError:
        return "unreleased"


@dataclass(frozen=True)
class Engine:
    """Makes plans with a search over the dense problem; implements ``planner.ports.Solver``."""

    search: Search = solve
    rules: tuple[Rule, ...] = RULES
    clock: Clock = field(default_factory=SystemClock)
    code_version: str = field(default_factory=code_version)

    def plan(
        self,
        instance: Instance,
        budget: Budget,
        *,
        seed: int,
        observer: Observer | None = None,
        start: Plan | None = None,
    ) -> Plan:
        """Return the best plan found for ``instance``, from ``start`` where one is given.

        Raises ``ScoreMismatchError`` when the search and the reference scorer disagree about the
        cost of the result, ``ImpossibleRosterError`` when a shift cannot keep its breaks and
        duties, and ``CompileError`` when the rules make no problem of the instance. Where nobody
        is on duty, every visit stays unplaced.
        """
        compiled = compile_instance(instance, self.rules)
        check_roster(compiled)
        begin = None if start is None else encode(instance, compiled, start)
        solution = nothing(compiled.problem)
        if compiled.shifts:
            solution = self.search(
                compiled.problem, budget, seed=seed, observer=observer, start=begin
            )
        origin = self._origin(instance, seed, solution.iterations)
        plan = decode(instance, compiled, solution, origin=origin, created=self.clock.now())
        refuse_mismatch(compiled, solution, score(instance, plan, self.rules))
        return plan

    def _origin(self, instance: Instance, seed: int, iterations: int) -> Origin:
        return Origin(
            seed=seed,
            iterations=iterations,
            code_version=self.code_version,
            case_hash=case_hash(instance.case),
            matrix_hash=instance.travel.digest,
        )
