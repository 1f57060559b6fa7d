"""All tables of a folder as series that can be compared with those of another folder."""

from collections.abc import Iterable, Iterator
from math import inf
from pathlib import Path

from benchmarks import groupday
from benchmarks.growth.rows import NIGHTLY
from benchmarks.growth.rows import table_in as growth_in
from benchmarks.measuring.figures import table_in as figures_in
from benchmarks.measuring.regression import Series
from benchmarks.rivals import run as rivals
from benchmarks.sets import run as sets
from benchmarks.sets.names import SetName

EXTRA_ROUTE = 1e6
"""What a route counts where fewer routes come first: more than any distance."""


def series_in(folder: Path) -> list[Series]:
    """Return every series of ``folder``; a folder without tables has none."""
    found: list[Series] = []
    for name in SetName:
        rows = sets.table_in(folder, name.value).rows()
        found += _grouped((_told(row), _value(row)) for row in rows)
    found += _grouped(
        (
            f"peers {row.variant}, case {row.case}, {row.method}, {row.seconds:g} s",
            row.cost if row.lawful else inf,
        )
        for row in rivals.table_in(folder).rows()
        if row.method.startswith("hemrunda")
    )
    found += _grouped(
        (
            f"groupday {row.case}, {row.seconds:g} s {row.clock}, {row.threads} threads",
            inf if row.unplaced else row.cost,
        )
        for row in groupday.table_in(folder).rows()
    )
    return [*found, *_scales(folder), *_kernel(folder)]


def _told(row: sets.Row) -> str:
    return f"{row.set} {row.instance}, {row.seconds:g} s {row.clock}, {row.threads} threads"


def _value(row: sets.Row) -> float:
    if row.value is None:
        return inf
    return row.value + (EXTRA_ROUTE * row.routes if row.known_routes is not None else 0)


def _scales(folder: Path) -> list[Series]:
    rows = growth_in(folder).rows()
    names = {
        row: f"scale {row.groups} groups, {row.days} days, {row.seconds:g} "
        f"{'moves per visit' if row.budget == NIGHTLY else 's'} {row.budget} {row.clock}, "
        f"{row.threads} threads"
        for row in rows
    }
    costs = _grouped((names[row], inf if row.unplaced else row.cost) for row in rows)
    speeds = _grouped(
        (
            (f"{names[row]}, moves per second", row.moves_per_second)
            for row in rows
            if row.moves_per_second is not None
        ),
        speed=True,
    )
    return [*costs, *speeds]


def _kernel(folder: Path) -> list[Series]:
    return [
        Series(f"kernel {figure.name}", (figure.value,), speed=True)
        for figure in figures_in(folder, "kernel").rows()
        if figure.name.endswith(".speed")
    ]


def _grouped(pairs: Iterable[tuple[str, float]], *, speed: bool = False) -> Iterator[Series]:
    found: dict[str, list[float]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(float(value))
    return (Series(name, tuple(values), speed=speed) for name, values in found.items())
