"""The arguments and options that several commands share. Their help stands in the words."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from api.cli import parsing

_DAY_SECONDS = 86_400.0
_MANY = 10**12

CaseFile = Annotated[Path, typer.Argument(metavar="CASE")]
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN")]
Out = Annotated[Path, typer.Option("--out", metavar="FOLDER")]
Seed = Annotated[
    int,
    typer.Option("--seed", metavar="N", parser=parsing.whole("--seed", 0, parsing.BIGGEST_SEED)),
]
Seconds = Annotated[
    float | None,
    typer.Option("--seconds", metavar="S", parser=parsing.seconds("--seconds", _DAY_SECONDS)),
]
Iterations = Annotated[
    int | None,
    typer.Option("--iterations", metavar="N", parser=parsing.whole("--iterations", 1, _MANY)),
]
Extract = Annotated[Path | None, typer.Option("--extract", metavar="FILE")]
Addresses = Annotated[Path | None, typer.Option("--addresses", metavar="CSV")]
Store = Annotated[str | None, typer.Option("--store", metavar="URL")]
Size = Annotated[
    str,
    typer.Option(
        "--size",
        metavar="SIZE",
        parser=parsing.one_of("--size", ("group", "district", "municipality")),
    ),
]
Days = Annotated[
    int | None,
    typer.Option("--days", metavar="N", parser=parsing.whole("--days", 1, 14)),
]
First = Annotated[date | None, typer.Option("--date", metavar="DATE", parser=parsing.day("--date"))]
Substitutes = Annotated[bool, typer.Option("--substitutes")]
Document = Annotated[
    str,
    typer.Argument(
        metavar="case|plan|month|facts",
        parser=parsing.one_of("case|plan|month|facts", ("case", "plan", "month", "facts")),
    ),
]
Form = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORM", parser=parsing.one_of("--format", ("table", "json", "csv"))
    ),
]
Place = Annotated[str, typer.Argument(metavar="PLACE")]
OutFile = Annotated[Path, typer.Option("--out", metavar="FILE")]
NightDate = Annotated[
    date | None, typer.Option("--date", metavar="DATE", parser=parsing.day("--date"))
]
Horizon = Annotated[
    int,
    typer.Option("--horizon", metavar="N", parser=parsing.whole("--horizon", 1, 14)),
]
Freeze = Annotated[
    int, typer.Option("--freeze", metavar="DAYS", parser=parsing.whole("--freeze", 0, 14))
]
Weeks = Annotated[
    int, typer.Option("--weeks", metavar="N", parser=parsing.whole("--weeks", 1, 520))
]
Unit = Annotated[str | None, typer.Option("--unit", metavar="UNIT")]
Municipality = Annotated[str | None, typer.Option("--municipality", metavar="NAME")]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", parser=parsing.whole("--workers", 1, 256)),
]
Scheduler = Annotated[str | None, typer.Option("--scheduler", metavar="ADDRESS")]
TeamMoves = Annotated[
    int | None,
    typer.Option("--team-moves", metavar="N", parser=parsing.whole("--team-moves", 1, _MANY)),
]
DistrictMoves = Annotated[
    int | None,
    typer.Option(
        "--district-moves", metavar="N", parser=parsing.whole("--district-moves", 0, _MANY)
    ),
]
Version = Annotated[bool, typer.Option("--version")]
ChangeContact = Annotated[list[str] | None, typer.Option("--change", metavar="CLIENT")]
FreeContacts = Annotated[bool, typer.Option("--all")]
BaseCsv = Annotated[Path | None, typer.Option("--csv", metavar="FILE")]
BaseFrom = Annotated[Path | None, typer.Option("--plan", metavar="PLAN")]
Renew = Annotated[bool, typer.Option("--renew")]
NewFaces = Annotated[
    int, typer.Option("--new-faces", metavar="N", parser=parsing.whole("--new-faces", 0, 100))
]
