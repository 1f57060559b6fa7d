"""How fast the compiled search is: ``python -m benchmarks kernel``.

Moves per second of one core at three sizes, seconds until the kernel is ready (compiled from
nothing in an empty cache, and loaded from disk), memory, and how soon a tight group-day has every
visit placed. All days are seeded and the same on every machine.
"""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import Annotated

import typer

from benchmarks.measuring.figures import as_figures, table_in
from benchmarks.measuring.stamp import sign
from benchmarks.registry import command
from planner.ports import Budget, Progress
from solver.anneal import Search, warm_up
from tests.build.planted import planted_day

ROOT = Path(__file__).parents[1]
GROUPS = {50: (9, 3, 1), 100: (18, 5, 2), 300: (52, 15, 6)}
"""Visits, roughly, to clients, day shifts and evening shifts of the measured days."""

READY = (
    "from time import perf_counter as t; a = t(); "
    "from solver.anneal import warm_up; warm_up(); print(t() - a)"
)


def run(moves: int, days: int) -> dict[str, object]:
    """Return all figures; ``moves`` per size, ``days`` tight days for the time to full plans."""
    with TemporaryDirectory() as empty:
        figures: dict[str, object] = {
            "ready_cold_seconds": ready_seconds(empty),
            "ready_warm_seconds": ready_seconds(empty),
        }
    warm_up()
    for visits, (clients, day, evening) in GROUPS.items():
        problem, _ = planted_day(1, clients=clients, day=day, evening=evening)
        search = Search(problem, seed=1)
        search.run(Budget(iterations=200_000))
        begun = thread_time()
        search.run(Budget(iterations=moves))
        speed = moves / (thread_time() - begun)
        figures[f"moves_per_second_{visits}"] = {"tasks": problem.tasks, "speed": round(speed)}
    figures["seconds_to_full"] = [seconds_to_full(seed) for seed in range(1, days + 1)]
    figures["peak_megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures


def ready_seconds(cache: str) -> float:
    """Return how long a new process needs until its kernel is ready, imports included."""
    environment = os.environ | {"NUMBA_CACHE_DIR": cache}
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", READY],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return round(float(done.stdout), 2)


def seconds_to_full(seed: int) -> float | None:
    """Return after how long a tight day had every visit placed; None when not in 10 s."""
    problem, _ = planted_day(seed)
    begun = perf_counter()

    def unfinished(progress: Progress) -> bool:
        return progress.unplaced > 0

    search = Search(problem, seed=seed)
    search.run(Budget(seconds=10), unfinished)
    return round(perf_counter() - begun, 3) if search.unplaced() == 0 else None


@command("kernel")
def kernel(
    moves: Annotated[int, typer.Option(help="moves measured per size")] = 5_000_000,
    days: Annotated[int, typer.Option(help="tight days for the time to full plans")] = 10,
    out: Annotated[Path | None, typer.Option(help="folder for the table kernel.csv")] = None,
) -> None:
    """Print the figures of ``run`` as JSON, and write them to a table when asked."""
    figures = run(moves, days)
    typer.echo(json.dumps(figures, indent=2))
    if out is not None:
        sign(out)
        for figure in as_figures(figures):
            table_in(out, "kernel").add(figure)
