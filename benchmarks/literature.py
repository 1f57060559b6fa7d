"""``python -m benchmarks literature``: published instances, checked by each set's own checker."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Shown

from benchmarks.measuring.clock import ClockName
from benchmarks.measuring.search import Effort
from benchmarks.measuring.stamp import sign
from benchmarks.registry import command
from benchmarks.sets.best_known import read_best_known
from benchmarks.sets.names import READERS, SetName
from benchmarks.sets.routes import LiteratureInstance
from benchmarks.sets.run import LAWFUL, Outcome, Row, curve_in, run, table_in
from benchmarks.sets.summary import Instance, families, instances
from solver.anneal import warm_up


@dataclass(frozen=True)
class Choice:
    """Which instances: names by glob, families by name, at most ``limit`` of each family."""

    names: Sequence[str] = ()
    families: Sequence[str] = ()
    limit: int | None = None

    def of(self, found: Sequence[LiteratureInstance]) -> Iterator[LiteratureInstance]:
        """Yield what is chosen, in the given order."""
        taken: dict[str, int] = {}
        for one in found:
            named = not self.names or any(fnmatchcase(one.name, name) for name in self.names)
            related = not self.families or one.family in self.families
            if named and related and taken.get(one.family, 0) < (self.limit or len(found)):
                taken[one.family] = taken.get(one.family, 0) + 1
                yield one


def save(out: Path, outcome: Outcome, *, curve: bool) -> None:
    """Write the row, the solution when it is lawful, and the anytime points when asked for."""
    row = outcome.row
    if outcome.routes is not None:
        path = out / row.set / f"{row.instance}_{row.seconds:g}s_seed{row.seed}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(outcome.routes.document(), indent=1), encoding="utf-8")
    for point in outcome.points if curve else ():
        curve_in(out, row.set).add(point)
    table_in(out, row.set).add(row)


def gap_text(gap: float | None) -> str:
    """Return a gap in per cent with its sign, "-" where there is nothing to compare with."""
    return "-" if gap is None else f"{gap:+.2f}"


def shown_instances(found: Sequence[Instance]) -> Shown:
    """Return one line per instance."""
    table = Shown("instance", "best known", "median", "best", "median gap %", "best gap %")
    table.add_column("note", overflow="fold")
    for one in found:
        notes = [one.kind] if one.best_known is not None and not one.compared else []
        notes += [f"{one.incomplete} of {one.seeds} incomplete"] if one.incomplete else []
        notes += [f"{one.more_routes} routes more"] if one.more_routes > 0 else []
        table.add_row(
            one.label,
            "-" if one.best_known is None else f"{one.best_known:.3f}",
            f"{one.median:.3f}",
            f"{one.best:.3f}",
            gap_text(one.median_gap),
            gap_text(one.best_gap),
            ", ".join(notes),
        )
    return table


def shown_families(found: Sequence[Instance]) -> Shown:
    """Return one line per family."""
    table = Shown(
        "family", "instances", "seeds", "mean of medians %", "mean of bests %", "worst median %"
    )
    for one in families(found):
        table.add_row(
            one.family,
            str(one.instances),
            str(one.seeds),
            gap_text(one.mean_of_medians),
            gap_text(one.mean_of_bests),
            f"{gap_text(one.worst_median)} ({one.worst_label})",
        )
    return table


def rows_of(out: Path, name: str, effort: Effort) -> list[Row]:
    """Return the rows of one set at one effort."""
    same = effort.seconds, effort.threads, effort.clock.value
    return [
        row for row in table_in(out, name).rows() if (row.seconds, row.threads, row.clock) == same
    ]


@command("literature")
def literature(  # noqa: PLR0913, PLR0917 (one parameter per option)
    set_name: Annotated[SetName, typer.Option("--set", help="which set")],
    data: Annotated[Path, typer.Option(help="folder with the set's files", exists=True)],
    out: Annotated[Path, typer.Option(help="folder for solutions and the table")],
    instance: Annotated[list[str] | None, typer.Option(help="only these (globs)")] = None,
    family: Annotated[list[str] | None, typer.Option(help="only these families")] = None,
    limit: Annotated[int | None, typer.Option(help="at most so many of each family")] = None,
    seconds: Annotated[float, typer.Option(help="budget per run")] = 60.0,
    seeds: Annotated[int, typer.Option(help="seeds 1..K")] = 5,
    threads: Annotated[int, typer.Option(help="threads of the search")] = 2,
    clock: Annotated[ClockName, typer.Option(help="which seconds the budget counts")] = (
        ClockName.WALL
    ),
    curve: Annotated[bool, typer.Option("--curve", help="write anytime points too")] = False,  # noqa: FBT002 (a flag)
    again: Annotated[bool, typer.Option("--again", help="repeat runs in the table")] = False,  # noqa: FBT002 (a flag)
) -> None:
    """Solve, check and tabulate the instances of one literature set; resumes where it stopped."""
    reader, console = READERS[set_name], Console()
    read = [reader.read(path) for path in reader.files(data)]
    chosen = list(Choice(instance or (), family or (), limit).of(read))
    if not chosen:
        known_families = ", ".join(sorted({one.family for one in read}))
        raise typer.BadParameter(
            f"nothing of {set_name.value} chosen in {data}; families: {known_families or 'none'}"
        )
    known = read_best_known(data, chosen[0].metric)
    effort = Effort(seconds, threads, clock)
    done = set() if again else {(r.instance, r.seed) for r in rows_of(out, set_name, effort)}
    warm_up()
    sign(out)
    for seed in range(1, seeds + 1):
        for one in chosen:
            if (one.name, seed) not in done:
                outcome = run(set_name.value, one, known.get(one.name), effort, seed)
                save(out, outcome, curve=curve)
                _tell(console, outcome.row)
    rows = rows_of(out, set_name, effort)
    found = instances(rows)
    console.print(shown_instances(found), shown_families(found))
    console.print(f"{seconds:g} s by the {clock.value} clock, {threads} threads")
    if any(row.verdict.startswith("broken") for row in rows):
        raise typer.Exit(1)


def _tell(console: Console, row: Row) -> None:
    gap = f"gap {row.gap_percent:+.2f} %" if row.gap_percent is not None else row.kind
    result = f"{row.value} {gap}" if row.verdict == LAWFUL else f"{row.verdict}"
    console.print(f"{row.label or row.instance} seed {row.seed}: {result}")
