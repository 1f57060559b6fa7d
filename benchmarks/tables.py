"""``python -m benchmarks tables``: writes the recorded figures into docs/benchmarks.md."""

from pathlib import Path
from typing import Annotated

import typer

from benchmarks.page.fill import filled
from benchmarks.page.sections import SECTIONS
from benchmarks.registry import command

RESULTS = Path(__file__).parent / "results"
PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"


@command("tables")
def tables(
    results: Annotated[Path, typer.Option(help="folder of the tables", exists=True)] = RESULTS,
    page: Annotated[Path, typer.Option(help="page with marked sections", exists=True)] = PAGE,
    check: Annotated[bool, typer.Option("--check", help="only look; exit 1 if stale")] = False,  # noqa: FBT002 (a flag)
) -> None:
    """Fill the marked sections of the page from the recorded tables."""
    before = page.read_text(encoding="utf-8")
    after = filled(before, {name: section(results) for name, section in SECTIONS.items()})
    if not check:
        page.write_text(after, encoding="utf-8")
    elif after != before:
        typer.echo(f"{page.name} does not show the recorded tables: run benchmarks tables")
        raise typer.Exit(1)
