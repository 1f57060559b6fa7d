"""``python -m benchmarks literature``: published instances, checked by each set's own checker."""

import csv
import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from statistics import median
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.registry import command
from benchmarks.sets.best_known import BestKnown, read_best_known
from benchmarks.sets.bredstrom import Bredstrom
from benchmarks.sets.italian import Italian
from benchmarks.sets.mankowska import Mankowska
from benchmarks.sets.routes import LiteratureInstance, Reader, Routes
from benchmarks.sets.vrptw import Vrptw
from planner.ports import Budget
from solver.anneal import solve, warm_up


class SetName(StrEnum):
    """The sets that can be read."""

    MANKOWSKA = "mankowska"
    BREDSTROM = "bredstrom"
    BREDSTROM_PREFERENCE = "bredstrom-preference"
    ITALIAN = "italian"
    VRPTW = "vrptw"


READERS: Mapping[SetName, Reader] = {
    SetName.MANKOWSKA: Mankowska(),
    SetName.BREDSTROM: Bredstrom(),
    SetName.BREDSTROM_PREFERENCE: Bredstrom("preference"),
    SetName.ITALIAN: Italian(),
    SetName.VRPTW: Vrptw(),
}


@dataclass(frozen=True)
class Row:
    """One run: the checked value, the best known one and the gap in per cent."""

    set: str
    instance: str
    label: str
    seed: int
    seconds: float
    value: float
    routes: int
    best_known: float | None
    gap_percent: float | None
    moves: int


def run(
    name: str, instance: LiteratureInstance, known: BestKnown | None, seconds: float, seed: int
) -> tuple[Row, Routes]:
    """Solve one instance once and check the result; a broken solution raises."""
    problem = instance.problem()
    began = time.perf_counter()
    solution = solve(problem, Budget(seconds=seconds), seed=seed)
    spent = time.perf_counter() - began
    routes = instance.routes(solution)
    value = instance.value(routes)
    row = Row(
        set=name,
        instance=instance.name,
        label=known.label if known else "",
        seed=seed,
        seconds=round(spent, 2),
        value=round(value, 4),
        routes=sum(1 for stops in routes.vehicles if stops),
        best_known=known.value if known else None,
        gap_percent=round(100 * known.gap(value), 3) if known else None,
        moves=solution.iterations,
    )
    return row, routes


def _save(out: Path, row: Row, routes: Routes) -> None:
    folder = out / row.set
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{row.instance}_seed{row.seed}.json"
    path.write_text(json.dumps(routes.document(), indent=1), encoding="utf-8")


def _write_table(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Row)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(row) for row in rows)


def _show(rows: list[Row]) -> Table:
    """Return one line per instance: median and best gap over the seeds."""
    table = Table("instance", "label", "best known", "median", "best", "median gap %", "best gap %")
    for instance in dict.fromkeys(row.instance for row in rows):
        of = [row for row in rows if row.instance == instance]
        gaps = [row.gap_percent for row in of if row.gap_percent is not None]
        values = [row.value for row in of]
        told = (f"{median(gaps):+.3f}", f"{min(gaps):+.3f}") if gaps else ("-", "-")
        table.add_row(
            instance,
            of[0].label,
            str(of[0].best_known),
            f"{median(values):.3f}",
            f"{min(values):.3f}",
            *told,
        )
    return table


@command("literature")
def literature(  # noqa: PLR0913, PLR0917 (one parameter per option)
    set_name: Annotated[SetName, typer.Option("--set", help="which set")],
    data: Annotated[Path, typer.Option(help="folder with the set's files", exists=True)],
    out: Annotated[Path, typer.Option(help="folder for solutions and the table")],
    instance: Annotated[str | None, typer.Option(help="only this instance")] = None,
    seconds: Annotated[float, typer.Option(help="wall clock per run")] = 60.0,
    seeds: Annotated[int, typer.Option(help="seeds 1..K")] = 5,
) -> None:
    """Solve, check and tabulate the instances of one literature set."""
    reader = READERS[set_name]
    console = Console()
    files = [path for path in reader.files(data) if instance in (None, path.stem)]
    if not files:
        raise typer.BadParameter(f"no instance {instance or ''} of {set_name.value} in {data}")
    rows: list[Row] = []
    warm_up()
    for path in files:
        read = reader.read(path)
        known = read_best_known(data, read.metric).get(read.name)
        for seed in range(1, seeds + 1):
            row, routes = run(set_name.value, read, known, seconds, seed)
            _save(out, row, routes)
            rows.append(row)
            console.print(f"{row.instance} seed {seed}: {row.value} gap {row.gap_percent} %")
        _write_table(out / f"{set_name.value}.csv", rows)
    console.print(_show(rows))
