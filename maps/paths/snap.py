"""Points to the nearest street: which piece, how far along it, how far from it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely

from maps.metric import Flat, Floats, Points
from maps.network.pieces import Network

Indices = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Spots:
    """``n`` points on a network.

    ``piece`` is the nearest piece, ``share`` the part of it that lies before the spot (0 to 1, from
    its first node), ``metres`` the distance from the point to it.
    """

    piece: Indices  # (n,)
    share: Floats  # (n,)
    metres: Floats  # (n,)


@dataclass(frozen=True)
class Snapper:
    """Finds the nearest piece of ``network``."""

    network: Network

    @cached_property
    def _flat(self) -> Flat:
        return Flat.at(self.network.nodes)

    @cached_property
    def _pieces(self) -> npt.NDArray[np.object_]:
        network = self.network
        owner = np.repeat(np.arange(len(network.first)), np.diff(network.corner_ptr))
        return np.asarray(shapely.linestrings(self._flat.metres(network.corners), indices=owner))

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._pieces)

    def snap(self, points: Points) -> Spots:
        """Return the nearest spot for each of ``points``; of equally near pieces, the first."""
        dots = shapely.points(self._flat.metres(points))
        rows, pieces = self._tree.query_nearest(dots)
        order = np.lexsort((pieces, rows))
        _, first = np.unique(rows[order], return_index=True)
        piece = pieces[order][first]
        lines = self._pieces[piece]
        return Spots(
            piece=piece,
            share=shapely.line_locate_point(lines, dots, normalized=True),
            metres=shapely.distance(lines, dots),
        )
