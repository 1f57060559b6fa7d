"""The methods that are measured beside each other, and which of them can state what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from api.demo import DemoSize
from benchmarks.measuring.stamp import revision, version_of
from benchmarks.rivals import variants, with_cpsat, with_pyvrp, with_routing, with_vroom
from benchmarks.rivals.variants import WORKERS, Note, Rounds, ignore
from planner.ports import Budget, Progress
from solver.anneal import solve
from solver.problem import Problem


class Solves(Protocol):
    """Returns rounds after ``seconds`` of wall clock and tells ``note`` of better plans."""

    def __call__(self, problem: Problem, seconds: float, seed: int, note: Note = ignore) -> Rounds:
        """Solve ``problem``."""
        ...


def ours(threads: int) -> Solves:
    """Return Hemrunda on ``threads``."""

    def solves(problem: Problem, seconds: float, seed: int, note: Note = ignore) -> Rounds:
        def watch(progress: Progress) -> bool:
            if progress.unplaced == 0:
                note(progress.cost)
            return True

        budget = Budget(seconds=seconds)
        return solve(problem, budget, seed=seed, threads=threads, observer=watch).rounds

    return solves


@dataclass(frozen=True)
class Method:
    """A solver as it is measured; ``threads`` is what it uses."""

    title: str
    solves: Solves
    threads: int
    version: Callable[[], str]


OURS = "hemrunda"

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        OURS: Method("Hemrunda", ours(WORKERS), WORKERS, revision),
        "hemrunda-1": Method("Hemrunda, one thread", ours(1), 1, revision),
        "pyvrp": Method("PyVRP", with_pyvrp.solve, 1, lambda: version_of("pyvrp")),
        "vroom": Method("VROOM", with_vroom.solve, WORKERS, lambda: version_of("pyvroom")),
        "ortools-routing": Method(
            "OR-Tools routing", with_routing.solve, 1, lambda: version_of("ortools")
        ),
        "ortools-cpsat": Method("CP-SAT", with_cpsat.solve, WORKERS, lambda: version_of("ortools")),
    }
)

NO_LINKS = "no synchronisation"
NO_CHOICE = "cannot make both halves of a double visit active together"
TOO_LARGE = "a variable per task, follower and shift: 30 million of them"


@dataclass(frozen=True)
class Variant:
    """A generated case with what a method cannot state left out.

    ``refused`` names the methods that cannot state it, and why. ``early`` are further, shorter
    budgets of ours in seconds.
    """

    title: str
    size: DemoSize
    make: Callable[[Problem], Problem]
    refused: Mapping[str, str]
    early: tuple[float, ...] = ()

    @property
    def methods(self) -> tuple[str, ...]:
        """Who can state it."""
        return tuple(name for name in METHODS if name not in self.refused)


_LINKED = {"pyvrp": NO_LINKS, "vroom": NO_LINKS, "ortools-routing": NO_CHOICE}
_LARGE = {"ortools-cpsat": TOO_LARGE}

VARIANTS: Mapping[str, Variant] = MappingProxyType(
    {
        "district-travel": Variant(
            "district, travel and skills only", DemoSize.DISTRICT, variants.travel_only, _LARGE
        ),
        "district-pairs": Variant(
            "district, with prices of who goes where", DemoSize.DISTRICT, variants.alone, _LARGE
        ),
        "district-fixed": Variant(
            "district, doubles at fixed times", DemoSize.DISTRICT, variants.fixed_doubles, _LARGE
        ),
        "group-fixed": Variant(
            "group, doubles at fixed times", DemoSize.GROUP, variants.fixed_doubles, {}
        ),
        "group-full": Variant(
            "group, everything", DemoSize.GROUP, lambda problem: problem, _LINKED, early=(2.0,)
        ),
        "district-full": Variant(
            "district, everything",
            DemoSize.DISTRICT,
            lambda problem: problem,
            _LINKED | _LARGE,
        ),
    }
)
"""The variants, by name."""
