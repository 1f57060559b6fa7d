"""The section about settling months."""

from pathlib import Path

from benchmarks.page.fill import table
from benchmarks.pay import table_in
from planner.pay.registry import municipalities


def settling(folder: Path) -> str:
    """Return how long a month takes under each model; empty when nothing is recorded."""
    head = (
        *("model", "clients", "visits", "read s", "settle s", "of processor time s"),
        *("write s", "lines", "peak MB", "date"),
    )
    rows = [
        (
            municipalities()[row.municipality].name,
            f"{row.clients:,}",
            f"{row.visits:,}",
            f"{row.read_s:.1f}",
            f"{row.settle_s:.1f}",
            f"{row.settle_cpu_s:.1f}",
            f"{row.write_s:.1f}",
            f"{row.lines:,}",
            f"{row.peak_mb:,}",
            row.date,
        )
        for row in table_in(folder).rows()
    ]
    return table(head, rows) if rows else ""
