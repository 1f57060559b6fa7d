from pathlib import Path

import pytest

from maps.source.area import find_area
from maps.source.extract import ExtractError


def test_shipped_name_knows_its_covered_part() -> None:
    area = find_area("goteborg")
    assert area.path.name == "goteborg-highways.osm.pbf"
    assert area.covered == (11.88, 57.66, 12.05, 57.75)


def test_own_file_is_known_by_its_content(tmp_path: Path) -> None:
    first, second = tmp_path / "a.osm.pbf", tmp_path / "b.osm.pbf"
    first.write_bytes(b"same")
    second.write_bytes(b"same")
    assert find_area(first).digest == find_area(str(second)).digest
    second.write_bytes(b"other")
    assert find_area(first).digest != find_area(second).digest
    assert find_area(first).covered is None


@pytest.mark.parametrize("wrong", ["gothenburg", "no/such/file.osm.pbf"])
def test_unknown_extract_is_named_with_advice(wrong: str) -> None:
    with pytest.raises(ExtractError, match=f"{wrong}: give the path .* or 'goteborg'"):
        find_area(wrong)


def test_folder_is_no_extract(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match="give the path"):
        find_area(tmp_path)
