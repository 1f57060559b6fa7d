"""``python -m benchmarks curves``: draws the recorded anytime points into docs/figures."""

from pathlib import Path
from typing import Annotated

import typer

from benchmarks.page.figure import svg
from benchmarks.page.pictures import pictures
from benchmarks.registry import command
from benchmarks.tables import PAGE, RESULTS

FIGURES = PAGE.parent / "figures"

HIGHEST = 10.0
"""Per cent above which a curve is cut off."""


@command("curves")
def curves(
    results: Annotated[Path, typer.Option(help="folder of the tables", exists=True)] = RESULTS,
    figures: Annotated[Path, typer.Option(help="folder for the drawings")] = FIGURES,
) -> None:
    """Draw every picture whose points are recorded."""
    figures.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures(results):
        path = figures / name
        path.write_text(svg(picture, HIGHEST), encoding="utf-8")
        typer.echo(f"{name}: {path.stat().st_size // 1000} kB")
