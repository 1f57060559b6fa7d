"""The page of one plan's continuity: every client's share beside what is possible at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import PackageLoader
from markupsafe import Markup

from api.report.page import environment_of
from api.words import Words
from planner.score.continuity.standing import Standing

SHOWN = (
    "contact_share",
    "contact_limit",
    "other_roster_share",
    "of_joint",
    "past_contact_share",
    "clients_at_aim",
    "clients_limited",
    "mean_caregivers",
)
"""The figures at the top of the page, where the plan has them."""


def write_standings(
    path: Path,
    unit: str,
    figures: Mapping[str, float],
    clients: Sequence[Standing],
    words: Words,
) -> Path:
    """Write the page of ``unit`` to ``path``; raises ``OSError``. Clients stand as codes.

    Those who miss their aim come first, then by code.
    """
    environment = environment_of()
    style = PackageLoader("api.report").get_source(environment, "history.css")[0]
    html = environment.get_template("standings.html.j2").render(
        unit=unit,
        figures=[(name, figures[name]) for name in SHOWN if name in figures],
        clients=sorted(clients, key=lambda row: (row.at_aim, row.client)),
        verdict=_verdict,
        share=words.share,
        say=lambda code, **given: words.say(f"history.{code}", **given),
        language=words.language.value,
        style=Markup(style),  # noqa: S704  our own file, without a value in it
    )
    path.write_text(html, encoding="utf-8")
    return path


def _verdict(row: Standing) -> str:
    """Return how a client stands: at the aim, as far as the roster lets, or below it."""
    if not row.at_aim:
        return "below"
    return "limited" if row.impossible else "reached"
