"""The arguments and options of the commands about compensation."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli import parsing

MonthFile = Annotated[Path | None, typer.Argument(metavar="MONTH")]
OfMonth = Annotated[str | None, typer.Option("--month", metavar="2026-10")]
Whose = Annotated[str | None, typer.Option("--of", metavar="KEY")]
Tariff = Annotated[Path | None, typer.Option("--tariff", metavar="TOML")]
Tariffs = Annotated[list[Path] | None, typer.Option("--tariff", metavar="TOML")]
PlanOption = Annotated[Path | None, typer.Option("--plan", metavar="PLAN")]
Model = Annotated[str | None, typer.Option("--municipality", metavar="KEY")]
PlanId = Annotated[str, typer.Argument(metavar="PLAN")]
Most = Annotated[
    int, typer.Option("--most", metavar="N", parser=parsing.whole("--most", 1, 10_000))
]
Lock = Annotated[bool, typer.Option("--lock")]
OutFolder = Annotated[Path | None, typer.Option("--out", metavar="FOLDER")]
Why = Annotated[
    str,
    typer.Option(
        "--reason",
        metavar="CODE",
        parser=parsing.one_of("--reason", ("published", "changed", "sick", "cancelled", "urgent")),
    ),
]
