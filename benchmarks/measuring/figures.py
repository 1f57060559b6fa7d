"""Single figures, each with a name: a table of them, and how a nested document becomes one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.measuring.stamp import revision, today
from benchmarks.measuring.table import Table


@dataclass(frozen=True)
class Figure:
    """One figure; its unit is part of its name."""

    name: str
    value: float
    version: str
    date: str


def table_in(folder: Path, name: str) -> Table[Figure]:
    """Return the table of single figures ``name`` in ``folder``."""
    return Table(folder / f"{name}.csv", Figure, ("name",))


def as_figures(document: Mapping[str, object]) -> list[Figure]:
    """Return a figure per number in ``document``; inner names follow outer ones after a dot.

    Of a list the median counts, a missing value as worst of all.
    """
    return [Figure(name, value, revision(), today()) for name, value in _flat(document, "")]


def _flat(document: Mapping[str, object], outer: str) -> Iterator[tuple[str, float]]:
    for name, value in document.items():
        match value:
            case int() | float():
                yield outer + name, float(value)
            case Mapping():
                yield from _flat(value, f"{outer}{name}.")
            case list() if value:
                yield outer + name, median(_number(one) for one in value)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else float("inf")
