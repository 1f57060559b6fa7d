"""Is the cover of a dense problem sound? Compiled code looks its numbers up unchecked."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.problem import LONGEST, NEVER, Cover, Problem

DEAREST = 1 << 32
"""What a second may cost at most, so that sums stay far below 64 bits."""


def cover_faults(problem: Problem) -> Iterator[str]:
    """Yield what is wrong with the cover of ``problem``; nothing where there is none."""
    cover = problem.cover
    if cover is None:
        return
    shapes = list(_shape_faults(problem, cover))
    yield from shapes
    if not shapes:
        yield from _number_faults(cover)


def _shape_faults(problem: Problem, cover: Cover) -> Iterator[str]:
    rows = (cover.rows,)
    shapes = {
        "held": (problem.tasks,),
        **dict.fromkeys(("opens", "closes", "limit", "cost", "way", "duty"), rows),
        "to_place": (len(cover.to_place), *problem.travel.shape[:2]),
        "until": (len(cover.until), problem.shifts),
    }
    for name, shape in shapes.items():
        found = getattr(cover, name).shape
        if found != shape:
            yield f"cover.{name} has shape {found}, not {shape}"


def _number_faults(cover: Cover) -> Iterator[str]:
    until = np.where(cover.until == NEVER, 0, cover.until)
    bounds: dict[str, tuple[npt.NDArray[np.integer[Any]], int, int]] = {
        "way": (cover.way, 0, len(cover.to_place) - 1),
        "duty": (cover.duty, 0, len(cover.until) - 1),
        "limit": (cover.limit, 0, LONGEST),
        "to_place": (cover.to_place, 0, LONGEST),
        "cost": (cover.cost, 0, DEAREST),
        "opens": (cover.opens, -LONGEST, LONGEST),
        "closes": (cover.closes, -LONGEST, LONGEST),
        "until": (until, -LONGEST, LONGEST),
    }
    for name, (array, least, most) in bounds.items():
        if ((array < least) | (array > most)).any():
            yield f"cover.{name} has a number outside [{least}, {most}]"
    if (cover.closes <= cover.opens).any():
        yield "a row of the cover closes before it opens"
