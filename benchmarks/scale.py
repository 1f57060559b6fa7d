"""``python -m benchmarks scale``: how time, memory and quality grow from 1 group to 40, to 14 days.

Nights in the same folder (``python -m benchmarks municipality``) become rows of the same table.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Shown

from api.demo import DemoSize
from benchmarks.cases import generated
from benchmarks.growth.measure import measured, prepared
from benchmarks.growth.nights import rows_of_nights
from benchmarks.growth.rows import Key, Row, table_in
from benchmarks.measuring.clock import ClockName
from benchmarks.measuring.search import Effort
from benchmarks.measuring.stamp import sign
from benchmarks.registry import command
from maps.streets import Streets
from planner.model.places import TravelMode
from solver.anneal import warm_up

GROUPS = (1, 2, 5, 10, 20, 40)
"""How many neighbouring groups a case of one day has."""

DAYS = (7, 14)
"""How many days are planned for one group."""


SHOWN = (
    *("groups", "days", "budget", "spent", "visits", "compile_s", "peak_mb"),
    *("unplaced", "faults", "cost_per_visit"),
)
"""The columns that are printed."""


def shown(rows: Sequence[Row]) -> Shown:
    """Return one line per run."""
    table = Shown(*SHOWN)
    for row in rows:
        values = (getattr(row, name) for name in SHOWN)
        table.add_row(*("" if value is None else str(value) for value in values))
    return table


def numbers(text: str) -> tuple[int, ...]:
    """Return whole numbers above 0 from a list like ``1,2,5``, nothing from ``none``."""
    if text == "none":
        return ()
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and int(part) > 0 for part in parts):
        raise typer.BadParameter(f"'{text}': give whole numbers like 1,2,5, or none")
    return tuple(sorted(map(int, parts)))


def sizes(groups: str, days: str) -> Iterator[tuple[int, int]]:
    """Yield groups and days of every case: a day of so many groups, so many days of one."""
    found = [(count, 1) for count in numbers(groups)] + [(1, length) for length in numbers(days)]
    yield from dict.fromkeys(found)


@command("scale")
def scale(  # noqa: PLR0913, PLR0917 (one parameter per option)
    out: Annotated[Path, typer.Option(help="folder for the table")],
    groups: Annotated[str, typer.Option(help="how many groups for a day, like 1,2,5")] = ",".join(
        map(str, GROUPS)
    ),
    days: Annotated[str, typer.Option(help="how many days of one group, like 1,7,14")] = ",".join(
        map(str, DAYS)
    ),
    per_group: Annotated[float, typer.Option(help="seconds for each group and day")] = 2.0,
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
    for count, length in sizes(groups, days):
        wanted: dict[Key, Effort] = {
            key: Effort(spent, threads, clock)
            for seed in range(1, seeds + 1)
            for budget, seconds, spent in (
                ("per group", per_group, per_group * count * length),
                ("total", total, total),
            )
            if (key := (count, length, seed, threads, clock.value, budget, seconds)) not in done
        }
        for row in _rows(count, length, wanted):
            table.add(row)
            console.print(
                f"{count} groups, {length} days, {row.budget}: {row.cost_per_visit} per visit"
            )
    for row in rows_of_nights(out):
        if table.key(row) not in done:
            table.add(row)
    console.print(shown(table.rows()))


def _rows(groups: int, days: int, wanted: dict[Key, Effort]) -> Iterator[Row]:
    """Yield a row for each run of one case; nothing is made ready when nothing is wanted."""
    if not wanted:
        return
    with TemporaryDirectory() as folder:
        streets = Streets.open("goteborg", Path(folder))
        for mode in TravelMode:
            streets.library.network(mode)
        case = generated(DemoSize.MUNICIPALITY, 1, days, only=groups)
        ready = prepared(case, streets)
        for key, effort in wanted.items():
            yield measured(key, effort, ready)
