"""Put rounds, streets and words into one HTML file that opens without any request."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from branca.element import Figure
from folium.template import Template

from maps.drawing import StreetLine
from maps.export import assets
from maps.export.escaping import Raw
from maps.export.layers import Finish, OfflineMap, Ring, RoundControl, RoundLayer, StreetLayer
from maps.export.packing import STEPS
from maps.export.palette import look
from maps.export.values import MapOffice, MapRound, MapStop, MapTexts, Position

NO_POLICY = "default-src 'none'"
"""The policy before the scripts of the page are known: nothing runs."""

SWEDEN: tuple[Position, Position] = ((55.3, 11.0), (69.1, 24.2))
"""What a map without any content shows: south-west and north-east corner."""


class Page(Figure):
    """The page around the map: its language, its title, and a policy that forbids every request."""

    def __init__(self, title: str, texts: MapTexts) -> None:
        """Load the template and the scripts and styles that travel inside the page."""
        super().__init__(title=title)
        self._template = Template(assets.page_template())
        self.language = texts.language
        self.no_script = texts.no_script
        self.policy = NO_POLICY
        self.header.add_child(Raw(_head()))


def render_map(
    rounds: Sequence[MapRound],
    *,
    title: str,
    texts: MapTexts,
    offices: Sequence[MapOffice] = (),
    basemap: Sequence[StreetLine] = (),
) -> str:
    """Return one self-contained HTML page; the same arguments give the same text.

    The page holds client locations: whoever writes it to a file decides who may read it. Its
    content security policy allows the page's own scripts, known by hash, and no request at all.
    """
    page = Page(title, texts)
    chart = OfflineMap(_box(rounds, offices, basemap))
    page.add_child(chart)
    chart.add_child(StreetLayer(basemap))
    layers = [
        RoundLayer(index, each, look(index, each.colour), rings)
        for index, (each, rings) in enumerate(zip(rounds, _rings(rounds), strict=True))
    ]
    for layer in layers:
        chart.add_child(layer)
    control = RoundControl()
    chart.add_child(control)
    chart.add_child(Finish(control, layers, title, texts, offices))
    html: str = page.render()
    return html.replace(f'content="{NO_POLICY}"', f'content="{_policy(html)}"', 1)


def _head() -> str:
    """Return the scripts and styles of the page."""
    return (
        f"<!--\nLeaflet 1.9.3\n{assets.leaflet_licence()}-->\n"
        f"<style>{assets.leaflet_style()}</style>\n<style>{assets.own_style()}</style>\n"
        f"<script>{assets.leaflet_script()}</script>\n<script>{assets.own_scripts()}</script>"
    )


def _policy(html: str) -> str:
    """Return a content security policy under which only the blocks of ``html`` itself work."""
    return (
        f"default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"script-src {_hashes(html, 'script')}; style-src {_hashes(html, 'style')}"
    )


def _hashes(html: str, tag: str) -> str:
    """Return the hashes of all ``tag`` blocks of ``html`` as policy sources."""
    blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", html, flags=re.DOTALL)
    digests = (b64encode(sha256(block.encode()).digest()).decode() for block in blocks)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _rings(rounds: Sequence[MapRound]) -> Iterator[list[Ring]]:
    """Yield for each round which of how many stops at its position each stop is."""
    totals = Counter(_spot(stop) for each in rounds for stop in each.stops)
    seen: Counter[tuple[int, int]] = Counter()
    for each in rounds:
        rings = []
        for spot in map(_spot, each.stops):
            rings.append((seen[spot], totals[spot]))
            seen[spot] += 1
        yield rings


def _spot(stop: MapStop) -> tuple[int, int]:
    """Return the position of ``stop`` in steps of about a metre."""
    return round(stop.lat * STEPS), round(stop.lon * STEPS)


def _box(
    rounds: Sequence[MapRound], offices: Sequence[MapOffice], basemap: Sequence[StreetLine]
) -> tuple[Position, Position]:
    """Return the corners around all rounds and offices, else all streets, else Sweden."""
    positions = list(_positions(rounds, offices))
    positions = positions or [position for street in basemap for position in street.points]
    if not positions:
        return SWEDEN
    lats, lons = zip(*positions, strict=True)
    return (min(lats), min(lons)), (max(lats), max(lons))


def _positions(rounds: Sequence[MapRound], offices: Sequence[MapOffice]) -> Iterator[Position]:
    """Yield where something of a round or an office stands."""
    for each in rounds:
        yield from each.line
        yield from ((stop.lat, stop.lon) for stop in each.stops)
    yield from ((office.lat, office.lon) for office in offices)
