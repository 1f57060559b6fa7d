"""Streets of one extract: travel times, route lines, lines to draw, homes to sample."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
import platformdirs

from maps.box import Box
from maps.drawing import StreetLine, draw
from maps.matrix_cache import DEFAULT_MEGABYTES, MatrixCache, matrix_key
from maps.metric import SCALE, Floats, Points
from maps.network.library import Library
from maps.network.profile import Profiles, load_profiles
from maps.paths.faults import LIMIT_METRES, UnreachablePlaces, off_network, without_coordinate
from maps.paths.route import LatLon, to_degrees, trace
from maps.paths.snap import Snapper, Spots
from maps.paths.traveller import IntMatrix, Traveller, stop_seconds
from maps.sampling import sample_residential
from maps.source.area import SHIPPED, find_area
from planner.model.places import Coordinate, Place, TravelMode
from planner.model.travel import TravelMatrices


@dataclass
class Streets:
    """Implements ``planner.ports.TravelTimes`` on one extract.

    Networks are loaded at first use. ``limit_metres`` is how far a place may lie from a street.
    """

    library: Library
    cache: MatrixCache
    limit_metres: float = LIMIT_METRES
    _snappers: dict[TravelMode, Snapper] = field(default_factory=dict)
    _travellers: dict[tuple[TravelMode, float], Traveller] = field(default_factory=dict)

    @classmethod
    def open(
        cls,
        network: str | Path = SHIPPED,
        cache_dir: Path | None = None,
        *,
        profiles: Profiles | None = None,
        cache_megabytes: float = DEFAULT_MEGABYTES,
    ) -> Self:
        """Open the shipped extract ``"goteborg"``, or an .osm.pbf or .osm.bz2 file by its path.

        ``cache_dir`` is where networks and matrices are kept (default: the user's cache folder),
        ``cache_megabytes`` bounds the matrices. Raises ``ExtractError`` that names the path.
        """
        area = find_area(network)
        folder = cache_dir or Path(platformdirs.user_cache_dir("hemrunda")) / "maps"
        library = Library(area, profiles or load_profiles(), folder / "networks")
        return cls(library, MatrixCache(folder / "matrices", cache_megabytes))

    @property
    def covered(self) -> Box:
        """The part of the map that is fully covered; where unknown, the box of the car network."""
        return self.library.area.covered or Box.around(self.library.network(TravelMode.CAR).nodes)

    def matrices(
        self, places: Sequence[Place], modes: Sequence[TravelMode], *, winter: bool = False
    ) -> TravelMatrices:
        """Return door-to-door seconds between all ``places`` for each of ``modes``.

        Every arrival includes parking or locking and the stairs of the place (both up and down);
        zero on the diagonal and between places with the same coordinate. Raises
        ``UnreachablePlaces`` with a fault per place that has no coordinate or lies farther than
        ``limit_metres`` from every street of a mode, and ``ExtractError`` for a useless extract.
        """
        points = self._points(places)
        unique, at = np.unique(points, axis=0, return_inverse=True)
        travel = self._all_seconds(places, unique, at.ravel(), modes, winter=winter)
        floors = np.array([place.stairs for place in places], dtype=np.int32)
        elsewhere = at.ravel()[:, np.newaxis] != at.ravel()[np.newaxis, :]
        digest = hashlib.sha256(points.tobytes() + floors.tobytes())
        seconds: dict[TravelMode, IntMatrix] = {}
        for mode in modes:
            profile = self.library.profiles[mode]
            full = travel[mode][np.ix_(at.ravel(), at.ravel())]
            full += stop_seconds(profile, floors)[np.newaxis, :] * elsewhere
            full.setflags(write=False)
            seconds[mode] = full
            digest.update(
                f"{self.library.digest(mode)} {self._factor(mode, winter=winter)}".encode()
            )
        return TravelMatrices(tuple(place.id for place in places), seconds, digest.hexdigest()[:32])

    def route_line(
        self, mode: TravelMode, places_in_order: Sequence[Place], *, winter: bool = False
    ) -> tuple[LatLon, ...]:
        """Return the line of a round along the streets, from the first place to the last.

        Raises ``UnreachablePlaces`` as ``matrices`` does. No places give an empty line.
        """
        points = self._points(places_in_order)
        if len(points) == 0:
            return ()
        spots = self.snap(mode, points)
        self._refuse_far(places_in_order, {mode: spots.metres})
        return to_degrees(trace(self.traveller(mode, winter=winter).router, spots, points))

    def street_lines(self, box: Box | None = None) -> tuple[StreetLine, ...]:
        """Return the streets of all modes that touch ``box`` as lines to draw, thin kinds first."""
        return draw(self.library.lines(), box)

    def residential_points(
        self, count: int, seed: int, inside: Box | None = None
    ) -> tuple[Coordinate, ...]:
        """Return ``count`` positions on residential streets, reachable by all modes.

        Uniform by street length within ``inside`` (default: the covered part); the same seed gives
        the same positions. Raises ``ValueError`` where ``inside`` has no residential street.
        """
        snaps = [partial(self.snap, mode) for mode in TravelMode]
        lines = self.library.lines()
        found = sample_residential(lines, inside or self.covered, snaps, count, seed)
        return tuple(Coordinate(lat=at.lat, lon=at.lon) for at in to_degrees(found))

    def traveller(self, mode: TravelMode, *, winter: bool = False) -> Traveller:
        """Return travel by ``mode`` in one season, kept in memory."""
        key = mode, self._factor(mode, winter=winter)
        if key not in self._travellers:
            self._travellers[key] = Traveller(self.library.network(mode), key[1])
        return self._travellers[key]

    def snap(self, mode: TravelMode, points: Points) -> Spots:
        """Return the spots on the network of ``mode`` nearest to ``points``."""
        if mode not in self._snappers:
            self._snappers[mode] = Snapper(self.library.network(mode))
        return self._snappers[mode].snap(points)

    def _factor(self, mode: TravelMode, *, winter: bool) -> float:
        return self.library.profiles[mode].winter_factor if winter else 1.0

    def _points(self, places: Sequence[Place]) -> Points:
        """Return the positions of ``places``; raises ``UnreachablePlaces`` where one has none."""
        faults = without_coordinate(places)
        if faults:
            raise UnreachablePlaces(faults)
        rows = [
            (place.coordinate.lon, place.coordinate.lat) for place in places if place.coordinate
        ]
        return np.rint(np.array(rows).reshape(-1, 2) * SCALE).astype(np.int32)

    def _refuse_far(self, places: Sequence[Place], distances: dict[TravelMode, Floats]) -> None:
        """Raise ``UnreachablePlaces`` where a place lies too far from the streets."""
        faults = off_network(places, distances, self.limit_metres)
        if faults:
            raise UnreachablePlaces(faults)

    def _all_seconds(
        self,
        places: Sequence[Place],
        unique: Points,
        at: npt.NDArray[np.intp],
        modes: Sequence[TravelMode],
        *,
        winter: bool,
    ) -> dict[TravelMode, IntMatrix]:
        """Return seconds between the ``unique`` points per mode, from the cache where possible."""
        keys = {
            mode: matrix_key(
                self.library.digest(mode), unique, speed_factor=self._factor(mode, winter=winter)
            )
            for mode in modes
        }
        found = {mode: self.cache.get(key, len(unique)) for mode, key in keys.items()}
        spots = {mode: self.snap(mode, unique) for mode, kept in found.items() if kept is None}
        self._refuse_far(places, {mode: spot.metres[at] for mode, spot in spots.items()})
        for mode, spot in spots.items():
            fresh = self.traveller(mode, winter=winter).seconds(spot)
            self.cache.put(keys[mode], fresh)
            found[mode] = fresh
        return {mode: kept for mode, kept in found.items() if kept is not None}
