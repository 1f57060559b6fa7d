"""What folium puts on the page: an offline map, a layer per round, the base map, the control."""

from collections.abc import Sequence
from dataclasses import asdict

import folium
from branca.element import MacroElement
from folium.map import Layer
from folium.template import Template
from folium.utilities import JsCode

from maps.drawing import StreetLine
from maps.export.escaping import inert, literal
from maps.export.packing import pack_line, pack_streets
from maps.export.palette import Look
from maps.export.values import MapOffice, MapRound, MapTexts, Position

Ring = tuple[int, int]
"""Which of how many stops at the same address a stop is."""


class OfflineMap(folium.Map):
    """A folium map that loads nothing: no tiles, no scripts, no styles, no pictures."""

    _template = Template(
        """
        {% macro html(this, kwargs) %}
        <div class="folium-map" id="{{ this.get_name() }}"></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} =
            L.map("{{ this.get_name() }}", {{ this.options|tojavascript }});
        {{ this.get_name() }}.fitBounds({{ this.box|tojson }}, {
            paddingTopLeft: [40, 24],
            paddingBottomRight: [innerWidth < 700 ? 24 : 200, 24],
            maxZoom: 16,
        });
        {% endmacro %}
        """
    )

    def __init__(self, box: tuple[Position, Position]) -> None:
        """Show ``box``, given by its south-west and its north-east corner."""
        super().__init__(
            location=box[0], tiles=None, zoom_control=False, minZoom=8, maxZoom=19, zoomSnap=0.5
        )
        self.default_js, self.default_css = [], []
        self._id = "all"
        self.box = box


class StreetLayer(MacroElement):
    """The base map: streets on one canvas below everything."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        new hemrunda.Streets("{{ this.packed }}").addTo({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )

    def __init__(self, streets: Sequence[StreetLine]) -> None:
        """Pack ``streets``."""
        super().__init__()  # type: ignore[no-untyped-call] # branca has no types here
        self.packed = pack_streets(streets)


class RoundLayer(Layer):
    """One round, which the layer control shows and hides."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = new hemrunda.Round({{ this.data }});
        {% endmacro %}
        """
    )

    def __init__(self, index: int, round_: MapRound, look: Look, rings: Sequence[Ring]) -> None:
        """Lay out ``round_``, the ``index``-th of the map; one ring entry for each stop."""
        super().__init__(name=_legend(round_, look), overlay=True)
        self._name, self._id = "Round", str(index)
        stops = [
            {**asdict(stop), "at": at, "of": of}
            for stop, (at, of) in zip(round_.stops, rings, strict=True)
        ]
        data = {"name": round_.name, **asdict(look), "line": pack_line(round_.line), "stops": stops}
        self.data = literal(data)


class RoundControl(folium.LayerControl):
    """Folium's layer control, folded on a narrow screen."""

    def __init__(self) -> None:
        """Stand at the top right."""
        super().__init__(autoZIndex=False)
        self._id = "all"
        options: dict[str, object] = {**self.options, "collapsed": JsCode("innerWidth < 700")}
        self.options = options  # type: ignore[assignment] # folium's type forgets scripts


class Finish(MacroElement):
    """The last script: offices, words, credit, keyboard."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        hemrunda.finish({{ this._parent.get_name() }}, {{ this.control.get_name() }},
            [{% for layer in this.layers %}{{ layer.get_name() }}, {% endfor %}],
            {{ this.texts }}, {{ this.offices }});
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
        self.offices = literal([asdict(office) for office in offices])
        self.texts = literal({"map": title, **asdict(texts)})


def _legend(round_: MapRound, look: Look) -> str:
    """Return the name in the layer control as HTML: a sample of the line, then the escaped text."""
    radius = 7 if look.shape == "circle" else 2
    return (
        '<svg class="swatch" width="34" height="14" aria-hidden="true">'
        f'<path d="M0 7H34" stroke="{look.colour}" stroke-width="3.5" '
        f'stroke-dasharray="{look.dash or "none"}"/>'
        f'<rect x="10" width="14" height="14" rx="{radius}" fill="{look.colour}"/></svg>'
        f"<span>{inert(round_.name)}</span>"
    )
