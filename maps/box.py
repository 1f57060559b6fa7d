"""A rectangle on the map."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from maps.metric import SCALE, Points


class Box(NamedTuple):
    """Everything from ``west`` to ``east`` and from ``south`` to ``north``, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, points: Points) -> npt.NDArray[np.bool_]:
        """Say of each point whether it lies in the box, shape (n,)."""
        low = np.array([self.west, self.south]) * SCALE
        high = np.array([self.east, self.north]) * SCALE
        return np.asarray(((points >= low) & (points <= high)).all(axis=1))

    @classmethod
    def around(cls, points: Points) -> "Box":
        """Return the smallest box round ``points``."""
        west, south = points.min(axis=0) / SCALE
        east, north = points.max(axis=0) / SCALE
        return cls(float(west), float(south), float(east), float(north))
