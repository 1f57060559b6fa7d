"""Travel times without streets: straight lines over the ground."""

import numpy as np

from planner.model.case import Case
from planner.model.places import TravelMode
from planner.model.travel import TravelMatrices

METRES_PER_SECOND = {TravelMode.CAR: 8.0, TravelMode.BIKE: 4.0, TravelMode.FOOT: 1.3}
STOP_SECONDS = {TravelMode.CAR: 90, TravelMode.BIKE: 45, TravelMode.FOOT: 15}


def straight_line_travel(case: Case, seed: int = 0) -> TravelMatrices:
    """Return travel times between the places of ``case`` for every mode.

    A stop adds its mode's overhead, and ``seed`` makes one direction up to 10 % slower than the
    other. A place without coordinate lies at the first one's.
    """
    spots = [place.coordinate for place in case.places]
    known = next(spot for spot in spots if spot)
    lat = np.array([(spot or known).lat for spot in spots])
    lon = np.array([(spot or known).lon for spot in spots])
    north = (lat[:, None] - lat[None, :]) * 111_200
    east = (lon[:, None] - lon[None, :]) * 111_200 * np.cos(np.radians(lat.mean()))
    metres = np.hypot(north, east)
    slower = 1 + np.random.default_rng(seed).uniform(0, 0.1, metres.shape)
    seconds = {
        mode: np.where(
            metres > 0, np.rint(metres * slower / METRES_PER_SECOND[mode]) + STOP_SECONDS[mode], 0
        ).astype(np.int32)
        for mode in TravelMode
    }
    places = tuple(place.id for place in case.places)
    return TravelMatrices(places, seconds, digest=f"straight-{seed}")
