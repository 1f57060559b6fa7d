"""The table of growth: one row for each plan of so many groups and days."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring.table import Table

NIGHTLY = "nightly"
"""The ``budget`` of rows that come from nights."""


@dataclass(frozen=True)
class Size:
    """What it takes to get a case of so many groups and days ready, and how large it is.

    Seconds of wall clock: ``matrix_s`` for travel times with networks on disk and no matrix kept,
    ``demand_s`` for the visits of the days, ``compile_s`` for the dense problem, ``aims_s`` for
    what continuity could be at best (several days only). Megabytes: ``problem_mb`` of its arrays.
    """

    visits: int
    tasks: int
    shifts: int
    points: int
    matrix_s: float
    demand_s: float
    compile_s: float
    problem_mb: float
    aims_s: float = 0.0


@dataclass(frozen=True)
class Row:
    """One plan. ``budget`` says whether ``seconds`` are per group and day, or in total.

    A night has its moves per visit, of team and district together, in the place of ``seconds``.
    ``spent`` are the seconds that the search had; of a night, all it took. ``peak_mb`` is of the
    process so far; of a night, of all its processes. ``threads`` are a night's workers.
    ``faults`` are hard faults by the independent checker over all days. What a night does not
    measure of its parts is empty.
    """

    groups: int
    days: int
    seed: int
    threads: int
    clock: str
    budget: str
    seconds: float
    spent: float
    visits: int
    tasks: int | None
    shifts: int | None
    points: int | None
    matrix_s: float | None
    demand_s: float | None
    compile_s: float | None
    problem_mb: float | None
    aims_s: float | None
    peak_mb: int
    moves_per_second: int | None
    unplaced: int
    faults: int
    cost: int
    cost_per_visit: float
    version: str
    date: str


SAME = ("groups", "days", "seed", "threads", "clock", "budget", "seconds")
"""The columns that tell one run from another."""

Key = tuple[int, int, int, int, str, str, float]
"""Their values."""


def table_in(folder: Path) -> Table[Row]:
    """Return the table of runs in ``folder``."""
    return Table(folder / "scale.csv", Row, SAME)
