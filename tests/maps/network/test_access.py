import pytest

from maps.network.access import AGAINST, ALONG, CLOSED, OPEN, Directions, directions
from planner.model.places import TravelMode

CAR, BIKE, FOOT = TravelMode.CAR, TravelMode.BIKE, TravelMode.FOOT


def read(text: str) -> dict[str, str]:
    """Read ``highway=residential oneway=yes``."""
    return dict(pair.split("=") for pair in text.split())


@pytest.mark.parametrize(
    ("text", "car", "bike", "foot"),
    [
        ("highway=residential", OPEN, OPEN, OPEN),
        ("highway=residential oneway=yes", ALONG, ALONG, OPEN),
        ("highway=residential oneway=-1", AGAINST, AGAINST, OPEN),
        ("highway=residential oneway=no junction=roundabout", OPEN, OPEN, OPEN),
        ("highway=tertiary junction=roundabout", ALONG, ALONG, OPEN),
        ("highway=residential oneway=yes oneway:bicycle=no", ALONG, OPEN, OPEN),
        ("highway=residential oneway=yes cycleway=opposite_lane", ALONG, OPEN, OPEN),
        ("highway=residential oneway=yes cycleway:left=opposite_track", ALONG, OPEN, OPEN),
        ("highway=residential oneway=yes cycleway:right:oneway=no", ALONG, OPEN, OPEN),
        ("highway=residential oneway=yes cycleway=lane", ALONG, ALONG, OPEN),
        ("highway=residential oneway:bicycle=-1", OPEN, AGAINST, OPEN),
        ("highway=footway oneway:foot=yes", CLOSED, CLOSED, ALONG),
        ("highway=motorway", ALONG, CLOSED, CLOSED),
        ("highway=motorway_link oneway=yes", ALONG, CLOSED, CLOSED),
        ("highway=trunk", OPEN, OPEN, OPEN),
        ("highway=trunk motorroad=yes", OPEN, CLOSED, CLOSED),
        ("highway=steps", CLOSED, CLOSED, OPEN),
        ("highway=steps bicycle=yes", CLOSED, CLOSED, OPEN),
        ("highway=footway", CLOSED, CLOSED, OPEN),
        ("highway=footway bicycle=yes", CLOSED, OPEN, OPEN),
        ("highway=footway bicycle=dismount", CLOSED, OPEN, OPEN),
        ("highway=cycleway", CLOSED, OPEN, OPEN),
        ("highway=cycleway foot=no", CLOSED, OPEN, CLOSED),
        ("highway=path", CLOSED, OPEN, OPEN),
        ("highway=path bicycle=no", CLOSED, CLOSED, OPEN),
        ("highway=pedestrian", CLOSED, OPEN, OPEN),
        ("highway=secondary bicycle=use_sidepath", OPEN, CLOSED, OPEN),
        ("highway=secondary foot=no", OPEN, OPEN, CLOSED),
        ("highway=residential access=private", CLOSED, CLOSED, CLOSED),
        ("highway=residential access=no bicycle=yes foot=yes", CLOSED, OPEN, OPEN),
        ("highway=residential access=no motorcar=yes", OPEN, CLOSED, CLOSED),
        ("highway=unclassified motor_vehicle=no", CLOSED, OPEN, OPEN),
        ("highway=unclassified vehicle=no", CLOSED, CLOSED, OPEN),
        ("highway=unclassified motor_vehicle=destination", OPEN, OPEN, OPEN),
        ("highway=unclassified vehicle=delivery", OPEN, OPEN, OPEN),
        ("highway=service service=driveway", OPEN, OPEN, OPEN),
        ("highway=service service=parking_aisle", CLOSED, OPEN, OPEN),
        ("highway=service access=psv foot=yes", CLOSED, CLOSED, OPEN),
        ("highway=service area=yes", CLOSED, CLOSED, CLOSED),
        ("highway=platform", CLOSED, CLOSED, CLOSED),
        ("highway=construction", CLOSED, CLOSED, CLOSED),
        ("building=yes", CLOSED, CLOSED, CLOSED),
    ],
)
def test_who_may_travel_where(
    text: str, car: Directions, bike: Directions, foot: Directions
) -> None:
    assert [directions(mode, read(text)) for mode in (CAR, BIKE, FOOT)] == [car, bike, foot]
