"""Nights as rows of the table of growth."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.growth.rows import NIGHTLY, Row
from benchmarks.nights.rows import Row as Night
from benchmarks.nights.rows import table_in


def rows_of_nights(folder: Path) -> Iterator[Row]:
    """Yield a row for each night in ``folder``."""
    yield from map(row_of, table_in(folder).rows())


def row_of(night: Night) -> Row:
    """Return a night in the shape of the other rows; its seconds are those it took."""
    return Row(
        groups=night.groups,
        days=night.days,
        seed=night.seed,
        threads=night.workers,
        clock="wall",
        budget=NIGHTLY,
        seconds=float(night.team_moves + night.district_moves),
        spent=night.seconds,
        visits=night.visits,
        tasks=None,
        shifts=None,
        points=None,
        matrix_s=None,
        demand_s=None,
        compile_s=None,
        problem_mb=None,
        aims_s=None,
        peak_mb=night.peak_mb,
        moves_per_second=None,
        unplaced=night.unplaced,
        faults=night.hard_faults,
        cost=night.cost,
        cost_per_visit=round(night.cost / max(1, night.visits), 1),
        version=night.version,
        date=night.date,
    )
