"""Write the printable pages of a plan: self-contained HTML, no request to anywhere."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from api.print.sheet import Sheet
from api.words import Words

_NOT_IN_A_FILE_NAME = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages lie: the index, all rounds in one file, and a file per round."""

    index: Path
    everything: Path
    rounds: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """A line of the index."""

    sheet: Sheet
    href: str


def write_pages(folder: Path, sheets: Sequence[Sheet], words: Words, plan: str) -> Pages:
    """Write a page per sheet, ``index.html`` and ``rundor.html`` into ``folder``.

    Pages of an earlier plan in ``folder`` are removed: nobody shall walk yesterday's round. The
    files are numbered, so that codes which look alike do not meet. ``plan`` is the plan's
    identifier, printed at the foot. Raises ``OSError`` when a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("runda-*.html"):
        stale.unlink()
    environment = _environment(words)
    names = [_name(number, sheet) for number, sheet in enumerate(sheets, start=1)]
    links = [_Link(sheet, name) for sheet, name in zip(sheets, names, strict=True)]

    def write(template: str, name: str, **values: object) -> Path:
        html = environment.get_template(template).render(plan=plan, **values)
        path = folder / name
        path.write_text(html, encoding="utf-8")
        return path

    return Pages(
        index=write("index.html.j2", "index.html", links=links),
        everything=write("rounds.html.j2", "rundor.html", sheets=sheets),
        rounds=tuple(
            write("rounds.html.j2", name, sheets=[sheet])
            for sheet, name in zip(sheets, names, strict=True)
        ),
    )


def _name(number: int, sheet: Sheet) -> str:
    """Return a file name that a hostile code cannot lead out of the folder."""
    who = _NOT_IN_A_FILE_NAME.sub("_", sheet.caregiver)[:40]
    return f"runda-{number:04d}-{sheet.day.isoformat()}-{who}.html"


def _environment(words: Words) -> Environment:
    environment = Environment(
        loader=PackageLoader("api.print"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = PackageLoader("api.print").get_source(environment, "sheet.css")[0]
    environment.globals.update(
        say=_sayer(words),
        label=_labeller(words),
        labels=lambda topic, codes: _labels(words, topic, codes),
        day_name=lambda day: _day_name(words, day),
        clock=words.clock,
        duration=words.duration,
        language=words.language.value,
        style=Markup(style),  # noqa: S704  our own file, without a value in it
    )
    return environment


def _sayer(words: Words) -> Callable[..., str]:
    def say(code: str, **parameters: object) -> str:
        return words.say(f"print.{code}", **parameters)

    return say


def _labeller(words: Words) -> Callable[[str, str], str]:
    def label(topic: str, code: str) -> str:
        """Return the words for ``code``; a municipality's own code is shown as it is."""
        text = f"print.{topic}.{code}"
        return words.say(text) if words.knows(text) else code

    return label


def _labels(words: Words, topic: str, codes: Iterable[str]) -> str:
    label = _labeller(words)
    return ", ".join(label(topic, code) for code in codes)


def _day_name(words: Words, day: date) -> str:
    return words.say(
        "print.day",
        weekday=words.say(f"print.weekday.{day.isoweekday()}"),
        day=day.day,
        month=words.say(f"print.month.{day.month}"),
        year=str(day.year),
    )
