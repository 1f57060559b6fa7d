"""Rounds, streets and words for the map file."""

from maps.drawing import StreetKind, StreetLine
from maps.export import MapOffice, MapRound, MapStop, MapTexts
from maps.paths.route import LatLon

TEXTS = MapTexts(
    language="sv",
    rounds="Rundor",
    show_all="Visa alla",
    show_none="Visa ingen",
    zoom_in="Zooma in",
    zoom_out="Zooma ut",
    close="Stäng",
    no_script="Kartan behöver JavaScript.",
)

OFFICE = MapOffice(57.7005, 11.9505, "Kontor G01")

STREETS = (
    StreetLine(StreetKind.MAJOR, (LatLon(57.69, 11.93), LatLon(57.7, 11.95), LatLon(57.71, 11.97))),
    StreetLine(StreetKind.MINOR, (LatLon(57.7, 11.93), LatLon(57.7, 11.97))),
    StreetLine(StreetKind.PATH, (LatLon(57.695, 11.95), LatLon(57.705, 11.951))),
)


def a_stop(number: int, lat: float = 57.7, lon: float = 11.95, label: str = "") -> MapStop:
    """Return a stop of fifteen minutes."""
    name = label or f"B{number:04d}"
    return MapStop(number, lat, lon, name, "07:30-07:45", ("Dusch", "Nyckel 17"))


def a_round(index: int, stops: int = 3, colour: str | None = None) -> MapRound:
    """Return a round whose stops lie apart from each other and from those of other rounds."""
    places = tuple((57.70 + 0.002 * index, 11.94 + 0.006 * at) for at in range(stops))
    return MapRound(
        f"Runda {index + 1}",
        colour,
        tuple(a_stop(at + 1, *place) for at, place in enumerate(places)),
        places,
    )
