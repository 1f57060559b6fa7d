"""``python -m benchmarks groupday``: how near two seconds come to a minute on a group's day."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Shown

from api.demo import DemoSize
from benchmarks.cases import dense
from benchmarks.measuring.clock import ClockName
from benchmarks.measuring.search import Effort, Measured, search
from benchmarks.measuring.stamp import revision, sign, today
from benchmarks.measuring.table import Table
from benchmarks.registry import command
from solver.anneal import warm_up


@dataclass(frozen=True)
class Row:
    """One plan of one generated group-day."""

    case: int
    seed: int
    threads: int
    clock: str
    seconds: float
    wall: float
    tasks: int
    cost: int
    unplaced: int
    iterations: int
    version: str
    date: str


@dataclass(frozen=True)
class Point:
    """The cost of the best plan of one run ``after`` so many seconds of its clock."""

    case: int
    seed: int
    threads: int
    clock: str
    seconds: float
    after: float
    cost: int


SAME = ("case", "seed", "threads", "clock", "seconds")
"""The columns that tell one run from another."""


def table_in(folder: Path) -> Table[Row]:
    """Return the table of runs in ``folder``."""
    return Table(folder / "groupday.csv", Row, SAME)


def curves_in(folder: Path) -> Table[Point]:
    """Return the table of anytime points in ``folder``."""
    return Table(folder / "groupday-curves.csv", Point, (*SAME, "after"))


@dataclass(frozen=True)
class Gap:
    """One case: ``gap`` is the median over seeds of short to long in per cent.

    ``to_best`` is the median short plan to the best plan of any run, in per cent.
    """

    case: int
    tasks: int
    seeds: int
    short: float
    long: float
    best: int
    gap: float
    to_best: float


def gaps(rows: Sequence[Row], short: float, long: float) -> list[Gap]:
    """Return one gap per case that has seeds at both budgets."""
    found = {(row.case, row.seed, row.seconds): row for row in rows}
    return [
        gap
        for case in dict.fromkeys(row.case for row in rows)
        if (gap := _gap(case, found, short, long)) is not None
    ]


def _gap(
    case: int, found: dict[tuple[int, int, float], Row], short: float, long: float
) -> Gap | None:
    pairs = [
        (found[case, seed, short].cost, row.cost)
        for (number, seed, seconds), row in found.items()
        if number == case and seconds == long and (case, seed, short) in found
    ]
    if not pairs:
        return None
    best = min(row.cost for row in found.values() if row.case == case)
    middle = median(quick for quick, _ in pairs)
    return Gap(
        case=case,
        tasks=next(row.tasks for row in found.values() if row.case == case),
        seeds=len(pairs),
        short=middle,
        long=median(slow for _, slow in pairs),
        best=best,
        gap=median(100 * (quick - slow) / slow for quick, slow in pairs),
        to_best=100 * (middle - best) / best,
    )


def shown(found: Sequence[Gap]) -> Shown:
    """Return one line per case and one for all."""
    table = Shown("case", "tasks", "short", "long", "gap %", "to best %")
    for one in found:
        table.add_row(
            str(one.case),
            str(one.tasks),
            f"{one.short:,.0f}",
            f"{one.long:,.0f}",
            f"{one.gap:+.2f}",
            f"{one.to_best:+.2f}",
        )
    if found:
        own, best = [one.gap for one in found], [one.to_best for one in found]
        table.add_row("median", "", "", "", f"{median(own):+.2f}", f"{median(best):+.2f}")
        table.add_row("worst", "", "", "", f"{max(own):+.2f}", f"{max(best):+.2f}")
    return table


def row_of(case: int, seed: int, effort: Effort, tasks: int, measured: Measured) -> Row:
    """Return the row of one measured search."""
    return Row(
        case=case,
        seed=seed,
        threads=effort.threads,
        clock=effort.clock.value,
        seconds=effort.seconds,
        wall=measured.wall,
        tasks=tasks,
        cost=measured.solution.cost,
        unplaced=measured.unplaced,
        iterations=measured.solution.iterations,
        version=revision(),
        date=today(),
    )


@command("groupday")
def groupday(  # noqa: PLR0913, PLR0917 (one parameter per option)
    out: Annotated[Path, typer.Option(help="folder for the tables")],
    cases: Annotated[int, typer.Option(help="generated cases 1..N")] = 20,
    seeds: Annotated[int, typer.Option(help="seeds 1..K per case")] = 3,
    short: Annotated[float, typer.Option(help="the quick budget, seconds")] = 2.0,
    long: Annotated[float, typer.Option(help="the long budget, seconds")] = 60.0,
    threads: Annotated[int, typer.Option(help="threads of the search")] = 2,
    clock: Annotated[ClockName, typer.Option(help="which seconds the budget counts")] = (
        ClockName.WALL
    ),
    curve: Annotated[bool, typer.Option("--curve", help="write anytime points too")] = False,  # noqa: FBT002 (a flag)
    again: Annotated[bool, typer.Option("--again", help="repeat runs in the table")] = False,  # noqa: FBT002 (a flag)
) -> None:
    """Plan generated group-days for a short and a long time; resumes where it stopped."""
    console, table = Console(), table_in(out)
    done = set() if again else {table.key(row) for row in table.rows()}
    warm_up()
    sign(out)
    for seed in range(1, seeds + 1):
        for case in range(1, cases + 1):
            for seconds in (short, long):
                effort = Effort(seconds, threads, clock)
                if (case, seed, threads, clock.value, seconds) in done:
                    continue
                problem = dense(DemoSize.GROUP, case)
                measured = search(problem, effort, seed)
                row = row_of(case, seed, effort, problem.tasks, measured)
                table.add(row)
                for after, cost in measured.points if curve else ():
                    curves_in(out).add(
                        Point(case, seed, threads, clock.value, seconds, after, cost)
                    )
                console.print(f"case {case} seed {seed} {seconds:g} s: {row.cost:,}")
    same = [row for row in table.rows() if (row.threads, row.clock) == (threads, clock.value)]
    console.print(shown(gaps(same, short, long)))
