"""How long travel-time matrices on the shipped streets take: ``python -m benchmarks matrix``.

Cold means: street networks kept on disk, no matrix kept. Cached means: a new process's first call,
without the start of Python.
"""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated

import typer

from benchmarks.registry import command
from maps.streets import Streets
from planner.model.places import Place, TravelMode
from planner.model.units import PlaceId


def run(points: int = 1500, seed: int = 1) -> dict[str, float]:
    """Return seconds per step: networks built and loaded, and per mode a matrix cold and cached.

    ``points`` homes are drawn by ``seed`` on residential streets.
    """
    with TemporaryDirectory() as folder:
        return _run(Path(folder), points, seed)


def _run(folder: Path, points: int, seed: int) -> dict[str, float]:
    figures: dict[str, float] = {"points": points, "seed": seed}
    figures["build_all_networks"] = _seconds(lambda: _open_all(folder))
    figures["load_all_networks"] = _seconds(lambda: _open_all(folder))
    found = Streets.open("goteborg", folder).residential_points(points, seed)
    places = [Place(id=PlaceId(f"p{row}"), coordinate=at) for row, at in enumerate(found)]
    for mode in TravelMode:
        for state in ("cold", "cached"):
            figures[f"{mode.value}_{state}"] = _seconds(
                lambda: Streets.open("goteborg", folder).matrices(places, [mode])  # noqa: B023
            )
    return figures


def _open_all(folder: Path) -> None:
    streets = Streets.open("goteborg", folder)
    for mode in TravelMode:
        streets.library.network(mode)


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return round(perf_counter() - start, 3)


@command("matrix")
def matrix(
    points: Annotated[int, typer.Option(help="homes")] = 1500,
    seed: Annotated[int, typer.Option(help="which homes")] = 1,
) -> None:
    """Print the figures of ``run`` as JSON."""
    typer.echo(json.dumps(run(points, seed), indent=2))
