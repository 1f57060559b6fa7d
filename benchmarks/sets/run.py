"""One run on one published instance: solved, checked by the set's own checker, put into a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring.search import Effort, search
from benchmarks.measuring.stamp import revision, today
from benchmarks.measuring.table import Table
from benchmarks.sets.best_known import REFUSED, BestKnown
from benchmarks.sets.routes import BrokenSolutionError, LiteratureInstance, Routes
from solver.problem import Solution

LAWFUL, INCOMPLETE = "lawful", "incomplete"
"""The checker's verdicts beside what it says of a broken solution."""


@dataclass(frozen=True)
class Row:
    """One run. ``value`` is checked, in the set's own unit, and empty unless ``verdict`` is lawful.

    ``seconds`` is the budget by ``clock``, ``wall`` what the run took on the wall, ``kind`` what
    the best known value is (``not-comparable``: it belongs to another problem, so no gap is told),
    ``gap_percent`` below zero is better than published.
    """

    set: str
    instance: str
    label: str
    family: str
    objective: str
    seed: int
    threads: int
    clock: str
    seconds: float
    wall: float
    value: float | None
    best_known: float | None
    kind: str
    gap_percent: float | None
    routes: int
    known_routes: int | None
    unplaced: int
    iterations: int
    verdict: str
    version: str
    date: str


@dataclass(frozen=True)
class Point:
    """The best value of one run after ``after`` seconds of its clock."""

    set: str
    instance: str
    family: str
    seed: int
    threads: int
    clock: str
    seconds: float
    after: float
    value: float


SAME = ("set", "instance", "seed", "threads", "clock", "seconds")
"""The columns that tell one run from another."""


def table_in(folder: Path, name: str) -> Table[Row]:
    """Return the table of one set in ``folder``."""
    return Table(folder / f"{name}.csv", Row, SAME)


def curve_in(folder: Path, name: str) -> Table[Point]:
    """Return the table of anytime points of one set in ``folder``."""
    return Table(folder / f"{name}-curves.csv", Point, (*SAME, "after"))


@dataclass(frozen=True)
class Outcome:
    """A row, the routes when they are lawful, and the anytime points."""

    row: Row
    routes: Routes | None
    points: Sequence[Point]


def run(
    name: str, instance: LiteratureInstance, known: BestKnown | None, effort: Effort, seed: int
) -> Outcome:
    """Solve one instance once and let the set's own checker judge the result."""
    measured = search(instance.problem(), effort, seed)
    solution, unplaced = measured.solution, measured.unplaced
    value, routes, verdict = _judged(instance, solution, unplaced)
    counted = known is not None and known.kind != REFUSED
    row = Row(
        set=name,
        instance=instance.name,
        label=known.label if known else "",
        family=instance.family,
        objective=instance.metric,
        seed=seed,
        threads=effort.threads,
        clock=effort.clock.value,
        seconds=effort.seconds,
        wall=measured.wall,
        value=None if value is None else round(value, 4),
        best_known=known.value if known else None,
        kind=known.kind if known else "",
        gap_percent=round(100 * known.gap(value), 3)
        if known and counted and value is not None
        else None,
        routes=sum(1 for tasks in solution.rounds if tasks),
        known_routes=known.routes if known else None,
        unplaced=unplaced,
        iterations=solution.iterations,
        verdict=verdict,
        version=revision(),
        date=today(),
    )
    return Outcome(row, routes, _points(row, instance, measured.points))


def _judged(
    instance: LiteratureInstance, solution: Solution, unplaced: int
) -> tuple[float | None, Routes | None, str]:
    if unplaced:
        return None, None, INCOMPLETE
    routes = instance.routes(solution)
    try:
        return instance.value(routes), routes, LAWFUL
    except BrokenSolutionError as error:
        return None, None, f"broken: {error}"


def _points(
    row: Row, instance: LiteratureInstance, points: Sequence[tuple[float, int]]
) -> list[Point]:
    return [
        Point(
            set=row.set,
            instance=row.instance,
            family=row.family,
            seed=row.seed,
            threads=row.threads,
            clock=row.clock,
            seconds=row.seconds,
            after=after,
            value=round(instance.told(cost), 4),
        )
        for after, cost in points
    ]
