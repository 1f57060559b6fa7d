"""How cases grow, and what whole nights take."""

from pathlib import Path

from benchmarks.growth.rows import NIGHTLY, Row, table_in
from benchmarks.nights.rows import Row as Night
from benchmarks.nights.rows import table_in as nights_in
from benchmarks.page.fill import percent, table

GROWTH = (
    *("groups", "days", "visits", "shifts", "matrix s", "compile s", "aims s", "arrays MB"),
    *("peak MB", "search s", "moves/s and core", "unplaced", "hard faults", "cost per visit"),
)
NIGHTS = (
    *("case", "groups", "days", "workers", "visits", "minutes", "peak MB: parent + workers"),
    "unplaced",
    *(
        "hard faults",
        "of rest",
        "out of reach, min (unavoidable)",
        "contact share %",
        "of joint optimum %",
    ),
    *("clients at aim %", "caregivers over fewest", "of own team", "worst team %"),
)


def growth(folder: Path) -> str | None:
    """Return how time, memory and quality grow with groups and days; ``None`` without a run."""
    rows = table_in(folder).rows()
    rows.sort(key=lambda row: (row.budget, row.days, row.groups))
    return table(GROWTH, [_grown(row) for row in rows]) if rows else None


def _grown(row: Row) -> tuple[str, ...]:
    by = row.budget if row.budget == NIGHTLY else f"{row.budget}, {row.threads} threads"
    speed = row.moves_per_second
    return (
        str(row.groups),
        str(row.days),
        f"{row.visits:,}",
        "-" if row.shifts is None else str(row.shifts),
        _number(row.matrix_s, 2),
        _number(row.compile_s, 2),
        _number(row.aims_s, 1),
        _number(row.problem_mb, 1),
        f"{row.peak_mb:,}",
        f"{row.spent:g} ({by})",
        "-" if speed is None else f"{speed / 1e6:.2f} M",
        str(row.unplaced),
        str(row.faults),
        f"{row.cost_per_visit:,.0f}",
    )


def nights(folder: Path) -> str | None:
    """Return a line per night; ``None`` without one."""
    rows = sorted(nights_in(folder).rows(), key=lambda row: (row.groups, row.days, row.workers))
    return table(NIGHTS, [_night(row) for row in rows]) if rows else None


def _night(row: Night) -> tuple[str, ...]:
    return (
        row.size,
        str(row.groups),
        str(row.days),
        str(row.workers),
        f"{row.visits:,}",
        f"{row.seconds / 60:.1f}",
        f"{row.parent_mb:,} + {row.workers} x {row.worker_mb:,}",
        str(row.unplaced),
        str(row.hard_faults),
        str(row.rest_faults),
        _out_of_reach(row),
        _number(row.contact_share, 1, 100),
        _number(row.of_joint, 1, 100),
        _number(row.clients_at_aim, 1, 100),
        _number(row.over_fewest, 2),
        _number(row.over_team, 2),
        f"{percent(row.worst_gap)} (of {row.sampled})" if row.sampled else "-",
    )


def _out_of_reach(row: Night) -> str:
    minutes = f"{row.uncovered_s / 60:,.1f}"
    if not row.uncovered_s or row.unavoidable_s is None:
        return minutes
    return f"{minutes} ({row.unavoidable_s / 60:,.1f})"


def _number(value: float | None, places: int, times: int = 1) -> str:
    return "-" if value is None else f"{times * value:,.{places}f}"
