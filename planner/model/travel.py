"""Travel times between the places of a case, as dense matrices per travel mode."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from planner.model.places import TravelMode
from planner.model.units import PlaceId, Seconds

IntMatrix = npt.NDArray[np.int32]


@dataclass(frozen=True)
class TravelMatrices:
    """Seconds from place to place, door to door (parking and stairs of the arrival included).

    ``seconds[mode]`` is an int32 array of shape (places, places), zero on the diagonal and
    between places at the same spot; rows are from, columns to, in the order of ``places``.
    ``digest`` identifies network, profiles and points.
    """

    places: tuple[PlaceId, ...]
    seconds: Mapping[TravelMode, IntMatrix]
    digest: str

    @cached_property
    def row(self) -> Mapping[PlaceId, int]:
        """The row and column of each place."""
        return {place: number for number, place in enumerate(self.places)}

    def between(self, mode: TravelMode, start: PlaceId, end: PlaceId) -> Seconds:
        """Return the seconds from ``start`` to ``end``; a place not in the matrix is a KeyError."""
        return Seconds(int(self.seconds[mode][self.row[start], self.row[end]]))
