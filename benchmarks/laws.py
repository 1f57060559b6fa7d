"""Law 1 over many generated cases: ``python -m benchmarks laws --cases 500 --out OUT``.

Along a search of each case the kernel's score is held against the rules'. A rule or a kind of term
that no case made speak is a failure too: what is never asked is not compared.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.measuring.figures import as_figures, table_in
from benchmarks.registry import command
from planner.rules.registry import RULES
from tests.build.law_run import LawRun, law_run

NAME = "laws"
"""The name of the table."""

SHOWN = 5
"""How many disagreements are printed."""


def figures_of(run: LawRun) -> Mapping[str, object]:
    """Return what a run counted, nested by rule and by kind of term."""
    rules = {
        str(rule.id): {"spoke": run.spoke[rule.id], "told": run.told[rule.id]} for rule in RULES
    }
    return {
        "cases": run.cases,
        "solutions": run.solutions,
        "late": run.late,
        "differ": len(run.differ),
        "rule": rules,
        "term": dict(sorted(run.kinds.items())),
    }


def tell(run: LawRun, out: Path) -> None:
    """Print how it went; the cases of the first disagreements are written into ``out``."""
    typer.echo(
        f"{run.cases} cases, {run.solutions} solutions scored twice ({run.late} of them late), "
        f"{len(run.differ)} scored apart"
    )
    for number, (case, seed, row) in enumerate(run.differ[:SHOWN]):
        path = out / f"{NAME}-{number}.json"
        path.write_text(case.model_dump_json(indent=1), encoding="utf-8")
        faults = ", ".join(sorted({finding.rule for finding in row.judged.faults}))
        typer.echo(
            f"{path.name}, seed {seed}, {row.moment}: kernel {row.kernel}, arrays {row.arrays}, "
            f"rules {row.judged.cost}; late {row.late} s; broken: {faults or 'nothing'}"
        )
    for line in run.silent():
        typer.echo(f"not covered: {line}")


@command("laws")
def laws(
    out: Annotated[Path, typer.Option(help="folder for the table")],
    cases: Annotated[int, typer.Option(help="how many cases", min=1)] = 500,
    seed: Annotated[int, typer.Option(help="of the cases")] = 0,
) -> None:
    """Score generated cases twice; exit 1 when scores differ or a rule is never asked."""
    out.mkdir(parents=True, exist_ok=True)
    run = law_run(cases, seed)
    table = table_in(out, NAME)
    for figure in as_figures(figures_of(run)):
        table.add(figure)
    tell(run, out)
    raise typer.Exit(int(bool(run.differ or run.silent())))
