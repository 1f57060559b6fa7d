from maps.box import Box
from maps.drawing import StreetKind
from maps.streets import Streets
from tests.build.streets import degrees


def test_streets_of_one_kind_are_joined_and_bends_stay(town: Streets) -> None:
    lines = town.street_lines()
    assert lines[0].kind is StreetKind.PATH
    assert {line.kind for line in lines} == {StreetKind.PATH, StreetKind.MINOR}
    drawn = {point for line in lines for point in line.points}
    lat, lon = degrees((100.0, 430.0))
    assert min(abs(at.lat - lat) + abs(at.lon - lon) for at in drawn) < 1e-6, "the crescent's bend"
    [footpath] = [line for line in lines if line.kind is StreetKind.PATH]
    assert len(footpath.points) == 2, "straight through the middle crossing"


def test_box_chooses_the_lines_that_touch_it(town: Streets) -> None:
    south, west = degrees((390.0, -10.0))
    north, east = degrees((410.0, 410.0))
    lines = town.street_lines(Box(west, south, east, north))
    assert 0 < len(lines) < len(town.street_lines())
    assert town.street_lines(Box(0, 0, 1, 1)) == ()


def test_city_has_all_kinds_and_fewer_corners_than_its_ways(shipped: Streets) -> None:
    lines = shipped.street_lines()
    assert {line.kind for line in lines} == set(StreetKind)
    assert sum(len(line.points) for line in lines) < len(shipped.library.lines().corners)
