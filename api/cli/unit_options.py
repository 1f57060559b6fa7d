"""The arguments and options of dates, follow-up and invoices. Their help stands in the words."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.cli import parsing

FactsFile = Annotated[Path | None, typer.Argument(metavar="FACTS")]
From = Annotated[date | None, typer.Option("--from", metavar="DATE", parser=parsing.day("--from"))]
To = Annotated[date | None, typer.Option("--to", metavar="DATE", parser=parsing.day("--to"))]
Now = Annotated[
    datetime | None, typer.Option("--now", metavar="MOMENT", parser=parsing.moment("--now"))
]
Month = Annotated[str | None, typer.Option("--month", metavar="MONTH")]
Calendar = Annotated[Path | None, typer.Option("--ics", metavar="FILE")]
TariffFile = Annotated[Path, typer.Option("--tariff", metavar="TOML")]
FollowUpForm = Annotated[
    str,
    typer.Option("--format", metavar="FORM", parser=parsing.one_of("--format", ("table", "csv"))),
]
SettingsFile = Annotated[Path, typer.Option("--settings", metavar="TOML")]
InvoiceNumber = Annotated[str, typer.Option("--number", metavar="N")]
Issued = Annotated[
    date | None, typer.Option("--date", metavar="DATE", parser=parsing.day("--date"))
]
