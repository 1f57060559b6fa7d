import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import osmnx as ox
import pytest

from maps.source.extract import ExtractError, read_ways
from maps.source.place import fetch_place

BORDER = [[11.8, 57.6], [12.0, 57.6], [12.0, 57.8], [11.8, 57.8], [11.8, 57.6]]
FOUND = {
    "place_id": 1,
    "osm_type": "relation",
    "osm_id": 1,
    "lat": "57.7",
    "lon": "11.9",
    "display_name": "Byn",
    "importance": 0.5,
    "boundingbox": ["57.6", "57.8", "11.8", "12.0"],
    "geojson": {"type": "Polygon", "coordinates": [BORDER]},
}
HOUSE = {"addr:housenumber": "12A", "addr:street": "Ågatan"}
ELEMENTS = [
    {"type": "node", "id": 1, "lat": 57.7, "lon": 11.9},
    {"type": "node", "id": 2, "lat": 57.701, "lon": 11.9},
    {"type": "node", "id": 3, "lat": 57.701, "lon": 11.902},
    {"type": "node", "id": 4, "lat": 57.7005, "lon": 11.901, "tags": HOUSE},
    {"type": "way", "id": 7, "nodes": [1, 2], "tags": {"highway": "residential"}},
    {"type": "way", "id": 8, "nodes": [3, 2], "tags": {"highway": "path", "lit": "no"}},
]


class Answers(BaseHTTPRequestHandler):
    """Answers as the place search and the map server of OpenStreetMap do."""

    def do_GET(self) -> None:
        self._send([FOUND] if "q=Byn" in self.path else [])

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._send({"version": 0.6, "elements": ELEMENTS})

    def _send(self, answer: object) -> None:
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base's own name
        """Stay silent."""


@pytest.fixture
def own_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        url = f"http://127.0.0.1:{server.server_port}/"
        monkeypatch.setattr(ox.settings, "nominatim_url", url)
        monkeypatch.setattr(ox.settings, "overpass_url", url + "api")
        monkeypatch.setattr(ox.settings, "overpass_rate_limit", False)
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.usefixtures("own_server")
def test_place_becomes_an_extract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = fetch_place("Byn", tmp_path / "byn.osm.pbf")
    ways = {way.tags["highway"]: way for way in read_ways(path)}
    assert set(ways["residential"].points) == {
        (119_000_000, 577_000_000),
        (119_000_000, 577_010_000),
    }
    assert ways["path"].tags == {"highway": "path", "lit": "no"}
    assert set(ways["path"].nodes) & set(ways["residential"].nodes), "the crossing is lost"
    assert [file.name for file in tmp_path.iterdir()] == ["byn.osm.pbf"]


@pytest.mark.usefixtures("own_server")
def test_house_numbers_come_along(tmp_path: Path) -> None:
    path = fetch_place("Byn", tmp_path / "byn.osm")
    text = path.read_text(encoding="utf-8")
    assert 'v="12A"' in text
    assert 'v="Ågatan"' in text


@pytest.mark.usefixtures("own_server")
def test_unknown_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match="'Ingenstans': nothing found"):
        fetch_place("Ingenstans", tmp_path / "x.osm.pbf")
    assert not list(tmp_path.iterdir())


def test_no_connection_is_said(
    tmp_path: Path, own_server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_server.server_close()
    monkeypatch.setattr(ox.settings, "nominatim_url", "http://127.0.0.1:1/")
    with pytest.raises(ExtractError, match="no answer from OpenStreetMap"):
        fetch_place("Byn", tmp_path / "x.osm.pbf")


@pytest.mark.usefixtures("own_server")
def test_impossible_target_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match=r"byn\.txt: cannot be written"):
        fetch_place("Byn", tmp_path / "byn.txt")
