"""Shortest paths over one network: SciPy's Dijkstra on a sparse matrix built once."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from maps.metric import Points
from maps.network.pieces import CLOSED, Network
from maps.paths.gates import NEVER, Gates, Ticks, make_gates, ticks_along
from maps.paths.snap import Spots

CHUNK_NUMBERS = 4_000_000
"""How many distances (8 bytes each) are held at a time besides the result."""

Floats = npt.NDArray[np.float64]


def _in_season(times: npt.NDArray[np.int32], factor: float) -> Ticks:
    """Return ``times`` at ``factor`` of the speed, rounded up to whole ticks."""
    ticks = times.astype(np.int64)
    return np.where(ticks == CLOSED, CLOSED, np.ceil(ticks / factor).astype(np.int64))


@dataclass(frozen=True)
class Router:
    """The network as a sparse matrix of ticks from node to node.

    Between two nodes the fastest piece counts (a sparse matrix would add parallel pieces up), and
    pieces that return to their own node are left out. ``arc_piece`` and ``arc_forward`` name the
    piece behind each stored number and whether it is travelled from first to last.
    """

    network: Network
    forward: Ticks  # (s,)
    backward: Ticks  # (s,)
    matrix: csr_array[np.float64]  # (n, n)
    arc_piece: npt.NDArray[np.intp]
    arc_forward: npt.NDArray[np.bool_]

    @classmethod
    def over(cls, network: Network, *, speed_factor: float = 1.0) -> Self:
        """Return the router over ``network`` at ``speed_factor`` of its summer speeds."""
        forward = _in_season(network.forward, speed_factor)
        backward = _in_season(network.backward, speed_factor)
        size, pieces = len(network.nodes), np.arange(len(network.first))
        start = np.concatenate([network.first, network.last])
        end = np.concatenate([network.last, network.first])
        ticks = np.concatenate([forward, backward])
        usable = np.flatnonzero((ticks != CLOSED) & (start != end))
        order = usable[np.lexsort((ticks[usable], end[usable], start[usable]))]
        links = np.stack([start[order], end[order]])
        fastest = np.ones(len(order), dtype=bool)
        fastest[1:] = (links[:, 1:] != links[:, :-1]).any(axis=0)
        arcs = order[fastest]
        rows = np.searchsorted(start[arcs], np.arange(size + 1)).astype(np.int32)
        matrix = csr_array((ticks[arcs].astype(np.float64), end[arcs], rows), shape=(size, size))
        piece = np.concatenate([pieces, pieces])[arcs]
        return cls(network, forward, backward, matrix, piece, arcs < len(pieces))

    def gates(self, spots: Spots) -> Gates:
        """Return how ``spots`` are left and reached."""
        return make_gates(self.network, spots, self.forward, self.backward)

    def ticks(self, gates: Gates) -> npt.NDArray[np.int32]:
        """Return the ticks between all spots, int32 of shape (n, n), rows from, columns to."""
        count = len(gates.piece)
        ends = np.concatenate([gates.node, gates.leave], axis=1)
        _, starts, row = np.unique(ends, axis=0, return_index=True, return_inverse=True)
        unique = np.empty((len(starts), count), dtype=np.int32)
        step = max(1, CHUNK_NUMBERS // (len(self.network.nodes) + 1))
        for low in range(0, len(starts), step):
            chunk = starts[low : low + step]
            distance, _ = self.search(gates, chunk)
            reached = distance[:, gates.node[:, 0]] + gates.enter[:, 0]
            np.minimum(reached, distance[:, gates.node[:, 1]] + gates.enter[:, 1], out=reached)
            unique[low : low + step] = reached
        result = unique[row.ravel()]
        _shorten_on_same_piece(result, gates)
        np.fill_diagonal(result, 0)
        return result

    def arc_line(self, start: int, end: int) -> Points:
        """Return the corners of the fastest piece from node ``start`` to its neighbour ``end``."""
        low, high = self.matrix.indptr[start], self.matrix.indptr[start + 1]
        arc = low + int(np.searchsorted(self.matrix.indices[low:high], end))
        line = self.network.piece(int(self.arc_piece[arc]))
        return line if self.arc_forward[arc] else line[::-1]

    def search(
        self, gates: Gates, starts: npt.NDArray[np.intp], *, trace: bool = False
    ) -> tuple[Floats, npt.NDArray[np.int32]]:
        """Return ticks from the spots ``starts`` to all nodes, shape (starts, nodes + starts).

        With ``trace`` also the predecessors, else an empty array. Each start is an extra node
        that can be left only, so starts do not make paths for each other.
        """
        size, extra = len(self.network.nodes), len(starts)
        node, leave = gates.node[starts], gates.leave[starts].astype(np.float64)
        used = leave < NEVER
        loop = node[:, 0] == node[:, 1]
        used[loop, np.argmax(leave[loop], axis=1)] = False
        matrix = csr_array(
            (
                np.concatenate([self.matrix.data, leave[used]]),
                np.concatenate([self.matrix.indices, node[used]]),
                np.concatenate(
                    [self.matrix.indptr, self.matrix.indptr[-1] + np.cumsum(used.sum(axis=1))]
                ),
            ),
            shape=(size + extra, size + extra),
        )
        rows = np.arange(size, size + extra)
        if trace:
            distance, before = dijkstra(matrix, indices=rows, return_predecessors=True)
            return distance, before
        return dijkstra(matrix, indices=rows), np.empty((0, 0), dtype=np.int32)


def _shorten_on_same_piece(result: npt.NDArray[np.int32], gates: Gates) -> None:
    """Let spots on one piece be reached along it, without passing a crossing."""
    order = np.argsort(gates.piece, kind="stable")
    borders = np.flatnonzero(np.diff(gates.piece[order])) + 1
    for group in np.split(order, borders):
        if len(group) < 2:  # noqa: PLR2004  a lone spot
            continue
        block = np.ix_(group, group)
        along = ticks_along(gates, group[:, np.newaxis], group[np.newaxis, :])
        result[block] = np.minimum(along, result[block])
