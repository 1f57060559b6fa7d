"""Whether a new run is worse than the recorded one: ``python -m benchmarks compare FOLDER``."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Shown

from benchmarks.measuring.regression import Verdict, compared
from benchmarks.measuring.series import series_in
from benchmarks.registry import command

RESULTS = Path(__file__).parent / "results"
"""The recorded tables."""


def shown(verdicts: list[Verdict]) -> Shown:
    """Return one line per verdict, the worst first."""
    table = Shown("what", "recorded", "new", "worse by %", "allowed %", "")
    for verdict in sorted(verdicts, key=lambda one: one.allowed - one.change):
        table.add_row(
            verdict.name,
            f"{verdict.recorded:,.2f}",
            f"{verdict.new:,.2f}",
            f"{100 * verdict.change:+.2f}",
            f"{100 * verdict.allowed:.2f}",
            "REGRESSION" if verdict.regression else "",
        )
    return table


@command("compare")
def compare(
    new: Annotated[Path, typer.Argument(help="folder of the new tables", exists=True)],
    recorded: Annotated[
        Path, typer.Option("--with", help="folder of the recorded tables", exists=True)
    ] = RESULTS,
    everything: Annotated[bool, typer.Option("--all", help="show what is well too")] = False,  # noqa: FBT002 (a flag)
) -> None:
    """Compare medians of the same runs; exit 1 on a regression, 2 when nothing is in both."""
    console = Console()
    verdicts = compared(series_in(recorded), series_in(new))
    if not verdicts:
        raise typer.BadParameter(f"nothing measured in {new} is recorded in {recorded}")
    bad = [verdict for verdict in verdicts if verdict.regression]
    if bad or everything:
        console.print(shown(verdicts if everything else bad))
    console.print(f"{len(verdicts)} comparisons, {len(bad)} regressions")
    raise typer.Exit(int(bool(bad)))
