"""The page of key figures over time: a section per unit, a chart and a table per figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from api.report.chart import HEIGHT, WIDTH, Chart, Point, chart_of
from api.words import Words
from planner.store import PastFigure

FIGURES = (
    "contact_share",
    "contact_limit",
    "other_roster_share",
    "of_joint",
    "past_contact_share",
    "clients_at_guide",
    "clients_at_aim",
    "clients_limited",
    "mean_caregivers",
    "kolada_caregivers",
    "travel_share",
    "used_share",
    "placed_share",
    "delivered_share",
    "alarm_uncovered",
    "alarm_unavoidable",
)
"""The figures shown, in this order, where a unit has them."""

FROM_ZERO = frozenset(FIGURES) - {
    "of_joint",
    "clients_at_aim",
    "used_share",
    "placed_share",
    "delivered_share",
}
"""Figures whose charts begin at 0."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One figure of one unit."""

    name: str
    points: tuple[Point, ...]
    chart: Chart


@dataclass(frozen=True, slots=True)
class Section:
    """One unit with its panels."""

    unit: str
    panels: tuple[Panel, ...]


def sections_of(rows: Sequence[PastFigure]) -> tuple[Section, ...]:
    """Return what is known of each unit; of several plans for one day the last counts."""
    values: dict[tuple[str, str], dict[object, Point]] = {}
    for row in rows:
        points = values.setdefault((row.unit, row.name), {})
        points[row.first] = Point(row.first, row.value)
    units = sorted({unit for unit, _ in values})
    return tuple(Section(unit, _panels(unit, values)) for unit in units)


def _panels(unit: str, values: dict[tuple[str, str], dict[object, Point]]) -> tuple[Panel, ...]:
    found = []
    for name in FIGURES:
        points = values.get((unit, name))
        if points:
            ordered = tuple(sorted(points.values(), key=lambda point: point.day))
            found.append(Panel(name, ordered, chart_of(ordered, from_zero=name in FROM_ZERO)))
    return tuple(found)


def environment_of() -> Environment:
    """Return where the templates of the reports lie; everything is escaped."""
    return Environment(
        loader=PackageLoader("api.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def within(rows: Sequence[PastFigure], unit: str | None) -> tuple[PastFigure, ...]:
    """Return the figures of ``unit`` and of what it is made of; all of them without one."""
    return tuple(row for row in rows if unit is None or f"{row.unit}/".startswith(f"{unit}/"))


def write_history(path: Path, rows: Sequence[PastFigure], words: Words) -> Path:
    """Write the page to ``path``; raises ``OSError``. No client is named in it."""
    environment = environment_of()
    style = PackageLoader("api.report").get_source(environment, "history.css")[0]
    html = environment.get_template("history.html.j2").render(
        sections=sections_of(rows),
        say=lambda code, **given: words.say(f"history.{code}", **given),
        language=words.language.value,
        style=Markup(style),  # noqa: S704  our own file, without a value in it
        width=WIDTH,
        height=HEIGHT,
    )
    path.write_text(html, encoding="utf-8")
    return path
