"""The page of key figures over time."""

import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from api.report import within, write_history, write_standings
from api.report.chart import HEIGHT, MARGIN, WIDTH, Point, chart_of
from api.report.page import FIGURES, sections_of
from api.words import Language, load
from planner.model.units import ClientId
from planner.score.continuity.standing import Standing
from planner.store import PastFigure

MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29)


def past(unit: str, day: date, name: str, value: float) -> PastFigure:
    return PastFigure(unit, day, name, value)


def test_a_chart_spans_days_and_values() -> None:
    chart = chart_of([Point(MONDAY, 0.2), Point(TUESDAY, 0.3), Point(SUNDAY, 0.1)], from_zero=False)
    xs, ys = [dot.x for dot in chart.dots], [dot.y for dot in chart.dots]
    assert (xs[0], xs[-1]) == (MARGIN, WIDTH - MARGIN)
    assert xs[1] - xs[0] == pytest.approx((WIDTH - 2 * MARGIN) / 6, abs=0.1)
    assert (ys[1], ys[2]) == (MARGIN, HEIGHT - MARGIN)
    assert (chart.least, chart.most) == (0.1, 0.3)


def test_a_chart_from_zero_keeps_proportions() -> None:
    chart = chart_of([Point(MONDAY, 2), Point(TUESDAY, 4)], from_zero=True)
    heights = [HEIGHT - MARGIN - dot.y for dot in chart.dots]
    assert heights[1] == pytest.approx(2 * heights[0])


def test_one_night_is_a_dot_in_the_picture() -> None:
    (dot,) = chart_of([Point(MONDAY, 0.0)], from_zero=True).dots
    assert 0 <= dot.x <= WIDTH
    assert 0 <= dot.y <= HEIGHT


def test_the_last_plan_for_a_day_counts_and_days_are_in_order() -> None:
    rows = [
        past("K/D1", TUESDAY, "contact_share", 0.5),
        past("K/D1", MONDAY, "contact_share", 0.1),
        past("K/D1", MONDAY, "contact_share", 0.4),
    ]
    (section,) = sections_of(rows)
    assert section.panels[0].points == (Point(MONDAY, 0.4), Point(TUESDAY, 0.5))


def test_figures_that_nobody_reads_are_left_out() -> None:
    (section,) = sections_of(
        [past("K/D1", MONDAY, "cost", 9.0), past("K/D1", MONDAY, "travel_share", 0.1)]
    )
    assert [panel.name for panel in section.panels] == ["travel_share"]


@pytest.mark.parametrize("language", list(Language))
def test_the_page_asks_nobody_for_anything(tmp_path: Path, language: Language) -> None:
    rows = [past("K/<D1>", MONDAY, name, 0.25) for name in FIGURES]
    html = write_history(tmp_path / "h.html", rows, load(language)).read_text(encoding="utf-8")
    assert not re.findall(r"(?:src|href)=|url\(|@import|<script", html)
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html
    assert "<D1>" not in html
    assert html.count("<svg") == len(FIGURES) == html.count('role="img"')
    assert "?" not in re.sub(r"<[^>]*>", "", html)


def test_a_store_without_plans_says_so(tmp_path: Path) -> None:
    words = load(Language.SWEDISH)
    html = write_history(tmp_path / "h.html", [], words).read_text(encoding="utf-8")
    assert words.say("history.nothing") in html


def test_a_unit_is_shown_with_what_it_is_made_of() -> None:
    rows = [past(unit, MONDAY, "travel_share", 0.1) for unit in ("K", "K/D1", "K/D1/G1", "K/D10")]
    assert [row.unit for row in within(rows, "K/D1")] == ["K/D1", "K/D1/G1"]
    assert [row.unit for row in within(rows, "K/D1/G1")] == ["K/D1/G1"]
    assert within(rows, None) == tuple(rows)
    assert within(rows, "D1") == ()


@pytest.mark.parametrize("language", list(Language))
def test_clients_stand_beside_what_is_possible(tmp_path: Path, language: Language) -> None:
    words = load(language)
    one = partial(Standing, other_roster=0.5, caregivers=4, fewest=2)
    clients = [
        one(client=ClientId("C1"), share=0.3, possible=0.4, at_aim=True),
        one(client=ClientId("C<2>"), share=0.1, possible=0.9, at_aim=False),
        one(client=ClientId("C3"), share=0.1, possible=0.1, at_aim=True),
    ]
    figures = {"contact_share": 0.2, "contact_limit": 0.4}
    path = write_standings(tmp_path / "s.html", "K/D1", figures, clients, words)
    html = path.read_text(encoding="utf-8")
    assert not re.findall(r"(?:src|href)=|url\(|@import|<script|<2>", html)
    assert html.index("C&lt;2&gt;") < html.index("C1")
    told = [html.count(words.say(f"history.standing.{x}")) for x in ("below", "limited", "reached")]
    assert min(told) >= 1
    assert "?" not in re.sub(r"<[^>]*>", "", html)
