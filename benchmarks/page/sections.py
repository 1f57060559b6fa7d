"""Every section of docs/benchmarks.md that is made from recorded tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from math import isinf
from pathlib import Path
from statistics import median
from types import MappingProxyType

from benchmarks import groupday
from benchmarks.measuring.figures import table_in as figures_in
from benchmarks.measuring.stamp import machines_in
from benchmarks.page.fill import percent, table
from benchmarks.page.growth import growth, nights
from benchmarks.page.law_table import laws
from benchmarks.page.pictures import pictures
from benchmarks.page.settling import settling
from benchmarks.rivals import run as rivals
from benchmarks.rivals.methods import METHODS, VARIANTS
from benchmarks.rivals.summary import Cell, cells
from benchmarks.sets import run as sets
from benchmarks.sets.names import SetName
from benchmarks.sets.summary import Instance, families, instances

NOTHING = "Nothing recorded yet."

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "mankowska": "Mankowska, Meisel & Bierwirth 2014",
        "bredstrom": "Bredström & Rönnqvist 2008, travel",
        "bredstrom-preference": "Bredström & Rönnqvist 2008, preference",
        "italian": "Italian, Ceschia et al. 2024",
        "vrptw": "VRPTW, Solomon 1987 and Gehring & Homberger 1999",
    }
)


def whole(number: float) -> str:
    """Return a whole number, "-" for none."""
    return "-" if isinf(number) else f"{number:,.0f}"


def machine(folder: Path) -> str:
    """Return on what machine, when and with what versions the tables were made."""
    rows = [
        (one.date, one.processor, str(one.cores), f"{one.memory_gb} GB", one.python, one.revision)
        for one in machines_in(folder).rows()
    ]
    if not rows:
        return NOTHING
    last = machines_in(folder).rows()[-1]
    head = ("date", "processor", "cores", "memory", "Python", "Hemrunda")
    return f"{table(head, rows)}\n\nLibraries of the last run: {last.packages}."


def _summaries(folder: Path) -> list[Instance]:
    rows = [row for name in SetName for row in sets.table_in(folder, name.value).rows()]
    return instances(rows)


def _effort(seconds: float, clock: str, threads: int) -> str:
    by = "" if clock == "wall" else " of processor time"
    return f"{seconds:g} s{by}, {threads} threads"


def literature(folder: Path) -> str:
    """Return the families of every set."""
    rows = [
        (
            f"{TITLES[one.set]}: {one.family}",
            _effort(one.seconds, one.clock, one.threads),
            str(one.instances),
            str(one.seeds),
            percent(one.mean_of_medians),
            percent(one.mean_of_bests),
            f"{percent(one.worst_median)} ({one.worst_label})",
            f"{one.better} / {one.not_worse}",
        )
        for one in families(_summaries(folder))
    ]
    head = (
        *("set and family", "budget", "instances", "seeds", "mean of medians %"),
        *("mean of bests %", "worst median %", "better / at or below best known"),
    )
    return table(head, rows) if rows else NOTHING


def every_instance(folder: Path) -> str:
    """Return one line per published instance, folded away by set and effort."""
    parts = []
    for (name, effort), found in groupby(_summaries(folder), _set_and_effort):
        head = ("instance", "best known", "median", "best", "median %", "best %", "note")
        rows = [_instance(one) for one in found]
        title = f"<details><summary>{TITLES[name]}, {effort}: every instance</summary>"
        parts.append(f"{title}\n\n{table(head, rows)}\n\n</details>")
    return "\n\n".join(parts) or NOTHING


def _set_and_effort(one: Instance) -> tuple[str, str]:
    return one.set, _effort(one.seconds, one.clock, one.threads)


def _instance(one: Instance) -> tuple[str, ...]:
    notes = [one.kind] if one.kind in {"not-comparable", "optimal"} else []
    notes += [f"{one.incomplete} of {one.seeds} incomplete"] if one.incomplete else []
    notes += [f"{one.more_routes} routes more"] if one.more_routes > 0 else []
    return (
        one.label,
        "-" if one.best_known is None else f"{one.best_known:.4f}",
        "-" if isinf(one.median) else f"{one.median:.4f}",
        "-" if isinf(one.best) else f"{one.best:.4f}",
        percent(one.median_gap),
        percent(one.best_gap),
        ", ".join(notes),
    )


def peers(folder: Path) -> str:
    """Return every variant and method, also those that cannot state it, with the reason."""
    found = cells(rivals.table_in(folder).rows())
    if not found:
        return NOTHING
    rows: list[tuple[str, ...]] = []
    for name, variant in VARIANTS.items():
        own = [cell for cell in found if cell.variant == name]
        rows += [(variant.title, *_cell(cell)) for cell in own]
        if own:
            rows += [
                (variant.title, METHODS[method].title, "", "", "", "", "", f"cannot state: {why}")
                for method, why in variant.refused.items()
            ]
    head = ("variant", "method", "budget", "plans", "median cost", "to ours %", "wall / cpu s", "")
    return table(head, rows)


def _cell(cell: Cell) -> tuple[str, ...]:
    versus = f" (ours: {cell.versus:g} s)" if cell.versus != cell.seconds else ""
    note = f"median of {cell.unplaced:g} unplaced" if cell.unplaced else ""
    return (
        METHODS[cell.method].title,
        f"{cell.seconds:g} s",
        f"{cell.lawful} of {cell.runs}",
        whole(cell.cost),
        percent(cell.gap) + versus,
        f"{cell.wall:.1f} / {cell.cpu:.1f}",
        note,
    )


def group_days(folder: Path) -> str:
    """Return how near a short search comes to a long one, per effort."""
    rows = groupday.table_in(folder).rows()
    parts = []
    for clock, threads in dict.fromkeys((row.clock, row.threads) for row in rows):
        same = [row for row in rows if (row.clock, row.threads) == (clock, threads)]
        budgets = sorted({row.seconds for row in same})
        found = groupday.gaps(same, budgets[0], budgets[-1])
        if len(budgets) > 1 and found:
            effort = f"{budgets[0]:g} s beside {_effort(budgets[-1], clock, threads)}"
            parts.append(f"{effort}:\n\n{_gaps(found)}")
    return "\n\n".join(parts) or NOTHING


def _gaps(found: Sequence[groupday.Gap]) -> str:
    rows = [
        (
            str(one.case),
            str(one.tasks),
            str(one.seeds),
            whole(one.short),
            whole(one.long),
            percent(one.gap),
            percent(one.to_best),
        )
        for one in found
    ]
    for name, of in (("median", median), ("worst", _most)):
        own, best = of(one.gap for one in found), of(one.to_best for one in found)
        rows.append((name, "", "", "", "", percent(own), percent(best)))
    head = ("case", "tasks", "seeds", "short", "long", "short to long %", "short to best of all %")
    return table(head, rows)


def _most(values: Iterable[float]) -> float:
    return max(values)


def kernel(folder: Path) -> str:
    """Return the kernel's figures."""
    rows = [
        (figure.name.replace("_", " "), f"{figure.value:,.6g}", figure.date)
        for figure in figures_in(folder, "kernel").rows()
    ]
    return table(("figure", "value", "date"), rows) if rows else NOTHING


def curves(folder: Path) -> str:
    """Return the pictures, each with its description for who cannot see it."""
    lines = [
        f"![{picture.title}. {picture.description}](figures/{name})"
        for name, picture in pictures(folder)
    ]
    return "\n\n".join(lines) or NOTHING


SECTIONS: Mapping[str, Callable[[Path], str]] = MappingProxyType(
    {
        "machine": machine,
        "literature": literature,
        "every-instance": every_instance,
        "peers": peers,
        "group-days": group_days,
        "growth": lambda folder: growth(folder) or NOTHING,
        "nights": lambda folder: nights(folder) or NOTHING,
        "kernel": kernel,
        "pay": lambda folder: settling(folder) or NOTHING,
        "laws": lambda folder: laws(folder) or NOTHING,
        "curves": curves,
    }
)
"""Every section by its mark."""
