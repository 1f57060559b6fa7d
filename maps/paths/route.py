"""The line of a round on the map: shortest paths from stop to stop, along the streets."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from maps.metric import SCALE, Points, step_metres
from maps.paths.gates import Gates, ticks_along
from maps.paths.router import Floats, Router
from maps.paths.snap import Spots


class LatLon(NamedTuple):
    """A position in degrees, latitude first, as web maps want it."""

    lat: float
    lon: float


def to_degrees(points: Points) -> tuple[LatLon, ...]:
    """Return ``points`` in degrees."""
    return tuple(LatLon(lat, lon) for lon, lat in (points / SCALE).tolist())


def cut(line: Points, start: float, end: float) -> Points:
    """Return the part of ``line`` between two shares of its length (0 to 1), in that direction."""
    if start > end:
        return cut(line[::-1], 1 - start, 1 - end)
    along = np.concatenate([[0.0], np.cumsum(step_metres(line))])
    low, high = start * along[-1], end * along[-1]
    inner = (along > low) & (along < high)
    marks = np.concatenate([[low], along[inner], [high]])
    axes = [np.interp(marks, along, line[:, axis]) for axis in (0, 1)]
    part: Points = np.rint(np.stack(axes, axis=1)).astype(np.int32)
    return part


def trace(router: Router, spots: Spots, points: Points) -> Points:
    """Return the line over ``spots`` in order, on foot from and to their ``points``.

    Shape (corners, 2); a corner that repeats the one before it is left out.
    """
    gates = router.gates(spots)
    count = len(points)
    parts = [points[:1]]
    if count > 1:
        starts = np.arange(count - 1)
        distance, before = router.search(gates, starts, trace=True)
        for leg in range(count - 1):
            if (points[leg] != points[leg + 1]).any():
                parts.extend(_leg(router, gates, spots, leg, distance[leg], before[leg]))
                parts.append(points[leg + 1 : leg + 2])
    line = np.concatenate(parts)
    moved = np.ones(len(line), dtype=bool)
    moved[1:] = (np.diff(line, axis=0) != 0).any(axis=1)
    return line[moved]


def _leg(  # noqa: PLR0913, PLR0917  one leg of one search
    router: Router,
    gates: Gates,
    spots: Spots,
    leg: int,
    distance: Floats,
    before: "np.ndarray[tuple[int, ...], np.dtype[np.int32]]",
) -> Iterator[Points]:
    """Yield the parts of the way from spot ``leg`` to the next."""
    start, end = leg, leg + 1
    network = router.network
    reached = distance[gates.node[end]] + gates.enter[end]
    side = int(np.argmin(reached))
    if gates.piece[start] == gates.piece[end]:
        along = ticks_along(gates, np.array([start]), np.array([end]))
        if along[0] <= reached[side]:
            piece = network.piece(int(gates.piece[start]))
            yield cut(piece, float(spots.share[start]), float(spots.share[end]))
            return
    nodes = [int(gates.node[end, side])]
    while before[nodes[-1]] < len(network.nodes):
        nodes.append(int(before[nodes[-1]]))
    nodes.reverse()
    left = np.where(gates.node[start] == nodes[0], gates.leave[start], np.iinfo(np.int64).max)
    first = network.piece(int(gates.piece[start]))
    yield cut(first, float(spots.share[start]), float(np.argmin(left)))
    for here, there in pairwise(nodes):
        yield router.arc_line(here, there)
    yield cut(network.piece(int(gates.piece[end])), float(side), float(spots.share[end]))
