import pytest

from maps.network.profile import load_profiles
from maps.network.speed import signed_speed, travel_speed
from planner.model.places import TravelMode

CAR, BIKE, FOOT = TravelMode.CAR, TravelMode.BIKE, TravelMode.FOOT


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("50", 50),
        ("50 km/h", 50),
        ("30 mph", pytest.approx(48.28, abs=0.01)),
        ("SE:urban", 50),
        ("SE:rural", 70),
        ("SE:motorway", 110),
        ("SE:30", 30),
        ("SE:zone30", 30),
        ("SE:zone:40", 40),
        ("walk", 7),
        ("50;30", 30),
        ("50; signals", 50),
        ("500", None),
        ("100 mph", None),
        ("0", None),
        ("-50", None),
        ("fast", None),
        ("none", None),
        ("", None),
    ],
)
def test_signed_speeds(value: str, expected: float | None) -> None:
    assert signed_speed({"maxspeed": value}, "forward") == expected


def test_each_direction_has_its_own_sign() -> None:
    tags = {"maxspeed": "50", "maxspeed:backward": "30"}
    assert signed_speed(tags, "forward") == 50
    assert signed_speed(tags, "backward") == 30


def test_zone_and_source_stand_in_for_a_missing_sign() -> None:
    assert signed_speed({"zone:maxspeed": "SE:30"}, "forward") == 30
    assert signed_speed({"source:maxspeed": "SE:urban"}, "forward") == 50
    assert signed_speed({"source:maxspeed": "survey"}, "forward") is None


@pytest.mark.parametrize(
    ("mode", "tags", "expected"),
    [
        (CAR, {"highway": "residential", "maxspeed": "30"}, 21),
        (CAR, {"highway": "residential"}, 28),
        (CAR, {"highway": "motorway", "maxspeed": "signals"}, 77),
        (CAR, {"highway": "living_street"}, 7),
        (CAR, {"highway": "residential", "maxspeed": "SE:walk"}, 7),
        (BIKE, {"highway": "residential", "maxspeed": "30"}, 15),
        (BIKE, {"highway": "cycleway", "surface": "gravel"}, 12),
        (BIKE, {"highway": "path", "surface": "asphalt"}, 12),
        (BIKE, {"highway": "footway", "bicycle": "dismount"}, 4.8),
        (FOOT, {"highway": "steps"}, 2.4),
        (FOOT, {"highway": "trunk", "maxspeed": "90"}, 4.8),
    ],
)
def test_travelled_speeds(mode: TravelMode, tags: dict[str, str], expected: float) -> None:
    profile = load_profiles()[mode]
    assert travel_speed(mode, profile, tags, "forward") == pytest.approx(expected)
