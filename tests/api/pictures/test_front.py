"""The picture of the front: well formed, self-contained, one mark a plan."""

from xml.etree import ElementTree as ET

import pytest

from api.pictures.front import draw_front
from api.words import Language, load
from tests.planner.usecases.test_continuity_front import point

POINTS = [point(10, 0.1, factor=0), point(14, 0.2, factor=0.125), point(15, 0.15, factor=2)]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", [*Language])
def test_every_plan_has_a_mark_and_the_efficient_ones_a_line(language):
    root = ET.fromstring(draw_front(POINTS, load(language)))  # noqa: S314  our own text
    kinds = [mark.get("class") for mark in root.iter(f"{SVG}circle")]
    assert kinds == ["good", "good", "other"]
    (line,) = root.iter(f"{SVG}polyline")
    assert len((line.get("points") or "").split()) == 2
    texts = [text.text for text in root.iter(f"{SVG}text")]
    mark = "," if language is Language.SWEDISH else "."
    assert {"0", f"0{mark}125", "2"} <= set(texts)


def test_marks_lie_inside_the_picture_and_more_travel_lies_to_the_right():
    root = ET.fromstring(draw_front(POINTS, load(Language.ENGLISH)))  # noqa: S314  as above
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    marks = [(float(m.get("cx", 0)), float(m.get("cy", 0))) for m in root.iter(f"{SVG}circle")]
    assert all(0 < x < width and 0 < y < height for x, y in marks)
    assert marks[0][0] < marks[1][0] < marks[2][0]
    assert marks[1][1] < marks[2][1] < marks[0][1]


@pytest.mark.parametrize(
    ("travels", "shares", "minutes", "percents"),
    [
        ((10, 14), (0.1, 0.2), ["10", "11", "12", "13", "14"], ["10%", "12%", "14%", "16%"]),
        ((2163, 2486), (0.254, 0.296), ["2,200", "2,300", "2,400", "2,500"], ["26%", "29%"]),
        ((3, 3), (0.2503, 0.2531), ["2.8", "2.9", "3.0"], ["25.1%", "25.2%", "25.3%"]),
    ],
)
def test_the_scales_are_told_in_round_numbers(travels, shares, minutes, percents):
    points = [point(*row, factor=1) for row in zip(travels, shares, strict=True)]
    root = ET.fromstring(draw_front(points, load(Language.ENGLISH)))  # noqa: S314  as above
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert {*minutes, *percents} <= set(texts)
    assert sum(1 for text in texts if text and text.endswith("%")) <= 7


def test_nothing_is_asked_of_the_network_and_one_plan_can_be_drawn():
    text = draw_front(POINTS[:1], load(Language.SWEDISH))
    assert "href" not in text
    assert text.count("http") == text.count("http://www.w3.org/2000/svg") == 1
