import numpy as np
import pytest
from pyproj import Geod

from maps.metric import EARTH_METRES, SCALE, Flat, step_metres

LINE = np.array(
    [[119_000_000, 577_000_000], [119_050_000, 577_010_000], [119_050_000, 577_090_000]]
)


def test_lengths_agree_with_the_sphere() -> None:
    line = LINE.astype(np.int32)
    globe = Geod(a=EARTH_METRES, b=EARTH_METRES)
    lon, lat = line.T / SCALE
    assert step_metres(line) == pytest.approx(globe.line_lengths(lon, lat), abs=0.001)


def test_flat_metres_agree_with_lengths_and_lead_back() -> None:
    line = LINE.astype(np.int32)
    flat = Flat.at(line)
    metres = flat.metres(line)
    assert np.hypot(*np.diff(metres, axis=0).T) == pytest.approx(step_metres(line), rel=1e-4)
    assert (flat.points(metres) == line).all()
