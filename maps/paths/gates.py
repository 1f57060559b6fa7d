"""How a spot on a piece of street is left and reached: ticks to and from the piece's two nodes.

The times are whole tenths of a second that sum up to the piece's own time, so a stop on the way
never makes a journey shorter: distances between nodes and spots keep the triangle inequality.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.metric import Floats
from maps.network.pieces import CLOSED, Network
from maps.paths.snap import Spots

Ticks = npt.NDArray[np.int64]

NEVER = 1 << 40
"""Ticks of what cannot be done: longer than any journey, and sums of it do not overflow."""


@dataclass(frozen=True)
class Gates:
    """How ``n`` spots are left and reached.

    ``node`` (n, 2) holds the first and last node of the spot's piece, ``leave`` and ``enter``
    (n, 2) the ticks from the spot to each node and from each node to the spot. ``ahead`` and
    ``behind`` (n,) are the spot's positions in ticks along each direction of its piece
    (``CLOSED`` where there is none); ``piece`` is its number and ``share`` as in ``Spots``.
    """

    piece: npt.NDArray[np.intp]
    share: Floats
    node: npt.NDArray[np.int32]
    leave: Ticks
    enter: Ticks
    ahead: Ticks
    behind: Ticks


def _positions(share: Floats, whole: Ticks) -> Ticks:
    """Return the ticks travelled to ``share`` of pieces that take ``whole`` ticks."""
    return np.where(whole == CLOSED, CLOSED, np.rint(share * whole).astype(np.int64))


def make_gates(network: Network, spots: Spots, forward: Ticks, backward: Ticks) -> Gates:
    """Return the gates of ``spots``; ``forward`` and ``backward`` are ticks per piece.

    A spot at the very end of a piece is its node: it can be left and reached there in no time,
    whatever the direction of the street.
    """
    ahead_whole, behind_whole = forward[spots.piece], backward[spots.piece]
    ahead = _positions(spots.share, ahead_whole)
    behind = _positions(1 - spots.share, behind_whole)
    leave = np.stack([behind_whole - behind, ahead_whole - ahead], axis=1)
    enter = np.stack([ahead, behind], axis=1)
    closed = np.stack([behind_whole == CLOSED, ahead_whole == CLOSED], axis=1)
    leave[closed] = NEVER
    enter[closed[:, ::-1]] = NEVER
    at_end = np.stack([spots.share <= 0, spots.share >= 1], axis=1)
    leave[at_end] = 0
    enter[at_end] = 0
    node = np.stack([network.first[spots.piece], network.last[spots.piece]], axis=1)
    return Gates(spots.piece, spots.share, node, leave, enter, ahead, behind)


def ticks_along(
    gates: Gates, start: npt.NDArray[np.intp], end: npt.NDArray[np.intp]
) -> npt.NDArray[np.int64]:
    """Return the ticks from spots ``start`` to spots ``end`` of one piece without leaving it.

    Shapes broadcast; ``NEVER`` where the direction is closed. The order of the shares decides,
    not that of the rounded ticks: otherwise two spots less than a tick apart would be one spot
    in one direction and two in the other.
    """
    shares, never = gates.share, np.int64(NEVER)
    onward, back = shares[end] >= shares[start], shares[end] <= shares[start]
    ahead = np.where(
        onward & (gates.ahead[start] != CLOSED), gates.ahead[end] - gates.ahead[start], never
    )
    behind = np.where(
        back & (gates.behind[start] != CLOSED), gates.behind[end] - gates.behind[start], never
    )
    return np.minimum(ahead, behind)
