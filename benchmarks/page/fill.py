"""Fills marked sections of a page; what stands between two marks is never typed by hand."""

import re
from collections.abc import Mapping, Sequence
from math import isinf

BEGIN, END = "<!-- table: {name} -->", "<!-- end -->"


class PageError(ValueError):
    """A page and the sections do not fit together."""


def filled(page: str, sections: Mapping[str, str]) -> str:
    """Return ``page`` with every marked section replaced; each must be there once, and no other."""
    marks = re.findall(BEGIN.format(name=r"([a-z-]+)"), page)
    if sorted(marks) != sorted(sections):
        odd = sorted(set(marks) ^ set(sections)) or "marked twice"
        raise PageError(f"sections of the page and of the tables differ: {odd}")
    for name, text in sections.items():
        page = _replaced(page, name, text)
    return page


def _replaced(page: str, name: str, text: str) -> str:
    begin = BEGIN.format(name=name)
    head, rest = page.split(begin, 1)
    if END not in rest:
        raise PageError(f"section {name} has no end")
    return f"{head}{begin}\n\n{text.strip()}\n\n{END}{rest.split(END, 1)[1]}"


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a Markdown table; the first column to the left, figures to the right."""
    lines = [head, ("---", *("--:" for _ in head[1:])), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def percent(gap: float | None) -> str:
    """Return a gap with its sign, "-" without one."""
    return "-" if gap is None or isinf(gap) else f"{gap:+.2f}".replace("-0.00", "+0.00")
