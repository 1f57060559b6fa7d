"""What a map file shows: rounds with stops, offices, and its words.

Positions are WGS 84 in decimal degrees, latitude first. Every text is plain: markup in it is
shown as written and never run.
"""

import re
from dataclasses import dataclass

Position = tuple[float, float]
"""Latitude and longitude in decimal degrees."""

HIGHEST = 85
"""The highest latitude that the Mercator projection shows, in degrees."""

WIDEST = 180
"""The largest longitude, in degrees."""


@dataclass(frozen=True, slots=True)
class MapOffice:
    """Where rounds start and end."""

    lat: float
    lon: float
    label: str

    def __post_init__(self) -> None:
        """Refuse a position that is none."""
        check_position("office", self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class MapStop:
    """A stop: its number in the round, what stands at the top of its popup and below it.

    ``label`` is the address code, ``time`` a clock time or an interval as text.
    """

    number: int
    lat: float
    lon: float
    label: str
    time: str
    detail_lines: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a position that is none."""
        check_position(f"stop {self.number}", self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class MapRound:
    """One round: its name in the layer control, its stops and the line over the streets.

    ``colour`` is ``#rrggbb``; ``None`` takes one from the palette.
    """

    name: str
    colour: str | None
    stops: tuple[MapStop, ...]
    line: tuple[Position, ...]

    def __post_init__(self) -> None:
        """Refuse a colour or a line position that is none."""
        if self.colour is not None and not re.fullmatch(r"#[0-9a-fA-F]{6}", self.colour):
            raise ValueError(
                f"colour {self.colour!r} of a round is not #rrggbb; "
                "try '#0072b2', or None for one from the palette"
            )
        for lat, lon in self.line:
            check_position("line of a round", lat, lon)


@dataclass(frozen=True, slots=True)
class MapTexts:
    """The words of the page in one ``language`` (a BCP 47 code such as ``sv``)."""

    language: str
    rounds: str
    show_all: str
    show_none: str
    zoom_in: str
    zoom_out: str
    close: str
    no_script: str
    attribution: str = "© OpenStreetMap contributors"


def check_position(what: str, lat: float, lon: float) -> None:
    """Raise ``ValueError`` unless ``lat`` and ``lon`` can be drawn."""
    if not (abs(lat) <= HIGHEST and abs(lon) <= WIDEST):
        raise ValueError(
            f"the position of {what} is not on the map: expected latitudes within {HIGHEST} and "
            f"longitudes within {WIDEST} degrees; try whether they stand in this order"
        )
