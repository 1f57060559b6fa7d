"""The streets of one travel mode as arrays: pieces of street between crossings."""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
import numpy.typing as npt

from maps.metric import Points
from planner.model.places import TravelMode

Ints = npt.NDArray[np.int32]

CLOSED = -1
"""The time over a piece in a direction in which it may not be travelled."""

TICKS = 10
"""Units of ``forward`` and ``backward`` per second: tenths, so that short pieces add up right."""


@dataclass(frozen=True)
class Network:
    """``n`` nodes (crossings and ends) and ``s`` pieces of street with ``c`` corners in all.

    Piece ``i`` runs from node ``first[i]`` to node ``last[i]`` over the corners
    ``corners[corner_ptr[i]:corner_ptr[i + 1]]``, both ends included. ``forward`` and ``backward``
    are its travel times in summer in tenths of a second, at least 1, or ``CLOSED``. Between two
    nodes there may be several pieces, and a piece may return to its own node. Every node can be
    reached from every other. ``digest`` names extract, profile and code version.
    """

    mode: TravelMode
    digest: str
    nodes: Points  # (n, 2)
    first: Ints  # (s,)
    last: Ints  # (s,)
    forward: Ints  # (s,) tenths of a second or CLOSED
    backward: Ints  # (s,) tenths of a second or CLOSED
    metres: npt.NDArray[np.float32]  # (s,)
    corner_ptr: Ints  # (s + 1,)
    corners: Points  # (c, 2)

    def __post_init__(self) -> None:
        """Make every array read-only: a network is a value."""
        for array in self.arrays().values():
            array.setflags(write=False)

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """Return the arrays by field name."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if isinstance(value, np.ndarray)}

    @classmethod
    def from_arrays(
        cls, mode: TravelMode, digest: str, arrays: dict[str, npt.NDArray[np.generic]]
    ) -> Self:
        """Make a network of ``arrays()``.

        Raises ``ValueError`` or ``TypeError`` when they are not a whole network.
        """
        network = cls(mode, digest, **arrays)  # type: ignore[arg-type]  # checked just below
        pieces = len(network.first)
        rows = (network.last, network.forward, network.backward, network.metres)
        if any(len(row) != pieces for row in rows):
            raise ValueError("network arrays of different lengths")
        if len(network.corner_ptr) != pieces + 1 or network.corner_ptr[-1] != len(network.corners):
            raise ValueError("network corners cut off")
        if pieces and max(network.first.max(), network.last.max()) >= len(network.nodes):
            raise ValueError("network nodes cut off")
        return network

    def piece(self, number: int) -> Points:
        """Return the corners of piece ``number`` from its first to its last node."""
        return self.corners[self.corner_ptr[number] : self.corner_ptr[number + 1]]
