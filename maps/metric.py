"""Metres from degrees: a flat projection round one latitude, and lengths along the globe."""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Points = npt.NDArray[np.int32]
"""Positions of shape (n, 2): longitude and latitude in 1e-7 degrees."""

SCALE = 1e7
"""Units of ``Points`` per degree."""

EARTH_METRES = 6_371_008.8
"""Mean radius of the Earth (IUGG)."""


@dataclass(frozen=True, slots=True)
class Flat:
    """An equirectangular projection true to scale at ``latitude`` degrees.

    Within 30 km north or south of it, distances are right to about 1 %, which is enough to find
    the nearest street.
    """

    latitude: float

    def metres(self, points: Points) -> Floats:
        """Return x and y in metres, shape (n, 2)."""
        return np.asarray(points * self._unit)

    def points(self, metres: Floats) -> Points:
        """Return the points at x and y in metres: the inverse of ``metres``."""
        return np.rint(metres / self._unit).astype(np.int32)

    @classmethod
    def at(cls, points: Points) -> Self:
        """Return the projection for the middle latitude of ``points``, to 0.001 degrees."""
        return cls(round(float(points[:, 1].mean() / SCALE), 3))

    @property
    def _unit(self) -> Floats:
        scale = math.radians(1 / SCALE) * EARTH_METRES
        return np.array([scale * math.cos(math.radians(self.latitude)), scale])


def step_metres(points: Points) -> Floats:
    """Return the lengths in metres of the steps between ``points``, shape (n - 1,).

    The flat formula at the middle of each step: right to the millimetre for steps below 1 km.
    """
    radians = np.radians(points / SCALE)
    east, north = np.diff(radians, axis=0).T
    middle = (radians[1:, 1] + radians[:-1, 1]) / 2
    lengths: Floats = np.hypot(east * np.cos(middle), north) * EARTH_METRES
    return lengths
