from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

from benchmarks import groupday
from benchmarks.page.figure import COLOURS, DARK, Curve, Picture, svg
from benchmarks.page.pictures import median_way
from benchmarks.registry import load

SVG = "{http://www.w3.org/2000/svg}"
PICTURE = Picture(
    "Gaps < 1 %",
    "Two lines & nothing else.",
    "seconds",
    "per cent",
    [Curve("ours", [(0.1, 8.0), (1.0, 2.0), (10.0, -1.0)]), Curve("theirs", [(5.0, 3.0)])],
)


def test_a_drawing_is_small_repeatable_and_tells_its_content():
    document = svg(PICTURE, 10.0)
    assert document == svg(PICTURE, 10.0)
    assert len(document) < 60_000
    root = ET.fromstring(document)  # noqa: S314 (our own drawing)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == PICTURE.title
    assert root.findtext(f"{SVG}desc") == PICTURE.description
    words = {text.strip() for text in root.itertext()}
    assert {"ours", "theirs", "seconds", "per cent"} <= words
    assert "prefers-color-scheme: dark" in document


@pytest.mark.parametrize(("ground", "colours"), [("#ffffff", DARK), ("#0d1117", DARK.values())])
def test_every_colour_stands_out_from_its_ground(ground: str, colours: list[str]):
    assert len(set(COLOURS)) == len(COLOURS)
    for colour in colours:
        light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, colour


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_median_begins_when_most_runs_have_a_plan():
    ways = [[(0.05, 9.0), (1.0, 3.0)], [(0.5, 5.0)], [(4.0, 4.0)]]
    found = median_way(ways, 8.0)
    assert found[0][0] >= 0.5
    assert found[0][1] == 9.0
    assert found[-1] == (8.0, 4.0)
    assert [value for _, value in found] == sorted((v for _, v in found), reverse=True)


def test_recorded_points_are_drawn(tmp_path: Path):
    for after, cost in ((0.2, 1100), (1.5, 1000)):
        groupday.curves_in(tmp_path).add(groupday.Point(1, 1, 2, "wall", 2.0, after, cost))
    arguments = ["curves", "--results", str(tmp_path), "--figures", str(tmp_path / "figures")]
    done = CliRunner().invoke(load(), arguments)
    assert done.exit_code == 0, done.output
    assert [path.name for path in (tmp_path / "figures").iterdir()] == ["group-day.svg"]
