"""How rounds are told apart: colour, dash of the line, shape of the marker, never colour alone."""

from dataclasses import dataclass

COLOURS = (
    "#0072b2",
    "#b34700",
    "#00735a",
    "#8e2c9c",
    "#8a6100",
    "#1f2a6b",
    "#b0103a",
    "#4d6b00",
    "#5c5c5c",
    "#6b3a1e",
)
"""Dark enough for white numbers (contrast at least 4.5), ordered so that neighbours differ in hue
and lightness, also for colour-blind eyes."""

DASHES = ("", "11 7", "2 8", "16 6 2 6", "22 9")
"""SVG dash patterns; the empty one is a whole line."""

SHAPES = ("circle", "square")
"""Outlines of stop markers."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one round looks: ``colour`` as ``#rrggbb``, ``dash`` as in SVG, ``shape`` of markers."""

    colour: str
    dash: str
    shape: str


def look(index: int, colour: str | None) -> Look:
    """Return the look of round ``index`` (from 0); the first 50 all differ, then they repeat."""
    cycle = index // len(COLOURS)
    return Look(
        colour=colour or COLOURS[index % len(COLOURS)],
        dash=DASHES[cycle % len(DASHES)],
        shape=SHAPES[cycle % len(SHAPES)],
    )
