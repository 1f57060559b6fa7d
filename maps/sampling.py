"""Homes for made-up cases: points on residential streets, uniform by street length."""

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

from maps.box import Box
from maps.metric import Points, step_metres
from maps.paths.snap import Spots
from maps.source.lines import LineClass, Lines

NEAR_METRES = 25
"""A home must lie this near to a street of every mode, so that the street it lies on is usable."""

_ROUNDS = 50


def sample_residential(
    lines: Lines,
    inside: Box,
    snaps: Iterable[Callable[[Points], Spots]],
    count: int,
    seed: int,
) -> Points:
    """Return ``count`` different points on the residential streets of ``lines``, shape (count, 2).

    Uniform by length over the steps of streets that lie in ``inside``; every point lies within
    ``NEAR_METRES`` of what each of ``snaps`` finds. The same seed gives the same points.
    Raises ``ValueError`` where ``inside`` holds no such street.
    """
    starts, ends = _residential_steps(lines, inside)
    lengths = np.array([step_metres(np.stack(pair))[0] for pair in zip(starts, ends, strict=True)])
    found = np.empty((0, 2), dtype=np.int32)
    rng = np.random.default_rng(seed)
    finders = tuple(snaps)
    for _ in range(_ROUNDS if lengths.sum() > 0 else 0):
        drawn = rng.choice(len(lengths), size=count, p=lengths / lengths.sum())
        share = rng.random((count, 1))
        points = np.rint(starts[drawn] + share * (ends[drawn] - starts[drawn])).astype(np.int32)
        near = np.ones(count, dtype=bool)
        for snap in finders:
            near &= snap(points).metres <= NEAR_METRES
        found = _distinct(np.concatenate([found, points[near]]))
        if len(found) >= count:
            return found[:count]
    message = f"no {count} homes on residential streets in {tuple(inside)}: choose a larger box"
    raise ValueError(message)


def _distinct(points: Points) -> Points:
    """Return ``points`` in order without repetitions."""
    _, first = np.unique(points, axis=0, return_index=True)
    return points[np.sort(first)]


def _residential_steps(lines: Lines, inside: Box) -> tuple[Points, Points]:
    """Return the two ends of every step of a residential street within ``inside``."""
    owner = np.repeat(np.arange(len(lines.classes)), np.diff(lines.ptr))
    wanted: npt.NDArray[np.bool_] = lines.classes[owner] == LineClass.RESIDENTIAL
    wanted &= inside.holds(lines.corners)
    both = wanted[:-1] & wanted[1:] & (owner[:-1] == owner[1:])
    return lines.corners[:-1][both], lines.corners[1:][both]
