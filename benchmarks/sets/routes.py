"""What every literature set shares: named operations, routes, start times, a checker's verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from solver.problem import Problem, Solution


@dataclass(frozen=True)
class Operation:
    """One operation in a route: the set's own name for it and when it starts (original units)."""

    name: str
    start: float


@dataclass(frozen=True)
class Routes:
    """A solution in the shape of the sets' example files: operations per vehicle number."""

    instance: str
    vehicles: tuple[tuple[Operation, ...], ...]

    def document(self) -> dict[str, object]:
        """Return the JSON shape ``{instance, routes: [{vehicle, visits: [{visit, start}]}]}``."""
        return {
            "instance": self.instance,
            "routes": [
                {
                    "vehicle": number + 1,
                    "visits": [{"visit": op.name, "start": round(op.start, 6)} for op in stops],
                }
                for number, stops in enumerate(self.vehicles)
                if stops
            ],
        }


class BrokenSolutionError(ValueError):
    """A checker found that a solution breaks a rule of its set."""


class LiteratureInstance(Protocol):
    """One published instance as a reader gives it."""

    @property
    def name(self) -> str:
        """The instance's name, as in ``best_known.csv``."""
        ...

    @property
    def metric(self) -> str:
        """Which of the set's objectives is minimised."""
        ...

    @property
    def family(self) -> str:
        """The group of like instances that it is summed up with."""
        ...

    def told(self, cost: int) -> float:
        """Return the objective that a cost of ``problem()`` means, up to scaling."""
        ...

    def problem(self) -> Problem:
        """Return the dense problem whose cost orders solutions as the set's objective does."""
        ...

    def routes(self, solution: Solution) -> Routes:
        """Return the solver's rounds with start times in the set's own, unrounded arithmetic."""
        ...

    def value(self, routes: Routes) -> float:
        """Check ``routes`` and return the objective; raise ``BrokenSolutionError`` if unlawful."""
        ...


class Reader(Protocol):
    """Reads the instances of one set."""

    def files(self, folder: Path) -> Sequence[Path]:
        """Return the instance files of ``folder``, sorted by name."""
        ...

    def read(self, path: Path) -> LiteratureInstance:
        """Read one instance; a ``ValueError`` names the file and what is wrong with it."""
        ...
