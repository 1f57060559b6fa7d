"""Anytime curves as SVG: small, the same bytes for the same points, readable on dark and light."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import StringIO
from itertools import cycle
from types import MappingProxyType
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

INK = "#57606a"
"""The colour of text and axes on light ground; ``STYLE`` turns it for dark ground."""

DARK = MappingProxyType(
    {
        INK: "#adbac7",
        "#0550ae": "#6cb6ff",
        "#bc4c00": "#f69d50",
        "#1a7f37": "#6bc46d",
        "#8250df": "#dcbdfb",
        "#bf3989": "#fc8dc7",
        "#7d4e00": "#daaa3f",
        "#0a7d8c": "#76e3ea",
    }
)
"""Colours on light ground and what they become on dark."""

COLOURS = tuple(DARK)[1:]
DASHES = ("-", "--", "-.", ":")

MARGIN = 0.04
"""The share of the height that stays free below the lowest curve."""

SETTINGS: Mapping[str, Any] = MappingProxyType(
    {
        "svg.hashsalt": "hemrunda",
        "svg.fonttype": "none",
        "font.family": "sans-serif",
        "font.size": 11,
        "text.color": INK,
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "path.simplify": True,
    }
)


@dataclass(frozen=True)
class Curve:
    """One line: (seconds, value) from left to right, drawn as steps."""

    label: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Picture:
    """A figure with its words; ``description`` tells a reader who cannot see it what it shows."""

    title: str
    description: str
    across: str
    up: str
    curves: Sequence[Curve]


def svg(picture: Picture, highest: float | None = None) -> str:
    """Return the picture as an SVG document; values above ``highest`` are cut off."""
    settings: Any = dict(SETTINGS)
    with mpl.rc_context(settings):
        figure = Figure(figsize=(7.2, 4.0), layout="constrained")
        axes = figure.add_subplot()
        for curve, colour, number in zip(picture.curves, cycle(COLOURS), range(99), strict=False):
            seconds, values = zip(*curve.points, strict=True)
            dashes = DASHES[number % len(DASHES)]
            marker = "o" if len(curve.points) == 1 else None
            axes.step(
                *(seconds, values, dashes),
                where="post",
                color=colour,
                label=curve.label,
                linewidth=1.8,
                marker=marker,
            )
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter("{x:g}")
        if highest is not None:
            lowest = min([0.0, *(value for curve in picture.curves for _, value in curve.points)])
            axes.set_ylim(lowest - MARGIN * (highest - lowest), highest)
        axes.axhline(0, color=INK, linewidth=0.8)
        axes.set(xlabel=picture.across, ylabel=picture.up)
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False, ncols=2 if len(picture.curves) > 4 else 1)  # noqa: PLR2004 (fits)
        out = StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    return _accessible(out.getvalue(), picture)


def _accessible(document: str, picture: Picture) -> str:
    """Give the drawing a title, a description and colours for dark ground."""
    dark = "".join(
        f'[style*="stroke: {light}"]{{stroke:{deep}!important}}'
        f'[style*="fill: {light}"]{{fill:{deep}!important}}'
        for light, deep in DARK.items()
    )
    words = (
        f"<title>{escape(picture.title)}</title>\n<desc>{escape(picture.description)}</desc>\n"
        f"<style>@media (prefers-color-scheme: dark){{{dark}}}</style>\n"
    )
    document = re.sub(r"<metadata>.*?</metadata>\s*", "", document, flags=re.DOTALL)
    opening = re.search(r"<svg [^>]*>\n", document)
    if opening is None:
        raise ValueError("the drawing has no svg element")
    tag = opening[0].replace("<svg ", '<svg role="img" ', 1)
    lines = (document[: opening.start()] + tag + words + document[opening.end() :]).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"
