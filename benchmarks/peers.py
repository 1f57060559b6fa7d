"""``python -m benchmarks peers``: OR-Tools, PyVRP and VROOM beside Hemrunda, in one run."""

from collections.abc import Iterator, Sequence
from math import isinf
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Shown

from benchmarks.cases import dense
from benchmarks.measuring.stamp import sign
from benchmarks.registry import command
from benchmarks.rivals.methods import METHODS, OURS, VARIANTS
from benchmarks.rivals.run import Row, Task, curves_in, measure, table_in
from benchmarks.rivals.summary import cells
from solver.anneal import warm_up


def tasks(
    variants: Sequence[str], methods: Sequence[str], seconds: float, cases: int, seeds: int
) -> Iterator[Task]:
    """Yield all runs: case by case and seed by seed, so that a partial run compares methods."""
    for case in range(1, cases + 1):
        for seed in range(1, seeds + 1):
            for variant in variants:
                for method in METHODS:
                    if method in VARIANTS[variant].methods and method in methods:
                        early = VARIANTS[variant].early if method == OURS else ()
                        for budget in (*early, seconds):
                            yield Task(variant, case, method, seed, budget)


def shown(rows: Sequence[Row]) -> Shown:
    """Return one line per variant, method and budget."""
    table = Shown("variant", "method", "budget s", "lawful", "median cost", "to ours %", "wall s")
    for cell in cells(rows):
        table.add_row(
            cell.variant,
            cell.method,
            f"{cell.seconds:g}",
            f"{cell.lawful}/{cell.runs}",
            "-" if isinf(cell.cost) else f"{cell.cost:,.0f}",
            "-" if isinf(cell.gap) else f"{cell.gap:+.2f}",
            f"{cell.wall:.1f}",
        )
    return table


def checked(names: Sequence[str] | None, known: Sequence[str], what: str) -> Sequence[str]:
    """Return ``names``, or all that are known; an unknown one is refused by name."""
    for name in names or ():
        if name not in known:
            raise typer.BadParameter(f"no {what} '{name}'; try one of {', '.join(known)}")
    return names or known


@command("peers")
def peers(  # noqa: PLR0913, PLR0917 (one parameter per option)
    out: Annotated[Path, typer.Option(help="folder for the tables")],
    variant: Annotated[list[str] | None, typer.Option(help="only these variants")] = None,
    method: Annotated[list[str] | None, typer.Option(help="only these methods")] = None,
    seconds: Annotated[float, typer.Option(help="wall clock per run")] = 60.0,
    cases: Annotated[int, typer.Option(help="generated cases 1..N")] = 1,
    seeds: Annotated[int, typer.Option(help="seeds 1..K per case")] = 1,
    curve: Annotated[bool, typer.Option("--curve", help="write anytime points too")] = False,  # noqa: FBT002 (a flag)
    again: Annotated[bool, typer.Option("--again", help="repeat runs in the table")] = False,  # noqa: FBT002 (a flag)
) -> None:
    """Run every method on the variants that it can state, with the same budget; resumes."""
    console = Console()
    chosen = checked(variant, list(VARIANTS), "variant")
    who = checked(method, list(METHODS), "method")
    table = table_in(out)
    done = set() if again else {table.key(row) for row in table.rows()}
    warm_up()
    sign(out)
    for task in tasks(chosen, who, seconds, cases, seeds):
        if (task.variant, task.case, task.method, task.seed, task.seconds) in done:
            continue
        kind = VARIANTS[task.variant]
        row, points = measure(task, kind.make(dense(kind.size, task.case)))
        table.add(row)
        for point in points if curve else ():
            curves_in(out).add(point)
        result = f"cost {row.cost:,}" if row.lawful else f"{row.unplaced} unplaced"
        console.print(
            f"{row.variant} case {row.case} seed {row.seed} {row.method} {row.seconds:g} s: "
            f"{result}, faults {row.faults}"
        )
    console.print(shown([row for row in table.rows() if row.variant in chosen]))
    for name in chosen:
        for refused, why in VARIANTS[name].refused.items():
            console.print(f"{name}: {METHODS[refused].title} left out: {why}")
