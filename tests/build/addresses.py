"""Address sources for tests: a small town, made up, and the files it could come from."""

from pathlib import Path

from maps.addresses import AddressBook, Known

EXCERPTS = Path(__file__).parents[1] / "data" / "osm"
"""Where the excerpts of real extracts lie."""

OSM = """<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="by hand">
{nodes}
  <way id="1" version="1">
    <nd ref="1"/><nd ref="2"/><nd ref="5"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
    <tag k="building" v="yes"/>
    <tag k="addr:street" v="Åkergränd"/><tag k="addr:housenumber" v="7"/>
  </way>
  <way id="2" version="1">
    <nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="14"/><nd ref="11"/>
  </way>
  <relation id="1" version="1">
    <member type="way" ref="2" role="outer"/>
    <tag k="type" v="multipolygon"/><tag k="building" v="yes"/>
    <tag k="addr:street" v="Åkergränd"/><tag k="addr:housenumber" v="9"/>
  </relation>
</osm>
"""


def osm_file(folder: Path) -> Path:
    """Write a map with a point, a building with a door, and a building that is a multipolygon."""
    corners = [(1, 0, 0), (2, 0, 2), (3, 2, 2), (4, 2, 0), (11, 4, 0), (12, 4, 2), (13, 6, 2)]
    spots = [*corners, (14, 6, 0)]
    points = [
        f'<node id="{number}" version="1" lat="57.{north:04}" lon="12.{east:04}"/>'
        for number, north, east in spots
    ]
    door = '<tag k="entrance" v="yes"/><tag k="ref" v="B"/>'
    house = '<tag k="addr:street" v="Åkergränd"/><tag k="addr:housenumber" v="5"/>'
    points.append(f'<node id="5" version="1" lat="57.0001" lon="12.0002">{door}</node>')
    points.append(f'<node id="21" version="1" lat="57.0010" lon="12.0010">{house}</node>')
    path = folder / "town.osm"
    ordered = sorted(points, key=lambda text: int(text.split('"')[1]))
    path.write_text(OSM.format(nodes="\n".join(ordered)), encoding="utf-8")
    return path


def known(street: str, number: str, **changes: object) -> Known:
    """Return an address in Lund; every house has its own spot, some 20 metres from the next."""
    place = sum(map(ord, street)) % 50 + int("".join(filter(str.isdigit, number)) or 0)
    fields: dict[str, object] = {"city": "Lund", "postcode": "223 50"}
    spot = {"lat": 55.70 + place * 2e-4, "lon": 13.19}
    return Known(street, number, **(spot | fields | changes))  # type: ignore[arg-type]


def town() -> AddressBook:
    """Return a book with the spellings that give trouble."""
    return AddressBook(
        [
            *(known("Storgatan", number) for number in ("1", "2", "4", "12", "12A", "12B", "16")),
            known("Storgatan", "1", lat=55.9, city="Eslöv", postcode="241 30"),
            known("Sankt Eriksgatan", "3"),
            known("Stora Nygatan", "3"),
            known("Södra Kyrkovägen", "8-12"),
            known("Mälargatan", "5"),
            known("Malargatan", "5", lat=55.8),
            known("Malargatan", "6", lat=55.8),
            known("Carl-Gustafs väg", "10A-C"),
            known("Parkvägen", "2", entrance="A"),
            known("Parkvägen", "2", entrance="B", lat=55.7301),
            known("Parkvägen", "4"),
            known("Öster Hus", "3", city="", postcode="", locality="Revinge"),
        ]
    )
