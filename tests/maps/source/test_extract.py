import bz2
from pathlib import Path

import pytest

from maps.source.area import find_area
from maps.source.extract import ExtractError, read_ways
from tests.build.streets import block_town, street, write_osm


def test_only_ways_with_a_highway_are_read(tmp_path: Path) -> None:
    nodes = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (100.0, 50.0)}
    ways = [street(1, 2, name="Ågatan"), ((1, 2, 3, 1), {"building": "yes"})]
    [way] = read_ways(write_osm(tmp_path / "a.osm", nodes, ways))
    assert way.tags == {"highway": "residential", "name": "Ågatan"}
    assert way.nodes == (1, 2)
    assert way.points[0] == (119_000_000, 577_000_000)


def test_compressed_extract_equals_plain_one(tmp_path: Path) -> None:
    plain = block_town(tmp_path / "town.osm")
    packed = tmp_path / "town.osm.bz2"
    packed.write_bytes(bz2.compress(plain.read_bytes()))
    assert read_ways(packed) == read_ways(plain)


def test_way_is_cut_where_points_lie_outside_the_extract(tmp_path: Path) -> None:
    nodes = {1: (0.0, 0.0), 2: (10.0, 0.0), 4: (30.0, 0.0), 5: (40.0, 0.0), 7: (60.0, 0.0)}
    ways = read_ways(write_osm(tmp_path / "a.osm", nodes, [street(1, 2, 3, 4, 5, 6, 7)]))
    assert [way.nodes for way in ways] == [(1, 2), (4, 5)]


def test_shipped_extract_is_whole() -> None:
    area = find_area("goteborg")
    assert len(read_ways(area.path)) == 20_227
    assert (area.path.parent / "NOTICE").read_text(encoding="utf-8").count("OpenStreetMap") >= 2


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("junk.osm.pbf", b"\x00\x01junk" * 500, "download it again"),
        ("junk.osm.bz2", b"not packed", "download it again"),
        ("cut.osm", b"<osm version='0.6'><node id='1'", "download it again"),
        ("empty.osm", b"<osm version='0.6'></osm>", "no streets in it"),
        ("map.zip", b"PK", "ends with .osm.pbf or .osm.bz2"),
        ("none.osm.pbf", None, "no such file"),
    ],
)
def test_useless_extract_is_named_with_advice(
    tmp_path: Path, name: str, content: bytes | None, advice: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ExtractError) as caught:
        read_ways(path)
    assert name in str(caught.value)
    assert advice in str(caught.value)
