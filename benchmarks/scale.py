"""``python -m benchmarks scale``: how time, memory and quality grow from 1 group to 40."""

import resource
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table as Shown

from api.demo import DemoSize
from benchmarks.cases import generated
from benchmarks.measuring.clock import ClockName
from benchmarks.measuring.search import Effort, search
from benchmarks.measuring.stamp import revision, sign, today
from benchmarks.measuring.table import Table
from benchmarks.registry import command
from maps.streets import Streets
from planner.calendar.demand import expand
from planner.model.instance import Instance
from planner.model.places import TravelMode
from solver.anneal import warm_up
from solver.compile import compile_instance
from solver.problem import Problem

GROUPS = (1, 2, 5, 10, 20, 40)
"""How many neighbouring groups a case has."""


@dataclass(frozen=True)
class Size:
    """What it takes to get a case of so many groups ready, and how large it is.

    Seconds of wall clock: ``matrix_s`` for travel times with networks on disk and no matrix kept,
    ``demand_s`` for the visits of the day, ``compile_s`` for the dense problem. Megabytes:
    ``problem_mb`` of its arrays, ``peak_mb`` of the process so far.
    """

    visits: int
    tasks: int
    shifts: int
    points: int
    matrix_s: float
    demand_s: float
    compile_s: float
    problem_mb: float


@dataclass(frozen=True)
class Row:
    """One search: ``budget`` says whether ``seconds`` are per group or in total."""

    groups: int
    seed: int
    threads: int
    clock: str
    budget: str
    seconds: float
    spent: float
    visits: int
    tasks: int
    shifts: int
    points: int
    matrix_s: float
    demand_s: float
    compile_s: float
    problem_mb: float
    peak_mb: int
    moves_per_second: int
    unplaced: int
    cost: int
    cost_per_visit: float
    version: str
    date: str


SAME = ("groups", "seed", "threads", "clock", "budget", "seconds")
"""The columns that tell one run from another."""


def table_in(folder: Path) -> Table[Row]:
    """Return the table of runs in ``folder``."""
    return Table(folder / "scale.csv", Row, SAME)


def prepared(instance: Instance, streets: Streets) -> tuple[Problem, Size]:
    """Return the dense problem of a case and what it took to get there."""
    marks = [perf_counter()]
    streets.matrices(instance.case.places, tuple(TravelMode))
    marks.append(perf_counter())
    demand = expand(instance.case)
    marks.append(perf_counter())
    problem = compile_instance(Instance(instance.case, demand, instance.travel)).problem
    marks.append(perf_counter())
    matrix, days, compiling = (round(float(step), 3) for step in np.diff(marks))
    held = sum(array.nbytes for array in vars(problem).values() if isinstance(array, np.ndarray))
    return problem, Size(
        visits=len(demand.visits),
        tasks=problem.tasks,
        shifts=problem.shifts,
        points=problem.travel.shape[1],
        matrix_s=matrix,
        demand_s=days,
        compile_s=compiling,
        problem_mb=round(held / 2**20, 1),
    )


def shown(rows: Sequence[Row]) -> Shown:
    """Return one line per run."""
    left_out = {"seed", "threads", "clock", "points", "version", "date"}
    names = [field.name for field in fields(Row) if field.name not in left_out]
    table = Shown(*names)
    for row in rows:
        table.add_row(*(str(getattr(row, name)) for name in names))
    return table


def numbers(text: str) -> tuple[int, ...]:
    """Return whole numbers above 0 from a list like ``1,2,5``."""
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and int(part) > 0 for part in parts):
        raise typer.BadParameter(f"groups '{text}': give whole numbers like 1,2,5")
    return tuple(sorted(map(int, parts)))


@command("scale")
def scale(  # noqa: PLR0913, PLR0917 (one parameter per option)
    out: Annotated[Path, typer.Option(help="folder for the table")],
    groups: Annotated[str, typer.Option(help="how many groups, like 1,2,5")] = ",".join(
        map(str, GROUPS)
    ),
    per_group: Annotated[float, typer.Option(help="seconds for each group")] = 2.0,
    total: Annotated[float, typer.Option(help="seconds in total")] = 60.0,
    seeds: Annotated[int, typer.Option(help="seeds 1..K")] = 1,
    threads: Annotated[int, typer.Option(help="threads of the search")] = 2,
    clock: Annotated[ClockName, typer.Option(help="which seconds the budget counts")] = (
        ClockName.WALL
    ),
    again: Annotated[bool, typer.Option("--again", help="repeat runs in the table")] = False,  # noqa: FBT002 (a flag)
) -> None:
    """Compile and plan cases of growing size; resumes where it stopped."""
    console, table = Console(), table_in(out)
    done = set() if again else {table.key(row) for row in table.rows()}
    warm_up()
    sign(out)
    with TemporaryDirectory() as folder:
        for count in numbers(groups):
            wanted = {
                key: Effort(spent, threads, clock)
                for seed in range(1, seeds + 1)
                for budget, seconds, spent in (
                    ("per group", per_group, per_group * count),
                    ("total", total, total),
                )
                if (key := (count, seed, threads, clock.value, budget, seconds)) not in done
            }
            if not wanted:
                continue
            streets = Streets.open("goteborg", Path(folder))
            for mode in TravelMode:
                streets.library.network(mode)
            problem, size = prepared(generated(DemoSize.MUNICIPALITY, 1, only=count), streets)
            for key, effort in wanted.items():
                row = _measured(key, effort, problem, size)
                table.add(row)
                console.print(f"{row.groups} groups, {row.budget}: {row.cost_per_visit} per visit")
    console.print(shown(table.rows()))


def _measured(
    key: tuple[int, int, int, str, str, float], effort: Effort, problem: Problem, size: Size
) -> Row:
    count, seed, threads, clock, budget, seconds = key
    found = search(problem, effort, seed)
    row = (
        *(count, seed, threads, clock, budget, seconds, effort.seconds),
        *astuple(size),
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        found.moves_per_second,
        found.unplaced,
        found.solution.cost,
        round(found.solution.cost / size.visits, 1),
        revision(),
        today(),
    )
    return Row(*row)
