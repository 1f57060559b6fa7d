"""Seconds between points of the map, without what a stop at a place costs."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from maps.network.pieces import TICKS, Network
from maps.network.profile import WALKING_KMH, Profile
from maps.paths.router import Router
from maps.paths.snap import Spots

IntMatrix = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Traveller:
    """One travel mode on its network, at ``speed_factor`` of the summer speeds."""

    network: Network
    speed_factor: float = 1.0

    @cached_property
    def router(self) -> Router:
        """The shortest-path search, built at first use."""
        return Router.over(self.network, speed_factor=self.speed_factor)

    def seconds(self, spots: Spots) -> IntMatrix:
        """Return the travel seconds between all ``spots``, int32 of shape (n, n).

        From the point on foot to the street, along the streets, and on foot to the other point.
        All parts are whole ticks and the sum is rounded up to whole seconds, once. Since
        ceil(a + b) <= ceil(a) + ceil(b), the way over a third point is never shorter.
        """
        total = self.router.ticks(self.router.gates(spots))
        walk = walking_ticks(spots)
        total += walk[:, np.newaxis]
        total += walk[np.newaxis, :]
        np.fill_diagonal(total, 0)
        np.add(total, TICKS - 1, out=total)
        np.floor_divide(total, TICKS, out=total)
        return total


def walking_ticks(spots: Spots) -> npt.NDArray[np.int32]:
    """Return the ticks on foot between each spot and its point."""
    ticks_per_metre = 3.6 / WALKING_KMH * TICKS
    return np.ceil(spots.metres * ticks_per_metre).astype(np.int32)


def stop_seconds(profile: Profile, floors: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """Return what a stop costs at places ``floors`` up: parking or locking, and the stairs."""
    return (profile.stop_seconds + profile.floor_seconds * floors).astype(np.int32)
