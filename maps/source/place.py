"""An extract made from a place name: asks OpenStreetMap's servers, at the administrator's wish.

The only module of Hemrunda's streets that opens a connection. It is never imported by planning.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import osmium
import osmnx as ox
import shapely
from osmium.osm import mutable

from maps.source.extract import ExtractError

if TYPE_CHECKING:
    import geopandas as gpd

WANTED: dict[str, bool | str | list[str]] = {"highway": True, "addr:housenumber": True}
"""What is asked for: streets, and house numbers for the address look-up."""

Corner = tuple[float, float]


def fetch_place(place: str, target: Path) -> Path:
    """Download streets and house numbers of ``place`` into the extract ``target`` and return it.

    ``place`` is a name with a border in OpenStreetMap, for instance ``Lunds kommun, Sweden``;
    ``target`` ends with ``.osm.pbf``. Needs a connection. Raises ``ExtractError`` that says what
    to try.
    """
    try:
        with _nothing_left_behind():
            features = ox.features_from_place(place, WANTED)
    except OSError as error:  # what requests raises where there is no connection
        message = (
            f"place {place!r}: no answer from OpenStreetMap; check the connection, or use a file"
        )
        raise ExtractError(message) from error
    except (TypeError, ValueError) as error:
        message = f"place {place!r}: nothing found; give a municipality and a country"
        raise ExtractError(message) from error
    write_extract(features, target)
    return target


@contextmanager
def _nothing_left_behind() -> Iterator[None]:
    """Keep OSMnx from writing its own cache into the working folder."""
    before = ox.settings.use_cache
    ox.settings.use_cache = False
    try:
        yield
    finally:
        ox.settings.use_cache = before


def write_extract(features: "gpd.GeoDataFrame", target: Path) -> None:
    """Write points, lines and outlines with their tags to the extract ``target``.

    Points are numbered anew, one per distinct position, which restores the crossings. The file
    appears whole or not at all; raises ``ExtractError`` where it cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            part = Path(folder) / target.name
            with osmium.SimpleWriter(str(part)) as writer:
                _write(features, writer)
            part.replace(target)
    except (OSError, RuntimeError) as error:
        message = f"extract {target}: cannot be written ({error}); choose another .osm.pbf path"
        raise ExtractError(message) from error


def _write(features: "gpd.GeoDataFrame", writer: osmium.SimpleWriter) -> None:
    """Write all nodes, then all ways."""
    tagged: dict[Corner, dict[str, str]] = {}
    ways: list[tuple[list[Corner], dict[str, str]]] = []
    columns = [name for name in features.columns if name != features.geometry.name]
    for shape, values in zip(
        features.geometry, features[columns].itertuples(index=False), strict=True
    ):
        tags = {
            name: value
            for name, value in zip(columns, values, strict=True)
            if isinstance(value, str)
        }
        for corners in _corners(shape):
            for corner in corners:
                tagged.setdefault(corner, {})
            if len(corners) == 1:
                tagged[corners[0]].update(tags)
            else:
                ways.append((corners, tags))
    number = {corner: count for count, corner in enumerate(tagged, start=1)}
    for corner, node_tags in tagged.items():
        writer.add_node(mutable.Node(id=number[corner], location=corner, tags=node_tags))
    for count, (corners, way_tags) in enumerate(ways, start=1):
        nodes = [number[corner] for corner in corners]
        writer.add_way(mutable.Way(id=count, nodes=nodes, tags=way_tags))


def _corners(shape: shapely.Geometry) -> Iterator[list[Corner]]:
    """Yield the corners of every part of ``shape``: of an area, those of its outline."""
    for part in shapely.get_parts(shape):
        line = part.exterior if isinstance(part, shapely.Polygon) else part
        yield [(round(lon, 7), round(lat, 7)) for lon, lat in line.coords]
