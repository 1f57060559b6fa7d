"""One run of one method on one variant of a generated case, priced by the exact evaluation."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from time import monotonic, process_time

from benchmarks.measuring.stamp import today
from benchmarks.measuring.table import Table
from benchmarks.measuring.track import thinned
from benchmarks.rivals.methods import METHODS
from benchmarks.rivals.variants import Rounds
from solver.exact import evaluate
from solver.problem import Problem


@dataclass(frozen=True)
class Row:
    """One run. ``faults`` counts what the exact evaluation objects to.

    ``seconds`` is the budget, ``wall`` and ``cpu`` what the run took, model building included;
    ``cost`` is that of the variant, ``travel`` the seconds on the road.
    """

    variant: str
    case: int
    method: str
    seed: int
    threads: int
    seconds: float
    wall: float
    cpu: float
    cost: int
    travel: int
    unplaced: int
    faults: int
    version: str
    date: str

    @property
    def lawful(self) -> bool:
        """Whether it is a plan with every task placed and nothing broken."""
        return self.unplaced == 0 and self.faults == 0


@dataclass(frozen=True)
class Point:
    """The cost of the best plan of one run ``after`` so many seconds of wall clock."""

    variant: str
    case: int
    method: str
    seed: int
    seconds: float
    after: float
    cost: int


@dataclass(frozen=True, slots=True)
class Task:
    """What to run: a method on a variant of the generated case number ``case``."""

    variant: str
    case: int
    method: str
    seed: int
    seconds: float


SAME = ("variant", "case", "method", "seed", "seconds")
"""The columns that tell one run from another."""


def table_in(folder: Path) -> Table[Row]:
    """Return the table of runs in ``folder``."""
    return Table(folder / "peers.csv", Row, SAME)


def curves_in(folder: Path) -> Table[Point]:
    """Return the table of anytime points in ``folder``."""
    return Table(folder / "peers-curves.csv", Point, (*SAME, "after"))


@dataclass
class Notes:
    """Notes better costs and when they came."""

    begun: float = field(default_factory=monotonic)
    points: list[tuple[float, int]] = field(default_factory=list)

    def __call__(self, cost: int) -> None:
        """Take note of ``cost`` when it is better than the last."""
        if not self.points or cost < self.points[-1][1]:
            self.points.append((round(monotonic() - self.begun, 2), cost))


def measure(task: Task, problem: Problem) -> tuple[Row, Sequence[Point]]:
    """Run one method on ``problem`` and price its rounds with the exact evaluation."""
    method = METHODS[task.method]
    notes, cpu = Notes(), process_time()
    rounds = method.solves(problem, task.seconds, task.seed, notes)
    wall, cpu = monotonic() - notes.begun, process_time() - cpu
    found = evaluate(problem, rounds)
    row = Row(
        variant=task.variant,
        case=task.case,
        method=task.method,
        seed=task.seed,
        threads=method.threads,
        seconds=task.seconds,
        wall=round(wall, 1),
        cpu=round(cpu, 1),
        cost=found.cost,
        travel=travel_of(problem, rounds),
        unplaced=problem.tasks - sum(map(len, rounds)),
        faults=len(found.violations),
        version=method.version(),
        date=today(),
    )
    if row.lawful:
        notes.points.append((round(wall, 2), found.cost))
    return row, [_point(task, after, cost) for after, cost in thinned(notes.points)]


def _point(task: Task, after: float, cost: int) -> Point:
    return Point(task.variant, task.case, task.method, task.seed, task.seconds, after, cost)


def travel_of(problem: Problem, rounds: Rounds) -> int:
    """Return the seconds on the road; a stop made anywhere adds no leg."""
    total = 0
    for shift, tasks in enumerate(rounds):
        seconds = problem.travel[problem.mode[shift]]
        stops = [int(problem.location[task]) for task in tasks if problem.location[task] >= 0]
        legs = [int(problem.start_location[shift]), *stops, int(problem.end_location[shift])]
        total += sum(int(seconds[a, b]) for a, b in pairwise(legs))
    return total
