"""Bad values are refused with words that tell no address."""

import math

import pytest

from maps.export import MapOffice, MapRound
from tests.build.map_page import a_stop


@pytest.mark.parametrize(
    ("lat", "lon"), [(91.0, 11.9), (57.7, 181.0), (math.nan, 11.9), (57.7, math.inf), (-86.0, 0.0)]
)
def test_a_position_off_the_map_is_refused(lat: float, lon: float):
    with pytest.raises(ValueError, match="stop 7 is not on the map"):
        a_stop(7, lat, lon)
    with pytest.raises(ValueError, match="office is not on the map"):
        MapOffice(lat, lon, "Kontor")
    with pytest.raises(ValueError, match="line of a round is not on the map"):
        MapRound("Runda", None, (), ((57.7, 11.9), (lat, lon)))


def test_the_message_tells_no_position():
    with pytest.raises(ValueError, match="stop 1") as caught:
        a_stop(1, 157.7123, 11.9456)
    assert "157.7" not in str(caught.value)
    assert "11.9" not in str(caught.value)


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#12345g", '"><script>'])
def test_a_colour_that_is_none_is_refused(colour: str):
    with pytest.raises(ValueError, match="#rrggbb"):
        MapRound("Runda", colour, (), ())
