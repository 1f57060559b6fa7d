"""What folium puts on the page: an offline map, a layer per round, the base map, the control."""

from collections.abc import Sequence
from html import escape
from typing import ClassVar

import folium
from branca.element import MacroElement
from folium.map import Layer
from folium.template import Template
from folium.utilities import JsCode

from maps.export.packing import pack_line, pack_streets
from maps.export.palette import Look
from maps.export.values import MapOffice, MapRound, MapStreet, MapTexts, Position

Json = dict[str, object]
"""What a script of ours reads."""

Ring = tuple[int, int]
"""Which of how many stops at the same address a stop is."""


class OfflineMap(folium.Map):
    """A folium map that loads nothing: no tiles, no scripts, no styles, no pictures."""

    default_js: ClassVar[list[tuple[str, str]]] = []
    default_css: ClassVar[list[tuple[str, str]]] = []
    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="folium-map" id="{{ this.get_name() }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} =
            L.map("{{ this.get_name() }}", {{ this.options|tojavascript }});
        {{ this.get_name() }}.fitBounds({{ this.box|tojson }}, {padding: [24, 24], maxZoom: 16});
        {% endmacro %}
        """
    )

    def __init__(self, box: tuple[Position, Position]) -> None:
        """Show ``box``, given by its south-west and its north-east corner."""
        super().__init__(
            location=box[0], tiles=None, zoom_control=False, minZoom=8, maxZoom=19, zoomSnap=0.5
        )
        self._id = "all"
        self.box = box


class StreetLayer(MacroElement):
    """The base map: streets on one canvas below everything."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        new hemrunda.Streets({{ this.packed|tojson }}).addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, streets: Sequence[MapStreet]) -> None:
        """Pack ``streets``."""
        super().__init__()  # type: ignore[no-untyped-call] # branca has no types here
        text, names = pack_streets(streets)
        self.packed: Json = {"streets": text, "names": names}


class RoundLayer(Layer):
    """One round, which the layer control shows and hides."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = new hemrunda.Round({{ this.data|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, index: int, round_: MapRound, look: Look, rings: Sequence[Ring]) -> None:
        """Lay out ``round_``, the ``index``-th of the map; one ring entry for each stop."""
        super().__init__(name=_legend(round_, look), overlay=True)
        self._name, self._id = "Round", str(index)
        self.data: Json = {
            "name": round_.name,
            "colour": look.colour,
            "dash": look.dash,
            "shape": look.shape,
            "line": pack_line(round_.line),
            "stops": [
                {
                    "number": stop.number,
                    "lat": stop.lat,
                    "lon": stop.lon,
                    "label": stop.label,
                    "time": stop.time,
                    "details": stop.detail_lines,
                    "at": at,
                    "of": of,
                }
                for stop, (at, of) in zip(round_.stops, rings, strict=True)
            ],
        }


class RoundControl(folium.LayerControl):
    """Folium's layer control, folded on a narrow screen."""

    def __init__(self) -> None:
        """Stand at the top right."""
        super().__init__(autoZIndex=False)
        self._id = "all"
        self.options["collapsed"] = JsCode("innerWidth < 700")


class Finish(MacroElement):
    """The last script: offices, words, credit, keyboard."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        hemrunda.finish({{ this._parent.get_name() }}, {{ this.control.get_name() }},
            [{% for layer in this.layers %}{{ layer.get_name() }}, {% endfor %}],
            {{ this.texts|tojson }}, {{ this.offices|tojson }});
        {% endmacro %}
        """
    )

    def __init__(
        self,
        control: RoundControl,
        layers: Sequence[RoundLayer],
        title: str,
        texts: MapTexts,
        offices: Sequence[MapOffice],
    ) -> None:
        """Tie ``control`` to ``layers``; ``title`` names the map for screen readers."""
        super().__init__()  # type: ignore[no-untyped-call] # branca has no types here
        self.control = control
        self.layers = layers
        self.offices = [
            {"lat": office.lat, "lon": office.lon, "label": office.label} for office in offices
        ]
        self.texts = {
            "map": title,
            "rounds": texts.rounds,
            "show_all": texts.show_all,
            "show_none": texts.show_none,
            "zoom_in": texts.zoom_in,
            "zoom_out": texts.zoom_out,
            "close": texts.close,
            "attribution": texts.attribution,
        }


def _legend(round_: MapRound, look: Look) -> str:
    """Return the name in the layer control as HTML: a sample of the line, then the escaped text."""
    radius = 7 if look.shape == "circle" else 2
    return (
        '<svg class="swatch" width="34" height="14" aria-hidden="true">'
        f'<path d="M0 7H34" stroke="{look.colour}" stroke-width="3.5" '
        f'stroke-dasharray="{look.dash or "none"}"/>'
        f'<rect x="10" width="14" height="14" rx="{radius}" fill="{look.colour}"/></svg>'
        f"<span>{escape(round_.name)}</span>"
    )
